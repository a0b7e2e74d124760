using Clinic.Abstractions;
using Clinic.Transcription.Sessions;

namespace Clinic.Transcription.Transcripts;

/// <summary>Makes, opens and destroys the data keys of sessions.</summary>
public sealed class SessionKeys
{
    private readonly ISessionKeyStore store;
    private readonly Func<TranscriptKeyRing> ring;

    internal SessionKeys(ISessionKeyStore store, Func<TranscriptKeyRing> ring)
    {
        this.store = store;
        this.ring = ring;
    }

    /// <summary>The key of a session for writing; stages one where there is none.</summary>
    /// <exception cref="TranscriptionException">The ring has not the key that wraps it, or it was changed.</exception>
    public async Task<SessionKey> ForWritingAsync(IUnit unit, SessionId session, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(unit);
        var tenant = unit.Context.Tenant;
        if (await FindAsync(tenant, session, cancellationToken).ConfigureAwait(false) is { } found) return found;
        var (keys, made) = (ring(), SessionKey.New(tenant, session));
        store.Add(unit, new(session, keys.ActiveId, made.Wrap(keys.ActiveId, keys.Find(keys.ActiveId)!), unit.Now));
        return made;
    }

    /// <summary>The key of a session; null where it has none or it was destroyed.</summary>
    /// <exception cref="TranscriptionException">The ring has not the key that wraps it, or it was changed.</exception>
    public async Task<SessionKey?> FindAsync(TenantId tenant, SessionId session, CancellationToken cancellationToken = default)
    {
        if (await store.FindAsync(tenant, session, cancellationToken).ConfigureAwait(false) is not { } wrapped) return null;
        var key = ring().Find(wrapped.KeyId) ?? throw new TranscriptionException(TranscriptionRules.TranscriptKeyMissing, ("session", session), ("key", wrapped.KeyId));
        return SessionKey.Unwrap(tenant, wrapped, key) ?? throw new TranscriptionException(TranscriptionRules.TranscriptNotGenuine, ("session", session));
    }

    /// <summary>Stages the end of a key; every text of the session is unreadable after the commit.</summary>
    public void Destroy(IUnit unit, SessionId session) => store.Destroy(unit, session);
}
