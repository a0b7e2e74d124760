using Clinic.Abstractions;
using Clinic.Bridges.Jobs;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Clinic.Bridges.Tests.Jobs;

public class ClinicJobRunnerTests
{
    [Fact]
    public async Task A_run_is_noted_with_what_it_did_and_when_the_next_is_due()
    {
        using var clinic = Clinic();
        var job = TestJob.That(new JobReport(3));

        var report = await clinic.Get<ClinicJobRunner>().RunAsync(Installation.Tenant, job, Installation.Stop);

        var state = Assert.Single(await clinic.Get<IJobStore>().ListAsync(Installation.Tenant, Installation.Stop));
        Assert.Equal(new JobReport(3), report);
        Assert.Equal(new JobReport(3), state.LastReport);
        Assert.Equal(clinic.Clock.Now, state.LastStarted);
        Assert.Equal(clinic.Clock.Now + Duration.FromMinutes(1), state.NextDue);
        Assert.NotNull(state.LastTook);
        Assert.Equal((1, 0), (state.Runs, state.Failures));
    }

    [Fact]
    public async Task A_job_that_is_not_due_does_not_run()
    {
        using var clinic = Clinic();
        var job = TestJob.That(new JobReport(1));
        var runner = clinic.Get<ClinicJobRunner>();
        await runner.RunAsync(Installation.Tenant, job, Installation.Stop);

        Assert.Null(await runner.RunAsync(Installation.Tenant, job, Installation.Stop));
        clinic.Clock.AdvanceMinutes(1);
        Assert.NotNull(await runner.RunAsync(Installation.Tenant, job, Installation.Stop));

        Assert.Equal(2, job.Runs);
    }

    [Fact]
    public async Task Of_many_runners_at_once_one_runs_the_job()
    {
        using var clinic = Clinic();
        var going = new TaskCompletionSource();
        var job = new TestJob("test.job", async (_, _) =>
        {
            await going.Task;
            return new(1);
        });
        var store = clinic.Get<IJobStore>();
        var runners = Enumerable.Range(0, 20).Select(i => Runner(clinic, store, $"runner {i}")).ToList();

        var runs = runners.Select(r => r.RunAsync(Installation.Tenant, job, Installation.Stop)).ToList();
        going.SetResult();
        var reports = await Task.WhenAll(runs);

        Assert.Equal(1, job.Runs);
        Assert.Single(reports, r => r is not null);
    }

    [Fact]
    public async Task Another_tenant_has_its_own_runs()
    {
        using var clinic = Clinic();
        var job = TestJob.That(new JobReport(1));
        var runner = clinic.Get<ClinicJobRunner>();

        await runner.RunAsync(Installation.Tenant, job, Installation.Stop);
        await runner.RunAsync(new TenantId(Guid.CreateVersion7()), job, Installation.Stop);

        Assert.Equal(2, job.Runs);
    }

    [Fact]
    public async Task A_job_that_throws_is_noted_by_its_kind_only()
    {
        using var clinic = Clinic();

        var report = await clinic.Get<ClinicJobRunner>().RunAsync(Installation.Tenant, TestJob.Failing(), Installation.Stop);

        Assert.Equal(new JobReport(0, 1, nameof(InvalidOperationException)), report);
        var state = Assert.Single(await clinic.Get<IJobStore>().ListAsync(Installation.Tenant, Installation.Stop));
        Assert.Equal(1, state.Failures);
        Assert.DoesNotContain("Ana", state.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_rule_is_noted_by_its_code()
    {
        using var clinic = Clinic();
        var job = new TestJob("test.job", (_, _) => throw new ClinicRuleException(ClinicRules.PlaceUnknown, ("kind", "site"), ("id", 7)));

        Assert.Equal(ClinicRules.PlaceUnknown, (await clinic.Get<ClinicJobRunner>().RunAsync(Installation.Tenant, job, Installation.Stop))!.Error);
    }

    [Fact]
    public async Task A_run_that_outlasts_its_lease_is_stopped_and_noted()
    {
        using var clinic = new Installation(s => s.AddClinicJobs(o =>
        {
            o.RunHere = false;
            o.Lease = TimeSpan.FromSeconds(5);
        }));
        var runner = Runner(clinic, clinic.Get<IJobStore>(), "short", TimeSpan.FromMilliseconds(100));
        var job = new TestJob("test.job", async (_, ct) =>
        {
            await Task.Delay(Timeout.Infinite, ct);
            return new(1);
        });

        var report = await runner.RunAsync(Installation.Tenant, job, Installation.Stop);

        Assert.Equal(new JobReport(0, 1, "lease ended"), report);
    }

    [Fact]
    public async Task A_stopped_run_is_no_failure_and_is_due_at_once()
    {
        using var clinic = Clinic();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Installation.Stop);
        var job = new TestJob("test.job", async (_, ct) =>
        {
            await stop.CancelAsync();
            ct.ThrowIfCancellationRequested();
            return new(1);
        });

        var report = await clinic.Get<ClinicJobRunner>().RunAsync(Installation.Tenant, job, stop.Token);

        var state = Assert.Single(await clinic.Get<IJobStore>().ListAsync(Installation.Tenant, Installation.Stop));
        Assert.Equal(0, report!.Failed);
        Assert.Equal(clinic.Clock.Now, state.NextDue);
    }

    [Fact]
    public async Task A_job_can_be_run_alone_without_any_runner()
    {
        var job = TestJob.That(new JobReport(2));

        Assert.Equal(2, (await job.RunOnceAsync(Installation.Tenant, Installation.Stop)).Done);
    }

    private static Installation Clinic() => new(s => s.AddClinicJobs(o => o.RunHere = false));

    private static ClinicJobRunner Runner(Installation clinic, IJobStore store, string owner, TimeSpan? lease = null) => new(
        store, clinic.Clock, Microsoft.Extensions.Options.Options.Create(new ClinicJobsOptions { Owner = owner, Lease = lease ?? TimeSpan.FromMinutes(5) }),
        Microsoft.Extensions.Logging.Abstractions.NullLogger<ClinicJobRunner>.Instance);
}
