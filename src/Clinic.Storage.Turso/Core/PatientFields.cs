using System.Text.Json;
using Clinic.Abstractions;

namespace Clinic.Storage.Turso;

/// <summary>Patients as rows: which columns are encrypted, and by what they are found.</summary>
internal sealed class PatientFields(FieldCipher cipher)
{
    /// <summary>The columns that <see cref="Read"/> expects.</summary>
    public const string Columns = "id, name, document_kind, document_number, contact, allergies, version";

    private const string Table = "patients";

    /// <summary>Name, document kind, document number, contact, allergies, name key, document key, field key, document index.</summary>
    public SqlValue[] Values(Guid tenant, Patient patient, string? keyId)
    {
        foreach (var allergy in patient.Allergies) Utf16.Checked(allergy);
        string? Seal(string column, string? clear) => cipher.Seal(keyId, Table, column, tenant, patient.Id.Value, clear);
        return
        [
            Seal("name", patient.Name), patient.DocumentKind, Seal("document_number", patient.DocumentNumber), Seal("contact", patient.Contact),
            Seal("allergies", JsonSerializer.Serialize(patient.Allergies)),
            keyId is null ? PatientSearch.NameKey(patient.Name) : null, keyId is null ? PatientSearch.DocumentKey(patient.DocumentNumber) : null, keyId,
            keyId is null || patient.DocumentNumber is null ? null : cipher.Index(Table, tenant, patient.DocumentKind ?? "", patient.DocumentNumber),
        ];
    }

    /// <summary>The blind indexes of a document under every key, as a JSON array.</summary>
    public string Indexes(Guid tenant, string kind, string number) => JsonSerializer.Serialize(cipher.Indexes(Table, tenant, kind, number));

    /// <summary>The patient of a row.</summary>
    /// <exception cref="TursoException">A value does not open; the key is named.</exception>
    public Patient Read(Guid tenant, Row r)
    {
        var id = r.Id<PatientId>(0);
        string? Open(string column, string? stored) => cipher.Open(Table, column, tenant, id.Value, stored);
        return new(
            id, Open("name", r.Text(1))!, r.TextOrNull(2), Open("document_number", r.TextOrNull(3)), Open("contact", r.TextOrNull(4)),
            JsonSerializer.Deserialize<string[]>(Open("allergies", r.Text(5))!) ?? [], r.Long(6));
    }
}
