using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Pharmacy.Packs;

/// <summary>A registry in memory, for tests and demonstrations; thread-safe, and gone with the process.</summary>
public sealed class InMemoryPackRegistry : IPackRegistry
{
    private readonly Lock gate = new();
    private readonly Dictionary<(TenantId, string Gtin, string Serial), Entry> packs = [];

    /// <summary>What a manufacturer uploads: a pack that may be supplied.</summary>
    public void Upload(TenantId tenant, PackIdentity pack)
    {
        ArgumentNullException.ThrowIfNull(pack);
        lock (gate) packs[Key(tenant, pack)] = new(pack, new(PackState.Active), null);
    }

    /// <summary>What a manufacturer or an authority says of a pack: recalled or stolen.</summary>
    /// <exception cref="ArgumentException">The pack is not known.</exception>
    public void Mark(TenantId tenant, PackIdentity pack, PackState state)
    {
        lock (gate)
        {
            if (Find(tenant, pack) is not { } entry) throw new ArgumentException("The pack is not known.", nameof(pack));
            packs[Key(tenant, pack)] = entry with { Status = new(state) };
        }
    }

    /// <inheritdoc/>
    public Task<PackStatus> VerifyAsync(TenantId tenant, PackIdentity pack, CancellationToken cancellationToken)
    {
        lock (gate) return Task.FromResult(StatusOf(tenant, pack));
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<(PackIdentity Pack, PackStatus Status)>> DecommissionAsync(
        TenantId tenant, SiteId site, IReadOnlyList<PackIdentity> packs, PackState to, Guid key, Instant at, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(packs);
        if (to is not (PackState.Supplied or PackState.Destroyed)) throw new ArgumentOutOfRangeException(nameof(to), to, "A pack is decommissioned as supplied or destroyed.");
        lock (gate)
        {
            var inTheWay = packs.Where(p => Find(tenant, p)?.Act != key).Select(p => (Pack: p, Status: StatusOf(tenant, p))).Where(p => p.Status.State != PackState.Active).ToList();
            if (inTheWay.Count == 0)
            {
                foreach (var pack in packs) this.packs[Key(tenant, pack)] = new(pack, new(to, site, at), key);
            }

            return Task.FromResult<IReadOnlyList<(PackIdentity, PackStatus)>>(inTheWay);
        }
    }

    /// <inheritdoc/>
    public Task TakeBackAsync(TenantId tenant, SiteId site, Guid key, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            foreach (var (at, entry) in packs.Where(p => p.Key.Item1 == tenant && p.Value.Act == key && p.Value.Status.Site == site).ToList())
                packs[at] = entry with { Status = new(PackState.Active), Act = null };
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<PackStatus> UndoAsync(TenantId tenant, SiteId site, PackIdentity pack, Instant at, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            var before = StatusOf(tenant, pack);
            if (PackDesk.MayUndo(before, site, at)) packs[Key(tenant, pack)] = new(pack, new(PackState.Active), null);
            return Task.FromResult(before);
        }
    }

    private PackStatus StatusOf(TenantId tenant, PackIdentity pack) => Find(tenant, pack)?.Status ?? new(PackState.Unknown);

    // Another lot or another printed date under a known serial is as bad as an unknown one.
    private Entry? Find(TenantId tenant, PackIdentity pack) => packs.TryGetValue(Key(tenant, pack), out var entry) && entry.Pack == pack ? entry : null;

    private static (TenantId, string, string) Key(TenantId tenant, PackIdentity pack) => (tenant, pack.Gtin.ToString(), pack.Serial);

    private sealed record Entry(PackIdentity Pack, PackStatus Status, Guid? Act);
}
