using System.Globalization;
using Clinic.Abstractions;

namespace Clinic.Storage.Turso;

/// <summary>Patients; documents are compared exactly, and searched by keys that the program folds.</summary>
/// <remarks>
/// Encrypted patients have no search keys, because those would tell the names: the search opens them one by one. Their documents are found
/// by a blind index.
/// </remarks>
internal sealed class TursoPatientStore : IPatientStore
{
    private const string Select = $"SELECT {PatientFields.Columns} FROM patients WHERE tenant_id = ?1";

    private const string Insert = """
        INSERT INTO patients (tenant_id, id, name, document_kind, document_number, contact, allergies, name_key, document_key, field_key, document_index, version, created_at, updated_at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?13)
        """;

    private const string Update = """
        UPDATE patients SET
            name = ?3, document_kind = ?4, document_number = ?5, contact = ?6, allergies = ?7,
            name_key = ?8, document_key = ?9, field_key = ?10, document_index = ?11, version = ?12, updated_at = ?13
        WHERE tenant_id = ?1 AND id = ?2 AND version = ?12 - 1
        """;

    // While keys change, one document may lie under another key, or clear: no unique index can see that.
    private const string DocumentIsFree = """
        SELECT NOT EXISTS (
            SELECT 1 FROM patients WHERE tenant_id = ?1 AND id <> ?2 AND (
                (document_kind = ?3 AND document_number = ?4) OR document_index IN (SELECT value FROM json_each(?5))))
        """;

    private readonly ClinicDatabase source;
    private readonly FieldCipher cipher;
    private readonly PatientFields fields;

    public TursoPatientStore(ClinicDatabase source, FieldKeyRing? keys = null)
    {
        this.source = source;
        cipher = new(keys);
        fields = new(cipher);
    }

    /// <inheritdoc/>
    public Task<Patient?> FindAsync(TenantId tenant, PatientId patient, CancellationToken cancellationToken) =>
        source.FindAsync($"{Select} AND id = ?2", [tenant.Value, patient.Value], r => fields.Read(tenant.Value, r), cancellationToken);

    /// <inheritdoc/>
    public Task<Patient?> FindByDocumentAsync(TenantId tenant, string kind, string number, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(kind);
        ArgumentNullException.ThrowIfNull(number);
        return source.FindAsync(
            $"{Select} AND ((document_kind = ?2 AND document_number = ?3) OR document_index IN (SELECT value FROM json_each(?4)))",
            [tenant.Value, kind, number, fields.Indexes(tenant.Value, kind, number)], r => fields.Read(tenant.Value, r), cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Patient>> SearchAsync(TenantId tenant, string text, int most, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        var search = new PatientSearch(text);
        if (search.IsEmpty) return [];
        var (sql, values) = Wanted(tenant, search, most);
        var all = await source.ListAsync(sql, values, r => (Patient: fields.Read(tenant.Value, r), IsFolded: r.Bool(7)), cancellationToken).ConfigureAwait(false);
        var found = all.Where(p => p.IsFolded).Select(p => p.Patient).ToList();
        if (found.Count == all.Count) return found;
        return
        [
            .. found.Concat(all.Where(p => !p.IsFolded && search.Finds(p.Patient)).Select(p => p.Patient))
                .OrderBy(p => PatientSearch.NameKey(p.Name), StringComparer.Ordinal).ThenBy(p => p.Id.ToString(), StringComparer.Ordinal).Take(most),
        ];
    }

    /// <inheritdoc/>
    public void Add(IUnit unit, Patient patient) => Stage(unit, patient, Insert);

    /// <inheritdoc/>
    public void Save(IUnit unit, Patient patient) => Stage(unit, patient, Update);

    private void Stage(IUnit unit, Patient patient, string sql)
    {
        ArgumentNullException.ThrowIfNull(patient);
        var mine = TursoUnit.Of(unit);
        var fact = CoreSet.Fact(patient.Id);
        if (cipher.ActiveId is not null && patient is { DocumentKind: { } kind, DocumentNumber: { } number })
            mine.Add(DocumentIsFree, Guard.Holds(fact), mine.Tenant, patient.Id.Value, kind, number, fields.Indexes(mine.Tenant, kind, number));
        mine.Add(sql, Guard.OneRow(fact), [mine.Tenant, patient.Id.Value, .. fields.Values(mine.Tenant, patient, cipher.ActiveId), patient.Version, mine.Now]);
    }

    private static (string Sql, SqlValue[] Values) Wanted(TenantId tenant, PatientSearch search, int most)
    {
        SqlValue[] values = [tenant.Value, most, search.Document, .. search.Words.Select(w => (SqlValue)w)];
        var words = string.Join(" AND ", search.Words.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"0 < instr(name_key, ?{i + 4})")));
        // One statement is one snapshot: whoever is encrypted or given keys meanwhile is neither missed nor found twice.
        return ($"""
            SELECT {PatientFields.Columns}, 1 FROM (
                SELECT {PatientFields.Columns} FROM patients
                WHERE tenant_id = ?1 AND (({words}) OR 1 = instr(document_key, ?3)) ORDER BY name_key, id LIMIT ?2)
            UNION ALL SELECT {PatientFields.Columns}, 0 FROM patients WHERE tenant_id = ?1 AND name_key IS NULL
            """, values);
    }
}
