using Clinic.Abstractions;
using Clinic.Transcription.Sealing;

namespace Clinic.Storage.Turso.Transcription.Sealing;

/// <summary>Wrapped data keys, apart from the texts.</summary>
internal sealed class TursoTextKeyStore(ClinicDatabase source) : ITextKeyStore
{
    private const string Find = "SELECT key_id, wrapped, made_at FROM transcription_text_keys WHERE tenant_id = ?1 AND kind = ?2 AND owner_id = ?3";

    private const string ListOther = """
        SELECT kind, owner_id, key_id, wrapped, made_at FROM transcription_text_keys WHERE tenant_id = ?1 AND key_id <> ?2 ORDER BY kind, owner_id LIMIT ?3
        """;

    private const string CountOther = "SELECT count(*) FROM transcription_text_keys WHERE tenant_id = ?1 AND key_id <> ?2";

    private const string Update = "UPDATE transcription_text_keys SET key_id = ?5, wrapped = ?6 WHERE tenant_id = ?1 AND kind = ?2 AND owner_id = ?3 AND key_id = ?4";

    private const string Insert = "INSERT INTO transcription_text_keys (tenant_id, kind, owner_id, key_id, wrapped, made_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";

    private const string Delete = "DELETE FROM transcription_text_keys WHERE tenant_id = ?1 AND kind = ?2 AND owner_id = ?3";

    /// <inheritdoc/>
    public Task<WrappedTextKey?> FindAsync(TenantId tenant, FactKey owner, CancellationToken cancellationToken) =>
        source.FindAsync(Find, [tenant.Value, owner.Kind, owner.Id], r => new WrappedTextKey(owner, r.Text(0), r.Blob(1), r.Instant(2)), cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<WrappedTextKey>> ListOtherAsync(TenantId tenant, string keyId, int most, CancellationToken cancellationToken) => await source.ListAsync(
        ListOther, [tenant.Value, keyId, most], r => new WrappedTextKey(new(r.Text(0), r.Uuid(1)), r.Text(2), r.Blob(3), r.Instant(4)), cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public async Task<long> CountOtherAsync(TenantId tenant, string keyId, CancellationToken cancellationToken) =>
        (await source.ListAsync(CountOther, [tenant.Value, keyId], r => r.Long(0), cancellationToken).ConfigureAwait(false))[0];

    /// <inheritdoc/>
    public void Replace(IUnit unit, WrappedTextKey before, WrappedTextKey after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var mine = TursoUnit.Of(unit);
        mine.Add(Update, Guard.OneRow(before.Owner), mine.Tenant, before.Owner.Kind, before.Owner.Id, before.KeyId, after.KeyId, SqlValue.Of(after.Wrapped));
    }

    /// <inheritdoc/>
    public void Add(IUnit unit, WrappedTextKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var mine = TursoUnit.Of(unit);
        mine.Add(Insert, Guard.OneRow(key.Owner), mine.Tenant, key.Owner.Kind, key.Owner.Id, key.KeyId, SqlValue.Of(key.Wrapped), key.MadeAt);
    }

    /// <inheritdoc/>
    public void Destroy(IUnit unit, FactKey owner)
    {
        var mine = TursoUnit.Of(unit);
        mine.Add(Delete, Guard.None, mine.Tenant, owner.Kind, owner.Id);
    }
}
