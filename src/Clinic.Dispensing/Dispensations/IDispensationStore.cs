using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Dispensing.Dispensations;

/// <summary>Loads and stages dispensations as wholes.</summary>
public interface IDispensationStore
{
    /// <summary>A dispensation, or null.</summary>
    Task<Dispensation?> FindAsync(TenantId tenant, DispensationId dispensation, CancellationToken cancellationToken);

    /// <summary>Dispensations by requested instant, newest first, then by id downwards; paged.</summary>
    Task<Page<Dispensation>> ListAsync(TenantId tenant, DispensationQuery query, PageRequest page, CancellationToken cancellationToken);

    /// <summary>The dispensations for which a lot is kept aside now, by id.</summary>
    Task<IReadOnlyList<DispensationId>> KeepingAsync(TenantId tenant, LotId lot, CancellationToken cancellationToken);

    /// <summary>The first dispensation's refills, by number; those that were declined, cancelled or entered in error included.</summary>
    Task<IReadOnlyList<Dispensation>> RefillsAsync(TenantId tenant, DispensationId first, CancellationToken cancellationToken);

    /// <summary>The dispensations whose deadline of a kind has passed, the oldest deadline first.</summary>
    Task<IReadOnlyList<DispensationId>> DueAsync(TenantId tenant, DeadlineKind kind, Instant now, int most, CancellationToken cancellationToken);

    /// <summary>Stages a new dispensation; a second refill of one number conflicts at the commit.</summary>
    void Add(IUnit unit, Dispensation dispensation);

    /// <summary>Stages a changed dispensation; conflicts unless the stored version is that of <paramref name="before"/>.</summary>
    /// <param name="unit">The unit of the command.</param>
    /// <param name="before">As it was loaded.</param>
    /// <param name="after">As it is now, one version on. What is the same object in both need not be written.</param>
    void Save(IUnit unit, Dispensation before, Dispensation after);
}
