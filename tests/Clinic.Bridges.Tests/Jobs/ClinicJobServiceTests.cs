using Clinic.Abstractions;
using Clinic.Bridges.Jobs;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Clinic.Bridges.Tests.Jobs;

public class ClinicJobServiceTests
{
    [Fact]
    public async Task A_failing_job_stops_neither_itself_nor_the_others()
    {
        var good = new TestJob("test.good", (_, _) => Task.FromResult(new JobReport(1)), Duration.Zero);
        var bad = new TestJob("test.bad", (_, _) => throw new InvalidOperationException("broken"), Duration.Zero);
        using var clinic = Clinic(good, bad);
        await clinic.OpenAsync();

        await clinic.Host.StartAsync(Installation.Stop);
        await UntilAsync(() => good.Runs >= 3 && bad.Runs >= 3);
        await clinic.Host.StopAsync(Installation.Stop);

        var states = await clinic.Get<IJobStore>().ListAsync(Installation.Tenant, Installation.Stop);
        Assert.Equal(0, states.Single(s => s.Name == "test.good").Failures);
        Assert.True(states.Single(s => s.Name == "test.bad").Failures >= 2);
    }

    [Fact]
    public async Task A_slow_job_does_not_keep_the_others_waiting()
    {
        var slow = new TestJob("test.slow", async (_, ct) =>
        {
            await Task.Delay(Timeout.Infinite, ct);
            return new(1);
        });
        var quick = new TestJob("test.quick", (_, _) => Task.FromResult(new JobReport(1)), Duration.Zero);
        using var clinic = Clinic(slow, quick);
        await clinic.OpenAsync();

        await clinic.Host.StartAsync(Installation.Stop);
        await UntilAsync(() => slow.Runs == 1 && quick.Runs >= 3);
        await clinic.Host.StopAsync(Installation.Stop);

        Assert.Equal(1, slow.Runs);
    }

    [Fact]
    public async Task Stopping_the_host_ends_a_run_gracefully()
    {
        var ended = false;
        var job = new TestJob("test.job", async (_, ct) =>
        {
            try
            {
                await Task.Delay(Timeout.Infinite, ct);
            }
            finally
            {
                ended = true;
            }

            return new(1);
        });
        using var clinic = Clinic(job);
        await clinic.OpenAsync();
        await clinic.Host.StartAsync(Installation.Stop);
        await UntilAsync(() => job.Runs == 1);

        await clinic.Host.StopAsync(Installation.Stop);

        Assert.True(ended);
        var state = (await clinic.Get<IJobStore>().ListAsync(Installation.Tenant, Installation.Stop)).Single(s => s.Name == "test.job");
        Assert.Equal("stopped", state.LastReport!.Error);
    }

    [Fact]
    public async Task Tenants_that_cannot_be_read_are_asked_again()
    {
        var tenants = new FlakyTenants();
        var job = TestJob.That(new JobReport(1));
        using var clinic = Clinic([job], s => s.AddSingleton<ITenantDirectory>(tenants));

        await clinic.Host.StartAsync(Installation.Stop);
        await UntilAsync(() => job.Runs == 1);
        await clinic.Host.StopAsync(Installation.Stop);

        Assert.True(tenants.Asked >= 3);
    }

    [Fact]
    public async Task Where_jobs_do_not_run_they_are_still_watched()
    {
        var job = TestJob.That(new JobReport(1));
        using var clinic = new Installation(s =>
        {
            s.AddSingleton<IClinicJob>(job);
            s.AddClinicJobs(o => o.RunHere = false);
        });
        await clinic.Host.StartAsync(Installation.Stop);
        var watch = clinic.Get<JobWatch>();
        Assert.All(await watch.ListAsync(Installation.Tenant, Installation.Stop), j => Assert.False(j.IsLate));

        clinic.Clock.AdvanceMinutes(6);

        Assert.Equal(0, job.Runs);
        Assert.Equal(["clinic.outbox-delivery", "pharmacy.reservation-expiry", "test.job"], (await watch.ListAsync(Installation.Tenant, Installation.Stop)).Where(j => j.IsLate).Select(j => j.Name));
        await clinic.Get<ClinicJobRunner>().RunAsync(Installation.Tenant, job, Installation.Stop);
        Assert.DoesNotContain((await watch.ListAsync(Installation.Tenant, Installation.Stop)).Where(j => j.IsLate), j => j.Name == "test.job");
    }

    private static Installation Clinic(params IClinicJob[] jobs) => Clinic(jobs, _ => { });

    private static Installation Clinic(IClinicJob[] jobs, Action<IServiceCollection> configure) => new(s =>
    {
        foreach (var job in jobs) s.AddSingleton(job);
        s.AddClinicJobs(o => o.LookEvery = TimeSpan.FromMilliseconds(50));
        configure(s);
    });

    private static async Task UntilAsync(Func<bool> holds)
    {
        for (var i = 0; i < 400 && !holds(); i++) await Task.Delay(25, Installation.Stop);
        Assert.True(holds());
    }

    private sealed class FlakyTenants : ITenantDirectory
    {
        public int Asked { get; private set; }

        public Task<IReadOnlyList<TenantId>> TenantsAsync(CancellationToken cancellationToken) =>
            ++Asked < 8 ? throw new InvalidOperationException("no database") : Task.FromResult<IReadOnlyList<TenantId>>([Installation.Tenant]);
    }
}
