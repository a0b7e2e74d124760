using Clinic.Abstractions;

namespace Clinic.Transcription.Audio;

/// <summary>What was found in a recording, and everything for which it is refused.</summary>
/// <param name="Facts">As far as they could be read; null where its kind is unknown.</param>
/// <param name="Failures">Empty where it is taken.</param>
public sealed record AudioInspection(AudioFacts? Facts, IReadOnlyList<RuleFailure> Failures)
{
    /// <summary>The facts of a recording that is taken.</summary>
    /// <exception cref="TranscriptionException">It is refused; every reason is in it.</exception>
    public AudioFacts Accepted() =>
        Failures.Count > 0 ? throw new TranscriptionException(Failures) : Facts ?? throw new InvalidOperationException("A recording without facts was not refused.");
}
