using NodaTime;

namespace Clinic.Transcription.SpeechToText;

/// <summary>A term that was looked for by sound, and where something like it was heard.</summary>
/// <param name="Query">The term.</param>
/// <param name="Start">From the beginning of the recording.</param>
/// <param name="End">After <paramref name="Start"/>.</param>
/// <param name="Confidence">0 to 1; null where the engine does not say it.</param>
/// <param name="Text">What was heard there.</param>
public sealed record SpeechHit(string Query, Duration Start, Duration End, double? Confidence, string Text)
{
    /// <summary>The type only; what was said is health data.</summary>
    public override string ToString() => nameof(SpeechHit);
}
