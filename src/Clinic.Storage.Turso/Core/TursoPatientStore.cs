using System.Text.Json;
using Clinic.Abstractions;

namespace Clinic.Storage.Turso;

/// <summary>Patients; documents are compared exactly.</summary>
internal sealed class TursoPatientStore(TursoDataSource source) : IPatientStore
{
    private const string Select =
        "SELECT id, name, document_kind, document_number, contact, allergies, version FROM patients WHERE tenant_id = ?1";

    private const string Insert = """
        INSERT INTO patients (tenant_id, id, name, document_kind, document_number, contact, allergies, version, created_at, updated_at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?9)
        """;

    private const string Update = """
        UPDATE patients SET
            name = ?3, document_kind = ?4, document_number = ?5, contact = ?6, allergies = ?7, version = ?8, updated_at = ?9
        WHERE tenant_id = ?1 AND id = ?2 AND version = ?8 - 1
        """;

    /// <inheritdoc/>
    public Task<Patient?> FindAsync(TenantId tenant, PatientId patient, CancellationToken cancellationToken) =>
        source.FindAsync($"{Select} AND id = ?2", [tenant.Value, patient.Value], Read, cancellationToken);

    /// <inheritdoc/>
    public Task<Patient?> FindByDocumentAsync(TenantId tenant, string kind, string number, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(kind);
        ArgumentNullException.ThrowIfNull(number);
        return source.FindAsync(
            $"{Select} AND document_kind = ?2 AND document_number = ?3", [tenant.Value, kind, number], Read, cancellationToken);
    }

    /// <inheritdoc/>
    public void Add(IUnit unit, Patient patient) => Stage(unit, patient, Insert);

    /// <inheritdoc/>
    public void Save(IUnit unit, Patient patient) => Stage(unit, patient, Update);

    private static void Stage(IUnit unit, Patient patient, string sql)
    {
        ArgumentNullException.ThrowIfNull(patient);
        var mine = TursoUnit.Of(unit);
        foreach (var allergy in patient.Allergies) Utf16.Checked(allergy);
        mine.Add(
            sql, Guard.OneRow(CoreSet.Fact(patient.Id)),
            mine.Tenant, patient.Id.Value, patient.Name, patient.DocumentKind, patient.DocumentNumber, patient.Contact,
            JsonSerializer.Serialize(patient.Allergies), patient.Version, mine.Now);
    }

    private static Patient Read(Row r) => new(
        r.Id<PatientId>(0), r.Text(1), r.TextOrNull(2), r.TextOrNull(3), r.TextOrNull(4),
        JsonSerializer.Deserialize<string[]>(r.Text(5)) ?? [], r.Long(6));
}
