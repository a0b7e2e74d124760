using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Pharmacy.Packs;

/// <summary>A registry of serialised packs, such as a national medicines verification system.</summary>
/// <remarks>Calls leave the clinic, so they are in no commit. What cannot be reached throws <see cref="PackRegistryException"/>.</remarks>
public interface IPackRegistry
{
    /// <summary>How a pack stands.</summary>
    Task<PackStatus> VerifyAsync(TenantId tenant, PackIdentity pack, CancellationToken cancellationToken);

    /// <summary>Decommissions active packs, all or none.</summary>
    /// <param name="tenant">The clinic.</param>
    /// <param name="site">The site that does it; only this one may undo it.</param>
    /// <param name="packs">The packs.</param>
    /// <param name="to">Supplied or destroyed.</param>
    /// <param name="key">Names the act: the same key and packs again change nothing and succeed.</param>
    /// <param name="at">When.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The packs that stand in the way, with their status; empty when all were decommissioned.</returns>
    Task<IReadOnlyList<(PackIdentity Pack, PackStatus Status)>> DecommissionAsync(
        TenantId tenant, SiteId site, IReadOnlyList<PackIdentity> packs, PackState to, Guid key, Instant at, CancellationToken cancellationToken);

    /// <summary>Takes back what an act decommissioned; an act that decommissioned nothing is no error.</summary>
    Task TakeBackAsync(TenantId tenant, SiteId site, Guid key, CancellationToken cancellationToken);

    /// <summary>Makes a supplied pack active again.</summary>
    /// <returns>Its status before; unless it was supplied by this site within the ten days, nothing was changed.</returns>
    Task<PackStatus> UndoAsync(TenantId tenant, SiteId site, PackIdentity pack, Instant at, CancellationToken cancellationToken);
}
