using Clinic.Abstractions;
using Clinic.Bridges.Jobs;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Clinic.Bridges.Tests.Jobs;

public class JobDeskTests
{
    private static readonly TestJob Job = TestJob.That(new JobReport(1));

    private static CommandContext As(Role role) => new(
        Installation.Tenant, new(Guid.Parse("0190f0c0-0000-7000-8000-000000000001")), new Actor(new(Guid.Parse("0190f0c0-0000-7000-8000-000000000002")), [role], []), "test",
        new(Guid.CreateVersion7()));

    private static Installation Clinic() => new(s => s.AddClinicJobs(o => o.RunHere = false).AddSingleton<IClinicJob>(Job));

    [Fact]
    public async Task A_job_runs_before_its_time_when_a_supervisor_says_so()
    {
        using var clinic = Clinic();
        var runner = clinic.Get<ClinicJobRunner>();
        await runner.RunAsync(Installation.Tenant, Job, Installation.Stop);
        Assert.Null(await runner.RunAsync(Installation.Tenant, Job, Installation.Stop));

        Assert.True(await clinic.Get<JobDesk>().RunNowAsync(As(Role.Supervisor), new(Job.Name), Installation.Stop));

        Assert.NotNull(await runner.RunAsync(Installation.Tenant, Job, Installation.Stop));
        var entry = Assert.Single((await clinic.Get<IAuditLog>().ListAsync(Installation.Tenant, new(), PageRequest.First, Installation.Stop)).Items);
        Assert.Equal(("job.run-now", Job.Name), (entry.Action, entry.Note));
    }

    [Fact]
    public async Task Who_may_not_and_what_is_no_job_are_refused_together()
    {
        using var clinic = Clinic();

        var refused = await Assert.ThrowsAsync<ClinicRuleException>(() => clinic.Get<JobDesk>().RunNowAsync(As(Role.Nurse), new("no.job"), Installation.Stop));

        Assert.Equal([ClinicRules.RoleMissing, ClinicRules.JobUnknown], refused.Failures.Select(f => f.Code));
    }

    [Fact]
    public async Task A_job_that_fails_three_times_in_a_row_is_told_and_a_good_run_ends_it()
    {
        using var clinic = Clinic();
        var store = clinic.Get<IJobStore>();
        var standings = new List<bool>();
        foreach (var report in new JobReport[] { new(0, 1), new(0, 1), new(0, 0, "IOException"), new(1) })
        {
            await store.TryStartAsync(Installation.Tenant, Job.Name, "a", clinic.Clock.Now, clinic.Clock.Now + Duration.FromMinutes(1), Installation.Stop);
            await store.FinishAsync(Installation.Tenant, Job.Name, "a", Duration.FromSeconds(1), report, clinic.Clock.Now, Installation.Stop);
            standings.Add((await clinic.Get<JobWatch>().ListAsync(Installation.Tenant, Installation.Stop)).Single(j => j.Name == Job.Name).IsFailing);
        }

        Assert.Equal([false, false, true, false], standings);
    }
}
