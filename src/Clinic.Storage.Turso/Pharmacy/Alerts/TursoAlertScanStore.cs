using Clinic.Abstractions;
using Clinic.Pharmacy.Alerts;

namespace Clinic.Storage.Turso.Pharmacy.Alerts;

/// <summary>Where each clinic's scan goes on, one row.</summary>
internal sealed class TursoAlertScanStore(ClinicDatabase source) : IAlertScanStore
{
    private const string Insert = "INSERT INTO alert_scans (tenant_id, id, after, latest, rounds, version) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";

    private const string Update =
        "UPDATE alert_scans SET after = ?3, latest = ?4, rounds = ?5, version = ?6 WHERE tenant_id = ?1 AND id = ?2 AND version = ?6 - 1";

    /// <inheritdoc/>
    public Task<AlertScanState?> FindAsync(TenantId tenant, CancellationToken cancellationToken) =>
        source.FindAsync(
            "SELECT s.after, s.latest, s.rounds, s.version FROM alert_scans s WHERE s.tenant_id = ?1 AND s.id = ?2", [tenant.Value, tenant.Value],
            r => new AlertScanState(r.TextOrNull(0), r.Instant(1), r.Long(2), r.Long(3)), cancellationToken);

    /// <inheritdoc/>
    public void Save(IUnit unit, AlertScanState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var mine = TursoUnit.Of(unit);
        mine.Add(
            state.Version == 1 ? Insert : Update, Guard.OneRow(AlertScanState.FactOf(unit.Context.Tenant)),
            mine.Tenant, mine.Tenant, state.After, state.Latest, state.Rounds, state.Version);
    }
}
