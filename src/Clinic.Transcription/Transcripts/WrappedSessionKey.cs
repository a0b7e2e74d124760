using Clinic.Transcription.Sessions;
using NodaTime;

namespace Clinic.Transcription.Transcripts;

/// <summary>The data key of a session as a store keeps it; destroying it makes every text of the session unreadable.</summary>
public sealed class WrappedSessionKey
{
    /// <summary>A data key wrapped under a key of the ring.</summary>
    public WrappedSessionKey(SessionId session, string keyId, ReadOnlyMemory<byte> wrapped, Instant madeAt) =>
        (Session, KeyId, Wrapped, MadeAt) = (session, keyId, wrapped, madeAt);

    /// <summary>The session.</summary>
    public SessionId Session { get; }

    /// <summary>The id of the key of the ring.</summary>
    public string KeyId { get; }

    /// <summary>Nonce of 12 bytes, the wrapped key, tag of 16 bytes.</summary>
    public ReadOnlyMemory<byte> Wrapped { get; }

    /// <summary>When it was made.</summary>
    public Instant MadeAt { get; }

    /// <summary>The session and key id only.</summary>
    public override string ToString() => $"{Session} {KeyId}";
}
