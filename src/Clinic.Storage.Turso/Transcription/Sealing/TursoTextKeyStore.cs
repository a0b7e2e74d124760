using Clinic.Abstractions;
using Clinic.Transcription.Sealing;

namespace Clinic.Storage.Turso.Transcription.Sealing;

/// <summary>Wrapped data keys, apart from the texts.</summary>
internal sealed class TursoTextKeyStore(ClinicDatabase source) : ITextKeyStore
{
    private const string Find = "SELECT key_id, wrapped, made_at FROM transcription_text_keys WHERE tenant_id = ?1 AND kind = ?2 AND owner_id = ?3";

    private const string Insert = "INSERT INTO transcription_text_keys (tenant_id, kind, owner_id, key_id, wrapped, made_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";

    private const string Delete = "DELETE FROM transcription_text_keys WHERE tenant_id = ?1 AND kind = ?2 AND owner_id = ?3";

    /// <inheritdoc/>
    public Task<WrappedTextKey?> FindAsync(TenantId tenant, FactKey owner, CancellationToken cancellationToken) =>
        source.FindAsync(Find, [tenant.Value, owner.Kind, owner.Id], r => new WrappedTextKey(owner, r.Text(0), r.Blob(1), r.Instant(2)), cancellationToken);

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
