using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Storage.Contracts;

/// <summary>What <see cref="IJobStore"/> promises: one owner at a time, and what the last run did.</summary>
public static class JobStoreContract
{
    private const string Job = "contract.job";

    private static readonly Duration Lease = Duration.FromMinutes(5);

    /// <summary>The cases.</summary>
    public static IReadOnlyList<ContractCase> Cases { get; } =
    [
        new("A job that never ran is due", StartsFirstAsync),
        new("A running job is not given to anybody until its lease ends", KeepsOthersOutAsync),
        new("Of many owners at once exactly one gets the job", OneOfManyAsync),
        new("The end of a run is kept, and the next is due when it says", FinishesAsync),
        new("An owner whose lease went to another changes nothing at its end", IgnoresLateOwnerAsync),
        new("Failures in a row are counted and end with a good run", CountsFailuresAsync),
        new("A job is made due before its time, but not while it runs", MakesDueAsync),
        new("Jobs are listed by name", ListsAsync),
        new("The same job of another tenant is another job", SeparatesTenantsAsync),
    ];

    private static async Task StartsFirstAsync(IClinicStores stores, CancellationToken ct)
    {
        Check.Equal(0, (await stores.Get<IJobStore>().ListAsync(stores.Tenant, ct).ConfigureAwait(false)).Count, "Jobs before the first run");
        Check.True(await StartAsync(stores, "a", ct).ConfigureAwait(false), "the first start succeeds");

        var state = await StateAsync(stores, ct).ConfigureAwait(false);
        Check.Equal((Now(stores), 0L, 0), (state.LastStarted, state.Runs, state.Failures), "The state while it runs");
        Check.True(state.LastTook is null && state.LastReport is null, "there is no report while it runs");
    }

    private static async Task KeepsOthersOutAsync(IClinicStores stores, CancellationToken ct)
    {
        await StartAsync(stores, "a", ct).ConfigureAwait(false);

        Check.True(!await StartAsync(stores, "b", ct).ConfigureAwait(false), "another owner is kept out");
        Check.True(!await StartAsync(stores, "a", ct).ConfigureAwait(false), "the same owner is kept out too");
        stores.Clock.Advance(Lease - Duration.FromMilliseconds(1));
        Check.True(!await StartAsync(stores, "b", ct).ConfigureAwait(false), "another owner is kept out to the end of the lease");
        stores.Clock.Advance(Duration.FromMilliseconds(1));
        Check.True(await StartAsync(stores, "b", ct).ConfigureAwait(false), "another owner gets the job when the lease has ended");
    }

    private static async Task OneOfManyAsync(IClinicStores stores, CancellationToken ct)
    {
        var won = 0;
        var errors = await ContractSteps.AtOnceAsync(12, async i =>
        {
            if (await StartAsync(stores, $"owner {i}", ct).ConfigureAwait(false)) Interlocked.Increment(ref won);
        }).ConfigureAwait(false);

        Check.True(errors.All(e => e is null), $"nobody fails, but one got {errors.FirstOrDefault(e => e is not null)?.Message}");
        Check.Equal(1, won, "Owners that got the job");
    }

    private static async Task FinishesAsync(IClinicStores stores, CancellationToken ct)
    {
        var started = Now(stores);
        await StartAsync(stores, "a", ct).ConfigureAwait(false);
        var due = started + Duration.FromMinutes(10);
        var took = Duration.FromNanoseconds(1_234_567_891);
        await stores.Get<IJobStore>().FinishAsync(stores.Tenant, Job, "a", took, new JobReport(3, 1, "IOException"), due, ct).ConfigureAwait(false);

        var state = await StateAsync(stores, ct).ConfigureAwait(false);
        Check.Equal(new JobState(stores.Tenant, Job, started, took, new JobReport(3, 1, "IOException"), due, 1, 1, "a"), state, "The state");
        stores.Clock.Advance(Duration.FromMinutes(9));
        Check.True(!await StartAsync(stores, "b", ct).ConfigureAwait(false), "a job that is not due does not start");
        stores.Clock.Advance(Duration.FromMinutes(1));
        Check.True(await StartAsync(stores, "b", ct).ConfigureAwait(false), "a job starts when it is due");
    }

    private static async Task IgnoresLateOwnerAsync(IClinicStores stores, CancellationToken ct)
    {
        await StartAsync(stores, "slow", ct).ConfigureAwait(false);
        stores.Clock.Advance(Lease);
        await StartAsync(stores, "next", ct).ConfigureAwait(false);
        var before = await StateAsync(stores, ct).ConfigureAwait(false);

        await FinishAsync(stores, "slow", new JobReport(1), ct).ConfigureAwait(false);

        Check.Equal(before, await StateAsync(stores, ct).ConfigureAwait(false), "The state");
        Check.True(!await StartAsync(stores, "third", ct).ConfigureAwait(false), "the job still belongs to the next owner");
    }

