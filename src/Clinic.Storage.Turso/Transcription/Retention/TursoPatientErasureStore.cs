using Clinic.Abstractions;
using Clinic.Storage.Turso.Pharmacy;
using Clinic.Transcription.Retention;

namespace Clinic.Storage.Turso.Transcription.Retention;

/// <summary>Proofs of erasures; the database keeps them from being changed.</summary>
internal sealed class TursoPatientErasureStore(ClinicDatabase source) : IPatientErasureStore
{
    private const string Select = "SELECT proof FROM transcription_erasures WHERE tenant_id = ?1 AND patient_id = ?2 ORDER BY at, id";

    private const string Insert = "INSERT INTO transcription_erasures (tenant_id, id, patient_id, at, by_id, proof) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<PatientErasure>> OfPatientAsync(TenantId tenant, PatientId patient, CancellationToken cancellationToken) =>
        await source.ListAsync(Select, [tenant.Value, patient.Value], r => SnapshotJson.Read<PatientErasure>(r.Text(0)), cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public void Add(IUnit unit, PatientErasure erasure)
    {
        ArgumentNullException.ThrowIfNull(erasure);
        var mine = TursoUnit.Of(unit);
        mine.Add(Insert, Guard.OneRow(erasure.Fact), mine.Tenant, erasure.Id, erasure.Patient.Value, erasure.At, erasure.By.Value, SnapshotJson.Of(erasure));
    }
}
