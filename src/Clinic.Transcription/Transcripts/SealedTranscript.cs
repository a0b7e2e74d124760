using Clinic.Abstractions;
using Clinic.Transcription.Sessions;
using NodaTime;

namespace Clinic.Transcription.Transcripts;

/// <summary>A transcript as a store keeps it: encrypted, with corrections that only grow.</summary>
public sealed class SealedTranscript
{
    /// <summary>A transcript with its corrections.</summary>
    public SealedTranscript(SessionId session, ReadOnlyMemory<byte> document, Instant madeAt, IReadOnlyList<SealedCorrection> corrections)
    {
        ArgumentNullException.ThrowIfNull(corrections);
        (Session, Document, MadeAt, Corrections) = (session, document, madeAt, corrections);
    }

    /// <summary>The session.</summary>
    public SessionId Session { get; }

    /// <summary>The encrypted original.</summary>
    public ReadOnlyMemory<byte> Document { get; }

    /// <summary>When the original was there.</summary>
    public Instant MadeAt { get; }

    /// <summary>In their order; the position of each is its place, from 1.</summary>
    public IReadOnlyList<SealedCorrection> Corrections { get; }

    /// <summary>Counts the changes: 1 and the corrections.</summary>
    public long Version => 1 + Corrections.Count;

    /// <summary>The fact that guards rely on.</summary>
    public FactKey Fact => FactOf(Session);

    /// <summary>The fact of the transcript of a session.</summary>
    public static FactKey FactOf(SessionId session) => new("transcription.transcript", session.Value);

    /// <summary>The session and version only.</summary>
    public override string ToString() => FormattableString.Invariant($"{Session} version {Version}");
}
