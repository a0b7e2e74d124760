using Clinic.Transcription.Drafting;
using NodaTime;

namespace Clinic.Transcription.Transcripts;

/// <summary>What one speaker said without a break; evidence points into its text.</summary>
/// <param name="Index">From 0, in the order of the transcript.</param>
/// <param name="Speaker">The engine's or importer's label, such as <c>0</c> or <c>doctor</c>; null where nobody knows.</param>
/// <param name="Text">As people read it, in NFC.</param>
public sealed record TranscriptSegment(int Index, string? Speaker, string Text)
{
    /// <summary>From the beginning of the recording; null where the text has no times.</summary>
    public Duration? Start { get; init; }

    /// <summary>From the beginning of the recording; null where the text has no times.</summary>
    public Duration? End { get; init; }

    /// <summary>0 to 1, where the engine gives it.</summary>
    public double? Confidence { get; init; }

    /// <summary>The words with their times; empty where the engine gives none.</summary>
    public IReadOnlyList<TranscriptWord> Words { get; init; } = [];

    /// <summary>The section into which it was dictated; null in a conversation and before the first section was named.</summary>
    public ReportSection? Section { get; init; }

    /// <summary>The index only; what was said is health data.</summary>
    public override string ToString() => FormattableString.Invariant($"{nameof(TranscriptSegment)} {Index}");
}
