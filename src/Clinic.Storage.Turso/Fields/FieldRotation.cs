using Clinic.Abstractions;

namespace Clinic.Storage.Turso;

/// <summary>Encrypts what is clear or under an old key again under the active key, or takes all encryption back.</summary>
/// <remarks>Works while others write, and may be stopped at any time: the next run goes on where this one ended.</remarks>
public sealed class FieldRotation
{
    private const int AtOnce = 100;

    private const string Tenants = "SELECT DISTINCT tenant_id FROM patients ORDER BY tenant_id";

    private const string Count = "SELECT count(*) FROM patients WHERE tenant_id = ?1 AND field_key IS NOT ?2";

    private const string Next = $"""
        SELECT {PatientFields.Columns}, field_key FROM patients
        WHERE tenant_id = ?1 AND field_key IS NOT ?2 AND id > ?3 ORDER BY id LIMIT ?4
        """;

    // A writer in between has written the row anew, with a key of its own choice; then nothing is done here.
    private const string Update = """
        UPDATE patients SET
            name = ?3, document_kind = ?4, document_number = ?5, contact = ?6, allergies = ?7,
            name_key = ?8, document_key = ?9, field_key = ?10, document_index = ?11
        WHERE tenant_id = ?1 AND id = ?2 AND version = ?12 AND field_key IS ?13
        """;

    private readonly ClinicDatabase source;
    private readonly FieldCipher cipher;
    private readonly PatientFields fields;
    private readonly BuyerRotation buyers;
    private readonly ConversationRotation conversations;

    internal FieldRotation(ClinicDatabase source, FieldKeyRing? keys)
    {
        this.source = source;
        cipher = new(keys);
        fields = new(cipher);
        buyers = new(source, cipher);
        conversations = new(source, cipher);
    }

    /// <summary>How many patients, buyers and conversations are clear or under another key than the active one.</summary>
    public Task<long> OutstandingAsync(CancellationToken cancellationToken = default) => OutstandingAsync(cipher.ActiveId, cancellationToken);

    /// <summary>Encrypts every patient, buyer and conversation under the active key; those that are need nothing.</summary>
    /// <returns>How many were encrypted again.</returns>
    /// <exception cref="InvalidOperationException">No key is configured.</exception>
    /// <exception cref="TursoException">An old key is missing or does not open a value; the key is named, and nothing of that batch changed.</exception>
    public Task<long> EncryptAsync(CancellationToken cancellationToken = default) =>
        RunAsync(cipher.ActiveId ?? throw new InvalidOperationException("No field key is configured, so there is nothing to encrypt with."), cancellationToken);

    /// <summary>Writes every patient, buyer and conversation clear again, before the keys are taken away; no process may encrypt any more.</summary>
    /// <returns>How many were decrypted.</returns>
    /// <exception cref="TursoException">A key is missing or does not open a value; the key is named, and nothing of that batch changed.</exception>
    public Task<long> DecryptAsync(CancellationToken cancellationToken = default) => RunAsync(null, cancellationToken);

    private async Task<long> RunAsync(string? keyId, CancellationToken ct)
    {
        var before = await OutstandingAsync(keyId, ct).ConfigureAwait(false);
        foreach (var tenant in await TenantsAsync(ct).ConfigureAwait(false))
        {
            for (var after = ""; ;)
            {
                var rows = await source.ListAsync(
                    Next, [tenant, keyId, after, AtOnce], r => (Patient: fields.Read(tenant, r), Key: r.TextOrNull(7)), ct).ConfigureAwait(false);
                if (rows.Count == 0) break;
                await source.CommitAsync([.. rows.Select(r => Step(tenant, r.Patient, keyId, r.Key))], ct).ConfigureAwait(false);
                after = rows[^1].Patient.Id.ToString();
            }
        }

        await buyers.RunAsync(keyId, AtOnce, ct).ConfigureAwait(false);
        await conversations.RunAsync(keyId, AtOnce, ct).ConfigureAwait(false);
        return before - await OutstandingAsync(keyId, ct).ConfigureAwait(false);
    }

    private Step Step(Guid tenant, Patient patient, string? keyId, string? earlier) =>
        new(Update, [tenant, patient.Id.Value, .. fields.Values(tenant, patient, keyId), patient.Version, earlier], Guard.None);

    private async Task<long> OutstandingAsync(string? keyId, CancellationToken ct)
    {
        var all = await buyers.OutstandingAsync(keyId, ct).ConfigureAwait(false) + await conversations.OutstandingAsync(keyId, ct).ConfigureAwait(false);
        foreach (var tenant in await TenantsAsync(ct).ConfigureAwait(false))
            all += (await source.ListAsync(Count, [tenant, keyId], r => r.Long(0), ct).ConfigureAwait(false))[0];
        return all;
    }

    private Task<List<Guid>> TenantsAsync(CancellationToken ct) => source.ListAsync(Tenants, [], r => r.Uuid(0), ct);
}
