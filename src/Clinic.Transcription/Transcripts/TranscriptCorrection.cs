using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Transcription.Transcripts;

/// <summary>What changed in a transcript: who the voices are, the text of one segment, or all of it where the recording was heard again.</summary>
/// <param name="Position">From 1, in the order of the corrections.</param>
/// <param name="At">When.</param>
/// <param name="By">Who.</param>
public sealed record TranscriptCorrection(int Position, Instant At, PersonId By)
{
    /// <summary>Who the labels are from then on; null for a correction of a text.</summary>
    public IReadOnlyDictionary<string, SpeakerRole>? Roles { get; init; }

    /// <summary>The segment; null for a correction of roles.</summary>
    public int? Segment { get; init; }

    /// <summary>Its right text; the original stays below.</summary>
    public string? Text { get; init; }

    /// <summary>All of the text, heard again; null for a correction by a person. What stood before stays in its version.</summary>
    public Transcript? Heard { get; init; }

    /// <summary>The position only; texts are health data.</summary>
    public override string ToString() => FormattableString.Invariant($"{nameof(TranscriptCorrection)} {Position}");
}
