using Clinic.Abstractions;
using Clinic.Transcription.Sessions;

namespace Clinic.Transcription.Transcripts;

/// <summary>Keeps the wrapped data keys of sessions, apart from what is encrypted with them.</summary>
public interface ISessionKeyStore
{
    /// <summary>The key of a session, or null.</summary>
    Task<WrappedSessionKey?> FindAsync(TenantId tenant, SessionId session, CancellationToken cancellationToken);

    /// <summary>Stages a new key; a session has one only, or it conflicts.</summary>
    void Add(IUnit unit, WrappedSessionKey key);

    /// <summary>Stages the end of a key; what is not there is no matter.</summary>
    void Destroy(IUnit unit, SessionId session);
}
