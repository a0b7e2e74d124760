using Clinic.Abstractions;
using Clinic.Storage.Turso.Pharmacy;
using Clinic.Transcription.Retention;

namespace Clinic.Storage.Turso.Transcription.Retention;

/// <summary>Legal holds by patient.</summary>
internal sealed class TursoPatientHoldStore(ClinicDatabase source) : IPatientHoldStore
{
    private const string Find = "SELECT sites, version FROM transcription_patient_holds WHERE tenant_id = ?1 AND id = ?2";

    private const string Insert = "INSERT INTO transcription_patient_holds (tenant_id, id, sites, version, created_at, updated_at) VALUES (?1, ?2, ?3, ?4, ?5, ?5)";

    private const string Update = "UPDATE transcription_patient_holds SET sites = ?3, version = ?4, updated_at = ?5 WHERE tenant_id = ?1 AND id = ?2 AND version = ?4 - 1";

    /// <inheritdoc/>
    public Task<PatientHold?> FindAsync(TenantId tenant, PatientId patient, CancellationToken cancellationToken) =>
        source.FindAsync(Find, [tenant.Value, patient.Value], r => new PatientHold(patient, SnapshotJson.Read<IReadOnlyList<SiteId>>(r.Text(0)), r.Long(1)), cancellationToken);

    /// <inheritdoc/>
    public void Save(IUnit unit, PatientHold hold)
    {
        ArgumentNullException.ThrowIfNull(hold);
        var mine = TursoUnit.Of(unit);
        mine.Add(hold.Version == 1 ? Insert : Update, Guard.OneRow(hold.Fact), mine.Tenant, hold.Patient.Value, SnapshotJson.Of(hold.Sites), hold.Version, mine.Now);
    }
}
