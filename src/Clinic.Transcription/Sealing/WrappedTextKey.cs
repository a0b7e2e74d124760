using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Transcription.Sealing;

/// <summary>A data key as a store keeps it; destroying it makes every text of its owner unreadable.</summary>
public sealed class WrappedTextKey
{
    /// <summary>A data key wrapped under a key of the ring.</summary>
    public WrappedTextKey(FactKey owner, string keyId, ReadOnlyMemory<byte> wrapped, Instant madeAt) =>
        (Owner, KeyId, Wrapped, MadeAt) = (owner, keyId, wrapped, madeAt);

    /// <summary>The session or report.</summary>
    public FactKey Owner { get; }

    /// <summary>The id of the key of the ring.</summary>
    public string KeyId { get; }

    /// <summary>Nonce of 12 bytes, the wrapped key, tag of 16 bytes.</summary>
    public ReadOnlyMemory<byte> Wrapped { get; }

    /// <summary>When it was made.</summary>
    public Instant MadeAt { get; }

    /// <summary>The owner and key id only.</summary>
    public override string ToString() => $"{Owner} {KeyId}";
}
