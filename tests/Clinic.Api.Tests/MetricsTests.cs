using System.Globalization;
using System.Net;

namespace Clinic.Api.Tests;

public sealed class MetricsTests
{
    [Fact]
    public async Task Figures_are_told_in_the_text_form_and_name_nobody()
    {
        using var factory = ApiFactory.OnFile();
        var ward = await Ward.OpenAsync(factory);
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("es-EC");
        try
        {
            var answer = await factory.Anonymous().GetAsync("/metrics");

            Assert.Equal(HttpStatusCode.OK, answer.Status);
            Assert.Contains("# TYPE clinic_storage_commits_total counter\nclinic_storage_commits_total ", answer.Text, StringComparison.Ordinal);
            Assert.Contains("# TYPE clinic_storage_commit_duration_seconds histogram\nclinic_storage_commit_duration_seconds_bucket{le=\"0.001\"} ", answer.Text, StringComparison.Ordinal);
            Assert.Contains("clinic_storage_commit_duration_seconds_bucket{le=\"+Inf\"} ", answer.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(ward.Patient, answer.Text, StringComparison.Ordinal);
            Assert.All(answer.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(l => l[0] != '#'), line =>
                Assert.Matches("^[a-z_]+(\\{[a-z_]+=\"[^\"]*\"(,[a-z_]+=\"[^\"]*\")*\\})? [0-9.E+-]+$", line));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public async Task What_comes_through_a_proxy_finds_nothing_and_a_token_opens_it()
    {
        using (var factory = ApiFactory.InMemory())
            Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(factory, ("X-Forwarded-For", "203.0.113.9")));
        using var guarded = ApiFactory.InMemory().Set("Clinic:Metrics:Token", "una-ficha-larga");
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(guarded));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(guarded, ("Authorization", "Bearer otra")));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(guarded, ("Authorization", "Bearer una-ficha-larga"), ("X-Forwarded-For", "203.0.113.9")));
    }

    private static async Task<HttpStatusCode> StatusAsync(ApiFactory factory, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/metrics");
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using var client = factory.CreateClient();
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
