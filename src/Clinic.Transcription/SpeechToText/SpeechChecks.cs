using Clinic.Transcription.Audio;

namespace Clinic.Transcription.SpeechToText;

/// <summary>Refuses requests that no engine can answer, before audio leaves the clinic.</summary>
public static class SpeechChecks
{
    /// <summary>The most terms of a request.</summary>
    public const int MostKeyTerms = 100;

    /// <summary>The most characters of a term.</summary>
    public const int LongestKeyTerm = 60;

    /// <summary>Refuses a request with every reason.</summary>
    /// <param name="format">Raw samples need their rate.</param>
    /// <param name="request">Its terms and language.</param>
    /// <param name="model">The engine's model, for the sentence.</param>
    /// <param name="offers">Whether the model listens to a language.</param>
    /// <exception cref="TranscriptionException">It would be refused.</exception>
    public static void Check(AudioFormat format, SpeechRequest request, string model, Func<string, bool> offers)
    {
        ArgumentNullException.ThrowIfNull(format);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(offers);
        var failures = new Failures();
        failures.Require(format.Encoding is null || format.SampleRate > 0, TranscriptionRules.SampleRateMissing, ("encoding", format.Encoding));
        failures.Require(
            request.KeyTerms.Count <= MostKeyTerms && request.KeyTerms.All(t => TextForm.IsText(t, LongestKeyTerm)),
            TranscriptionRules.KeyTermsNotTaken, ("found", request.KeyTerms.Count), ("most", MostKeyTerms), ("longest", LongestKeyTerm));
        failures.Require(!string.IsNullOrWhiteSpace(request.Language) && offers(request.Language), TranscriptionRules.LanguageNotOffered, ("language", request.Language), ("model", model));
        failures.ThrowIfAny();
    }
}
