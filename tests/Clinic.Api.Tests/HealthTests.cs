using System.Net;
using Clinic.Abstractions;
using Microsoft.Extensions.DependencyInjection;

namespace Clinic.Api.Tests;

public class HealthTests
{
    [Theory]
    [InlineData("memory")]
    [InlineData("local")]
    public async Task Ready_while_the_database_answers_and_somebody_runs_the_jobs(string storage)
    {
        using var factory = ApiFactory.Of(storage).Set("Clinic:RunJobs", "true").Set("Clinic:Jobs:LookEvery", "00:00:00.05");
        var caller = factory.Anonymous();
        await factory.Services.GetRequiredService<ITenantDirectory>().TenantsAsync(TestContext.Current.CancellationToken);
        factory.Clock.AdvanceMinutes(60);

        var ready = await UntilAsync(caller, "healthy");

        Assert.Equal("healthy", ready["status"]);
        Assert.Equal("healthy", (await caller.GetAsync("/health/live"))["status"]);
    }

    [Fact]
    public async Task Degraded_when_nobody_runs_the_jobs_for_a_while()
    {
        using var factory = ApiFactory.InMemory();
        var auditor = await factory.AsAsync("auditor");
        Assert.Equal("healthy", (await auditor.GetAsync("/health/ready"))["status"]);

        factory.Clock.AdvanceMinutes(6);

        var ready = await auditor.GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.OK, ready.Status);
        Assert.Equal("degraded", ready["status"]);
        Assert.Contains("clinic.outbox-delivery", ready.Text, StringComparison.Ordinal);
        Assert.All((await auditor.GetAsync("/api/v1/jobs")).Json["jobs"]!.AsArray(), j => Assert.True(j!["isLate"]!.GetValue<bool>()));
        Assert.Contains("Nobody runs some of the jobs", (await auditor.GetAsync("/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_job_can_be_run_before_its_time()
    {
        using var factory = ApiFactory.OnFile();
        var supervisor = await factory.AsAsync("supervisor");

        var due = await supervisor.SendAsync(HttpMethod.Post, "/api/v1/jobs/pharmacy.reservation-expiry/run", new { });

        Assert.True(due.Json["isDue"]!.GetValue<bool>());
        (await supervisor.SendAsync(HttpMethod.Post, "/api/v1/jobs/no.such-job/run", new { })).Refused(404, "CLN215");
    }

    [Fact]
    public async Task Not_ready_when_the_database_does_not_answer()
    {
        using var factory = ApiFactory.InMemory().With(s => s.AddSingleton<ITenantDirectory, BrokenTenants>());

        var ready = await factory.Anonymous().GetAsync("/health/ready");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.Status);
        Assert.Equal("unhealthy", ready["status"]);
        Assert.Equal(HttpStatusCode.OK, (await factory.Anonymous().GetAsync("/health/live")).Status);
        Assert.Equal(HttpStatusCode.OK, (await factory.Anonymous().GetAsync("/")).Status);
    }

    private static async Task<ApiAnswer> UntilAsync(ApiCaller caller, string status)
    {
        var ready = await caller.GetAsync("/health/ready");
        for (var i = 0; i < 100 && ready["status"] != status; i++)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
            ready = await caller.GetAsync("/health/ready");
        }

        return ready;
    }

    private sealed class BrokenTenants : ITenantDirectory
    {
        public Task<IReadOnlyList<TenantId>> TenantsAsync(CancellationToken cancellationToken) => throw new InvalidOperationException("gone");
    }
}
