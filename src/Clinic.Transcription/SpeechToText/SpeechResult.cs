using Clinic.Transcription.Transcripts;
using NodaTime;

namespace Clinic.Transcription.SpeechToText;

/// <summary>What an engine heard in a whole recording.</summary>
/// <param name="Provider">The engine's name.</param>
/// <param name="AudioDuration">As the engine measured it.</param>
/// <param name="Segments">In the order of speech; empty where it heard nobody.</param>
public sealed record SpeechResult(string Provider, Duration AudioDuration, IReadOnlyList<TranscriptSegment> Segments)
{
    /// <summary>The provider's own number of the request.</summary>
    public string? RequestId { get; init; }

    /// <summary>The model that listened, with its version.</summary>
    public string? Model { get; init; }

    /// <summary>The language that was heard, where the engine says it.</summary>
    public string? Language { get; init; }

    /// <summary>Where terms that were looked for were heard; empty where none were asked for.</summary>
    public IReadOnlyList<SpeechHit> Hits { get; init; } = [];

    /// <summary>What the engine was asked to say beside the text, such as a summary, as its own JSON by name.</summary>
    public IReadOnlyDictionary<string, string> Additional { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The type only; what was said is health data.</summary>
    public override string ToString() => nameof(SpeechResult);
}