    private static async Task CountsFailuresAsync(IClinicStores stores, CancellationToken ct)
    {
        JobReport[] reports = [new(0, 2), new(1, 0, "IOException"), new(5)];
        var failures = new List<int>();
        foreach (var report in reports)
        {
            await StartAsync(stores, "a", ct).ConfigureAwait(false);
            await FinishAsync(stores, "a", report, ct).ConfigureAwait(false);
            failures.Add((await StateAsync(stores, ct).ConfigureAwait(false)).Failures);
            stores.Clock.Advance(Duration.FromMinutes(1));
        }

        Check.Sequence([1, 2, 0], failures, "Failures in a row");
        Check.Equal(3L, (await StateAsync(stores, ct).ConfigureAwait(false)).Runs, "Runs");
    }

    private static async Task MakesDueAsync(IClinicStores stores, CancellationToken ct)
    {
        var jobs = stores.Get<IJobStore>();
        Check.True(await jobs.MakeDueAsync(stores.Tenant, Job, Now(stores), ct).ConfigureAwait(false), "a job that never ran is due");
        Check.True(await StartAsync(stores, "a", ct).ConfigureAwait(false), "and starts");
        Check.True(!await jobs.MakeDueAsync(stores.Tenant, Job, Now(stores), ct).ConfigureAwait(false), "a running job is left alone");
        await jobs.FinishAsync(stores.Tenant, Job, "a", Duration.FromSeconds(1), new(1), Now(stores) + Duration.FromDays(1), ct).ConfigureAwait(false);
        Check.True(!await StartAsync(stores, "b", ct).ConfigureAwait(false), "it is due tomorrow");
        Check.True(await jobs.MakeDueAsync(stores.OtherTenant, Job, Now(stores), ct).ConfigureAwait(false), "the job of the other tenant is another");
        Check.True(!await StartAsync(stores, "b", ct).ConfigureAwait(false), "which does not make this one due");
        Check.True(await jobs.MakeDueAsync(stores.Tenant, Job, Now(stores), ct).ConfigureAwait(false), "it is made due");
        Check.True(await StartAsync(stores, "b", ct).ConfigureAwait(false), "and starts before its time");
        Check.Equal(1L, (await StateAsync(stores, ct).ConfigureAwait(false)).Runs, "Runs that ended");
    }

    private static async Task ListsAsync(IClinicStores stores, CancellationToken ct)
    {
        var jobs = stores.Get<IJobStore>();
        foreach (var name in new[] { "b", "a", "C" })
            await jobs.TryStartAsync(stores.Tenant, name, "me", Now(stores), Now(stores) + Lease, ct).ConfigureAwait(false);

        Check.Sequence(["C", "a", "b"], (await jobs.ListAsync(stores.Tenant, ct).ConfigureAwait(false)).Select(j => j.Name), "The names");
    }

    private static async Task SeparatesTenantsAsync(IClinicStores stores, CancellationToken ct)
    {
        await StartAsync(stores, "a", ct).ConfigureAwait(false);

        var other = await stores.Get<IJobStore>().TryStartAsync(stores.OtherTenant, Job, "b", Now(stores), Now(stores) + Lease, ct).ConfigureAwait(false);

        Check.True(other, "the job of the other tenant starts");
        Check.Equal(1, (await stores.Get<IJobStore>().ListAsync(stores.OtherTenant, ct).ConfigureAwait(false)).Count, "Jobs of the other tenant");
    }

    private static Task<bool> StartAsync(IClinicStores stores, string owner, CancellationToken ct) =>
        stores.Get<IJobStore>().TryStartAsync(stores.Tenant, Job, owner, Now(stores), Now(stores) + Lease, ct);

    private static Task FinishAsync(IClinicStores stores, string owner, JobReport report, CancellationToken ct) =>
        stores.Get<IJobStore>().FinishAsync(stores.Tenant, Job, owner, Duration.FromSeconds(1), report, Now(stores), ct);

    private static async Task<JobState> StateAsync(IClinicStores stores, CancellationToken ct) =>
        (await stores.Get<IJobStore>().ListAsync(stores.Tenant, ct).ConfigureAwait(false)).Single(j => j.Name == Job);

    private static Instant Now(IClinicStores stores) => stores.Clock.GetCurrentInstant().TruncateToMicroseconds();
}
