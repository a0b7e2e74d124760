using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Transcription.Transcripts;

/// <summary>One correction as a store keeps it: who and when in clear, the rest encrypted.</summary>
public sealed class SealedCorrection
{
    /// <summary>A correction at its position, from 1.</summary>
    public SealedCorrection(int position, Instant at, PersonId by, ReadOnlyMemory<byte> content) => (Position, At, By, Content) = (position, at, by, content);

    /// <summary>From 1, in the order of the corrections.</summary>
    public int Position { get; }

    /// <summary>When.</summary>
    public Instant At { get; }

    /// <summary>Who.</summary>
    public PersonId By { get; }

    /// <summary>The encrypted content.</summary>
    public ReadOnlyMemory<byte> Content { get; }

    /// <summary>The position only.</summary>
    public override string ToString() => FormattableString.Invariant($"correction {Position}");
}
