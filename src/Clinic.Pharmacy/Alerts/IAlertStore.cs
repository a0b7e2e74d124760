using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Pharmacy.Alerts;

/// <summary>Loads and stages alerts as wholes.</summary>
public interface IAlertStore
{
    /// <summary>An alert, or null.</summary>
    Task<Alert?> FindAsync(TenantId tenant, AlertId alert, CancellationToken cancellationToken);

    /// <summary>Alerts last raised first, then by id downwards; paged.</summary>
    Task<Page<Alert>> ListAsync(TenantId tenant, AlertQuery query, PageRequest page, CancellationToken cancellationToken);

    /// <summary>How often a cause has been raised so far.</summary>
    Task<int> EpisodeAsync(TenantId tenant, string cause, CancellationToken cancellationToken);

    /// <summary>How many are open or escalated per kind and severity; of these departments and of none, or of all.</summary>
    Task<IReadOnlyList<AlertBadge>> BadgesAsync(TenantId tenant, IReadOnlyList<DepartmentId>? departments, CancellationToken cancellationToken);

    /// <summary>Alerts whose event was not published, first raised first.</summary>
    Task<IReadOnlyList<Alert>> UnannouncedAsync(TenantId tenant, int most, CancellationToken cancellationToken);

    /// <summary>Alerts that escalate or wake at or before an instant, soonest first.</summary>
    Task<IReadOnlyList<Alert>> DueAsync(TenantId tenant, Instant now, int most, CancellationToken cancellationToken);

    /// <summary>Stages a new alert; its cause and episode must be free at the commit.</summary>
    void Add(IUnit unit, Alert alert);

    /// <summary>Stages a changed alert; conflicts unless the version before is stored.</summary>
    void Save(IUnit unit, Alert alert);
}
