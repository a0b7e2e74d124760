using System.Text.Json;
using Clinic.Abstractions;
using Clinic.Transcription.Sessions;
using Clinic.Transcription.SpeechToText;
using NodaTime;

namespace Clinic.Transcription.Work;

/// <summary>The durable queue: what was asked for in a commit is done at least once, and its effects are committed once.</summary>
#pragma warning disable CA1711 // It is a queue, if not a collection.
public sealed class WorkQueue
#pragma warning restore CA1711
{
    private readonly IUnitOfWork work;
    private readonly IWorkStore store;
    private readonly WorkOptions options;
    private readonly IClock clock;
    private readonly IIdGenerator ids;
    private readonly IJitter jitter;

    internal WorkQueue(IUnitOfWork work, IWorkStore store, WorkOptions options, IClock clock, IIdGenerator ids, IJitter jitter)
    {
        this.work = work;
        this.store = store;
        this.options = options;
        this.clock = clock;
        this.ids = ids;
        this.jitter = jitter;
    }

    /// <summary>Asks for work in the commit of what needs it; the same key twice is one piece.</summary>
    /// <param name="unit">The unit of the command.</param>
    /// <param name="kind">Which step does it.</param>
    /// <param name="session">The session.</param>
    /// <param name="key">Names the work among all of the clinic.</param>
    /// <param name="at">When it is due.</param>
    public void Stage(IUnit unit, string kind, SessionId session, string key, Instant at)
    {
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentException.ThrowIfNullOrWhiteSpace(kind);
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(key.Length, WorkItem.LongestKey, nameof(key));
        store.Add(unit, new()
        {
            Id = ids.Next<WorkItemId>(),
            Kind = kind,
            Session = session,
            Site = unit.Context.Site,
            Key = key,
            NextAt = at.TruncateToMicroseconds(),
            CreatedAt = unit.Now,
        });
    }

    /// <summary>Stages that nothing that waits for a session is wanted any more.</summary>
    public void StageCancel(IUnit unit, SessionId session) => store.CancelOf(unit, session);

    /// <summary>Takes the piece that is due longest, or null.</summary>
    public async Task<WorkLease?> LeaseAsync(TenantId tenant, string owner, CancellationToken cancellationToken = default)
    {
        var now = clock.GetCurrentInstant().TruncateToMicroseconds();
        var leased = await store.LeaseAsync(tenant, owner, now, now + options.Lease, 1, cancellationToken).ConfigureAwait(false);
        return leased is [var item] ? new(this, tenant, item) : null;
    }

    /// <summary>Keeps a lease longer; false where it was lost, or the work is no longer wanted.</summary>
    public Task<bool> RenewAsync(WorkLease lease, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(lease);
        return store.RenewAsync(lease.Tenant, lease.Item, clock.GetCurrentInstant().TruncateToMicroseconds() + options.Lease, cancellationToken);
    }

    /// <summary>Notes that it is done; nothing happens where the lease was lost.</summary>
    public Task CompleteAsync(WorkLease lease, CancellationToken cancellationToken = default) =>
        EndAsync(lease, "completed", async (unit, ct) => await StageDoneAsync(unit, lease.Item, ct).ConfigureAwait(false), cancellationToken);

    /// <summary>Lets it wait without counting an attempt; nothing happens where the lease was lost.</summary>
    public Task PostponeAsync(WorkLease lease, Instant at, CancellationToken cancellationToken = default) => EndAsync(lease, "postponed", async (unit, ct) =>
    {
        if (await MineAsync(unit, lease.Item, ct).ConfigureAwait(false) is not { } item) return;
        store.Save(unit, item.Later(at.TruncateToMicroseconds()));
        unit.Audit("work.postponed", item.Fact, item.Kind);
    }, cancellationToken);

    /// <summary>Notes a failure: it is tried again after a growing pause, or given up where its step may be.</summary>
    /// <param name="lease">The lease.</param>
    /// <param name="failure">What happened.</param>
    /// <param name="step">The step, which stages what follows when it is given up.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task FailAsync(WorkLease lease, ProviderFailure failure, IWorkStep? step, CancellationToken cancellationToken = default) => EndAsync(lease, "failed", async (unit, ct) =>
    {
        if (await StageFailedAsync(unit, lease.Item, failure, ct, step is { NeverGivesUp: true }).ConfigureAwait(false) is { Status: WorkStatus.GivenUp } item && step is not null)
            await step.GivenUpAsync(unit, item, ct).ConfigureAwait(false);
    }, cancellationToken);

    internal CommandContext NewContext(TenantId tenant, SiteId site) => new(tenant, site, Actor.System, "job", ids.Next<CommandId>());

    internal async Task<bool> StageDoneAsync(IUnit unit, WorkItem leased, CancellationToken ct)
    {
        if (await MineAsync(unit, leased, ct).ConfigureAwait(false) is not { } item) return false;
        store.Save(unit, item.Ended(WorkStatus.Done));
        unit.Audit("work.done", item.Fact, item.Kind);
        return true;
    }

    internal async Task<WorkItem?> StageFailedAsync(IUnit unit, WorkItem leased, ProviderFailure failure, CancellationToken ct, bool neverGivesUp = false)
    {
        ArgumentNullException.ThrowIfNull(failure);
        if (await MineAsync(unit, leased, ct).ConfigureAwait(false) is not { } item) return null;
        var kind = failure.Kind.ToString();
        if (neverGivesUp || (failure.Retryable && item.Attempts < options.MostAttempts))
        {
            var again = item.Again(unit.Now + BackOff.Pause(item.Attempts, options, jitter.Next(), failure.RetryAfter), kind);
            store.Save(unit, again);
            unit.Audit("work.failed", item.Fact, FormattableString.Invariant($"{item.Kind}, {kind}, attempt {item.Attempts}"));
            return again;
        }

        var ended = item.Ended(WorkStatus.GivenUp, kind);
        store.Save(unit, ended);
        unit.Audit("work.given-up", item.Fact, FormattableString.Invariant($"{item.Kind}, {kind}, attempt {item.Attempts}"));
        unit.Publish(TranscriptionEvents.WorkGivenUp, JsonSerializer.Serialize(new WorkHappening(item.Id, item.Kind, item.Session, kind, item.Attempts), ClinicJson.Options));
        return ended;
    }

    // The stored piece, if it is still the one that was leased; renewing does not count as a change.
    private async Task<WorkItem?> MineAsync(IUnit unit, WorkItem leased, CancellationToken ct)
    {
        var found = await store.FindAsync(unit.Context.Tenant, leased.Id, ct).ConfigureAwait(false);
        return found is { Status: WorkStatus.Waiting } && found.Version == leased.Version && found.Owner == leased.Owner ? found : null;
    }

    private Task<WorkItemId> EndAsync(WorkLease lease, string how, Func<IUnit, CancellationToken, Task> stage, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(lease);
        return work.RunAsync(lease.NewContext(), new EndWork(lease.Item.Id, how), async (unit, token) =>
        {
            await stage(unit, token).ConfigureAwait(false);
            return lease.Item.Id;
        }, ct);
    }

    private sealed record EndWork(WorkItemId Item, string How) : ICommand<WorkItemId>
    {
        public string Name => "transcription.end-work";

        public void Describe(IPayloadWriter payload)
        {
            payload.Write("item", Item.ToString());
            payload.Write("how", How);
        }
    }
}
