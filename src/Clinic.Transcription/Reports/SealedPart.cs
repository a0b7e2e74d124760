using NodaTime;

namespace Clinic.Transcription.Reports;

/// <summary>A signed version or addendum as a store keeps it: encrypted, and never changed again.</summary>
public sealed class SealedPart
{
    /// <summary>A part with the hash of what was signed.</summary>
    public SealedPart(string name, string contentHash, Instant at, ReadOnlyMemory<byte> content) => (Name, ContentHash, At, Content) = (name, contentHash, at, content);

    /// <summary><c>v1</c> for the first version, <c>a1</c> for the first addendum.</summary>
    public string Name { get; }

    /// <summary>SHA-256 of the canonical content, lower-case hexadecimal.</summary>
    public string ContentHash { get; }

    /// <summary>When it was signed.</summary>
    public Instant At { get; }

    /// <summary>The encrypted content.</summary>
    public ReadOnlyMemory<byte> Content { get; }

    /// <summary>The name only.</summary>
    public override string ToString() => Name;
}
