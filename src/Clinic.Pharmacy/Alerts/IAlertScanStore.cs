using Clinic.Abstractions;

namespace Clinic.Pharmacy.Alerts;

/// <summary>Remembers where the scan of a clinic goes on.</summary>
public interface IAlertScanStore
{
    /// <summary>Where it stands, or null before the first run.</summary>
    Task<AlertScanState?> FindAsync(TenantId tenant, CancellationToken cancellationToken);

    /// <summary>Stages where it stands; version 1 is new, a later one conflicts unless the version before is stored.</summary>
    void Save(IUnit unit, AlertScanState state);
}
