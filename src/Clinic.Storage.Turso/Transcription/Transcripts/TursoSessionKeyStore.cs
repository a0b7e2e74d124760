using Clinic.Abstractions;
using Clinic.Transcription.Sessions;
using Clinic.Transcription.Transcripts;

namespace Clinic.Storage.Turso.Transcription.Transcripts;

/// <summary>Wrapped data keys of sessions, apart from what is encrypted with them.</summary>
internal sealed class TursoSessionKeyStore(ClinicDatabase source) : ISessionKeyStore
{
    /// <inheritdoc/>
    public Task<WrappedSessionKey?> FindAsync(TenantId tenant, SessionId session, CancellationToken cancellationToken) =>
        source.FindAsync(
            "SELECT k.key_id, k.wrapped, k.made_at FROM session_keys k WHERE k.tenant_id = ?1 AND k.session_id = ?2", [tenant.Value, session.Value],
            r => new WrappedSessionKey(session, r.Text(0), r.Blob(1), r.Instant(2)), cancellationToken);

    /// <inheritdoc/>
    public void Add(IUnit unit, WrappedSessionKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var mine = TursoUnit.Of(unit);
        mine.Add(
            "INSERT INTO session_keys (tenant_id, session_id, key_id, wrapped, made_at) VALUES (?1, ?2, ?3, ?4, ?5)", Guard.OneRow(TranscriptionSession.FactOf(key.Session)),
            mine.Tenant, key.Session.Value, key.KeyId, SqlValue.Of(key.Wrapped), key.MadeAt);
    }

    /// <inheritdoc/>
    public void Destroy(IUnit unit, SessionId session)
    {
        var mine = TursoUnit.Of(unit);
        mine.Add("DELETE FROM session_keys WHERE tenant_id = ?1 AND session_id = ?2", Guard.None, mine.Tenant, session.Value);
    }
}
