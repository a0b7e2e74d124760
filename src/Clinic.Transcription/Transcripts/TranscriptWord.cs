using NodaTime;

namespace Clinic.Transcription.Transcripts;

/// <summary>One recognised word with its place in the recording.</summary>
/// <param name="Text">As recognised, without punctuation.</param>
/// <param name="Formatted">With capitals, digits and punctuation, where the engine gives it.</param>
/// <param name="Start">From the beginning of the recording.</param>
/// <param name="End">From the beginning of the recording; not before the start.</param>
/// <param name="Confidence">0 to 1, where the engine gives it.</param>
public sealed record TranscriptWord(string Text, string? Formatted, Duration Start, Duration End, double? Confidence)
{
    /// <summary>BCP 47, where the engine tells languages apart.</summary>
    public string? Language { get; init; }

    /// <summary>The type only; words are health data.</summary>
    public override string ToString() => nameof(TranscriptWord);
}
