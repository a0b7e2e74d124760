using System.Net;
using Microsoft.Extensions.DependencyInjection;

namespace Clinic.Api.Tests;

public class HeaderTests(SharedApi api) : IClassFixture<SharedApi>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/page.css")]
    [InlineData("/health/ready")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/api/v1/errors")]
    [InlineData("/api/v1/me")]
    [InlineData("/nix")]
    public async Task Every_answer_carries_the_security_headers(string path)
    {
        var answer = await api.Factory.Anonymous().GetAsync(path);

        Assert.Equal("nosniff", answer.Headers["X-Content-Type-Options"]);
        Assert.Equal("DENY", answer.Headers["X-Frame-Options"]);
        Assert.Equal("no-referrer", answer.Headers["Referrer-Policy"]);
        Assert.Contains("default-src 'none'", answer.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.False(answer.Headers.ContainsKey("Server"));
        if (path != "/page.css") Assert.Equal("no-store", answer.Headers["Cache-Control"]);
    }

    [Fact]
    public async Task Security_headers_can_be_left_to_a_proxy()
    {
        using var factory = ApiFactory.InMemory().Set("Clinic:SecurityHeaders", "false");

        Assert.False((await factory.Anonymous().GetAsync("/")).Headers.ContainsKey("X-Frame-Options"));
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("https://app.example", true)]
    [InlineData("https://other.example", false)]
    public async Task Other_origins_are_let_in_only_by_name(string? allowed, bool expected)
    {
        using var factory = ApiFactory.InMemory();
        if (allowed is not null) factory.Set("Clinic:Cors:Origins:0", allowed);

        var answer = await factory.Anonymous().SendAsync(HttpMethod.Options, "/api/v1/stock", null, r =>
        {
            r.Headers.Add("Origin", "https://app.example");
            r.Headers.Add("Access-Control-Request-Method", "GET");
            r.Headers.Add("Access-Control-Request-Headers", "authorization,idempotency-key");
        });

        Assert.Equal(expected, answer.Headers.ContainsKey("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task What_fails_inside_tells_nothing_of_the_inside()
    {
        using var factory = ApiFactory.InMemory().With(s => s.AddSingleton<Clinic.Abstractions.IAuditLog, BrokenAuditLog>());
        var auditor = await factory.AsAsync("auditor");

        var answer = await auditor.GetAsync("/api/v1/audit");

        answer.Refused((int)HttpStatusCode.InternalServerError, "API190");
        Assert.DoesNotContain("secret detail", answer.Text, StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers["X-Content-Type-Options"]);
    }

    private sealed class BrokenAuditLog : Clinic.Abstractions.IAuditLog
    {
        public Task<Clinic.Abstractions.Page<Clinic.Abstractions.AuditEntry>> ListAsync(
            Clinic.Abstractions.TenantId tenant, Clinic.Abstractions.AuditQuery query, Clinic.Abstractions.PageRequest page, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("secret detail");
    }
}
