using System.Globalization;
using System.Text.Json;
using Clinic.Abstractions;

namespace Clinic.Storage.Turso;

/// <summary>Patients; documents are compared exactly, and searched by keys that the program folds.</summary>
internal sealed class TursoPatientStore(ClinicDatabase source) : IPatientStore
{
    private const string Select =
        "SELECT id, name, document_kind, document_number, contact, allergies, version FROM patients WHERE tenant_id = ?1";

    private const string Insert = """
        INSERT INTO patients (tenant_id, id, name, document_kind, document_number, contact, allergies, version, name_key, document_key, created_at, updated_at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?10, ?11, ?9, ?9)
        """;

    private const string Update = """
        UPDATE patients SET
            name = ?3, document_kind = ?4, document_number = ?5, contact = ?6, allergies = ?7, version = ?8, updated_at = ?9,
            name_key = ?10, document_key = ?11
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
    public async Task<IReadOnlyList<Patient>> SearchAsync(TenantId tenant, string text, int most, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        var search = new PatientSearch(text);
        if (search.IsEmpty) return [];
        // First those without keys: whoever is given them in between is then found twice, and not missed.
        var unfolded = await source.ListAsync($"{Select} AND name_key IS NULL", [tenant.Value], Read, cancellationToken).ConfigureAwait(false);
        var (sql, values) = Wanted(tenant, search, most);
        var found = await source.ListAsync(sql, values, Read, cancellationToken).ConfigureAwait(false);
        if (unfolded.Count == 0) return found;
        return
        [
            .. found.Concat(unfolded.Where(search.Finds)).DistinctBy(p => p.Id)
                .OrderBy(p => PatientSearch.NameKey(p.Name), StringComparer.Ordinal).ThenBy(p => p.Id.ToString(), StringComparer.Ordinal).Take(most),
        ];
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
            JsonSerializer.Serialize(patient.Allergies), patient.Version, mine.Now,
            PatientSearch.NameKey(patient.Name), PatientSearch.DocumentKey(patient.DocumentNumber));
    }

    private static (string Sql, SqlValue[] Values) Wanted(TenantId tenant, PatientSearch search, int most)
    {
        SqlValue[] values = [tenant.Value, most, search.Document, .. search.Words.Select(w => (SqlValue)w)];
        var words = string.Join(" AND ", search.Words.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"0 < instr(name_key, ?{i + 4})")));
        return ($"{Select} AND (({words}) OR 1 = instr(document_key, ?3)) ORDER BY name_key, id LIMIT ?2", values);
    }

    private static Patient Read(Row r) => new(
        r.Id<PatientId>(0), r.Text(1), r.TextOrNull(2), r.TextOrNull(3), r.TextOrNull(4),
        JsonSerializer.Deserialize<string[]>(r.Text(5)) ?? [], r.Long(6));
}
