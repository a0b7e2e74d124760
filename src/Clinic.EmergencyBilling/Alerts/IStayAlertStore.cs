using Clinic.Abstractions;
using Clinic.EmergencyBilling.Stays;
using NodaTime;

namespace Clinic.EmergencyBilling.Alerts;

/// <summary>Loads and stages the watches over stays, with their alerts, as wholes.</summary>
public interface IStayAlertStore
{
    /// <summary>The watch over a stay, or null before its clock began.</summary>
    Task<StayWatch?> FindAsync(TenantId tenant, StayId stay, CancellationToken cancellationToken);

    /// <summary>The watch that holds an alert, or null.</summary>
    Task<StayWatch?> HoldingAsync(TenantId tenant, StayAlertId alert, CancellationToken cancellationToken);

    /// <summary>What is due at or before an instant, soonest first, then by stay; one look at an index, however many stays are open.</summary>
    Task<IReadOnlyList<StayDue>> DueAsync(TenantId tenant, Instant now, int most, CancellationToken cancellationToken);

    /// <summary>Alerts last raised first, then by id downwards; paged.</summary>
    Task<Page<StayAlert>> ListAsync(TenantId tenant, StayAlertQuery query, PageRequest page, CancellationToken cancellationToken);

    /// <summary>What comes next in the open stays of a site, by stay; stays to which nothing comes are left out.</summary>
    Task<IReadOnlyList<StayNextAlert>> NextAsync(TenantId tenant, SiteId site, CancellationToken cancellationToken);

    /// <summary>Stages a watch; conflicts unless the version before is stored, and when a level was raised meanwhile.</summary>
    /// <param name="unit">The unit of the command.</param>
    /// <param name="before">As it was loaded; null for the first version.</param>
    /// <param name="after">As it is now, one version on.</param>
    void Save(IUnit unit, StayWatch? before, StayWatch after);

    /// <summary>Stages that every open stay of a site is due at an instant or before, as the rules changed; the versions of the watches move on.</summary>
    void Hurry(IUnit unit, SiteId site, Instant at);
}
