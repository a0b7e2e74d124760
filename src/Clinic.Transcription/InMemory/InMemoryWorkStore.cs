using Clinic.Abstractions;
using Clinic.Abstractions.InMemory;
using Clinic.Transcription.Sessions;
using Clinic.Transcription.Work;
using NodaTime;

namespace Clinic.Transcription.InMemory;

/// <summary>The queue in memory.</summary>
internal sealed class InMemoryWorkStore(InMemoryCoordinator coordinator) : IWorkStore
{
    private readonly Dictionary<(TenantId Tenant, WorkItemId Id), WorkItem> all = [];
    private readonly Dictionary<(TenantId, string), WorkItemId> keys = [];

    public Task<WorkItem?> FindAsync(TenantId tenant, WorkItemId item, CancellationToken cancellationToken) =>
        Task.FromResult(coordinator.Read(() => all.GetValueOrDefault((tenant, item))));

    public Task<IReadOnlyList<WorkItem>> OfSessionAsync(TenantId tenant, SessionId session, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<WorkItem>>(coordinator.Read(() => Of(tenant, w => w.Session == session).OrderBy(w => w.CreatedAt).ThenBy(w => w.Id.ToString(), StringComparer.Ordinal).ToList()));

    public Task<IReadOnlyList<WorkItem>> LeaseAsync(TenantId tenant, string owner, Instant now, Instant until, int most, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        return Task.FromResult<IReadOnlyList<WorkItem>>(coordinator.Read(() =>
        {
            var due = Of(tenant, w => w.Status == WorkStatus.Waiting && w.NextAt <= now && (w.LeaseUntil is null || w.LeaseUntil <= now))
                .OrderBy(w => w.NextAt).ThenBy(w => w.Id.ToString(), StringComparer.Ordinal).Take(most)
                .Select(w => w with { Owner = owner, LeaseUntil = until, Attempts = w.Attempts + 1, Version = w.Version + 1 }).ToList();
            foreach (var item in due) all[(tenant, item.Id)] = item;
            return due;
        }));
    }

    public Task<bool> RenewAsync(TenantId tenant, WorkItem item, Instant until, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(item);
        return Task.FromResult(coordinator.Read(() =>
        {
            if (!all.TryGetValue((tenant, item.Id), out var found) || found.Status != WorkStatus.Waiting || found.Version != item.Version || found.Owner != item.Owner) return false;
            all[(tenant, item.Id)] = found with { LeaseUntil = until };
            return true;
        }));
    }

    public void Add(IUnit unit, WorkItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        var tenant = unit.Context.Tenant;
        InMemoryUnit.Of(unit).Stage(c =>
        {
            if (keys.ContainsKey((tenant, item.Key))) return;
            c.AddUnique(all, (tenant, item.Id), item, item.Fact);
            c.Put(keys, (tenant, item.Key), item.Id);
        });
    }

    public void Save(IUnit unit, WorkItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        var key = (unit.Context.Tenant, item.Id);
        InMemoryUnit.Of(unit).Stage(c =>
        {
            if (all.GetValueOrDefault(key)?.Version != item.Version - 1) throw new ConcurrencyConflictException([item.Fact]);
            c.Put(all, key, item);
        });
    }

    public void CancelOf(IUnit unit, SessionId session)
    {
        var tenant = unit.Context.Tenant;
        InMemoryUnit.Of(unit).Stage(c =>
        {
            foreach (var item in Of(tenant, w => w.Session == session && w.Status == WorkStatus.Waiting).ToList())
                c.Put(all, (tenant, item.Id), item with { Status = WorkStatus.Cancelled, LeaseUntil = null, Version = item.Version + 1 });
        });
    }

    private IEnumerable<WorkItem> Of(TenantId tenant, Func<WorkItem, bool> fits) => all.Where(w => w.Key.Tenant == tenant && fits(w.Value)).Select(w => w.Value);
}
