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
    /// <param name="encodings">The encodings of raw audio that the engine reads; null for any.</param>
    /// <exception cref="TranscriptionException">It would be refused.</exception>
    public static void Check(AudioFormat format, SpeechRequest request, string model, Func<string, bool> offers, IReadOnlySet<string>? encodings = null)
    {
        ArgumentNullException.ThrowIfNull(format);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(offers);
        var failures = new Failures();
        failures.Require(format.Encoding is null || format.SampleRate > 0, TranscriptionRules.SampleRateMissing, ("encoding", format.Encoding));
        failures.Require(format.Encoding is null || encodings is null || encodings.Contains(format.Encoding), TranscriptionRules.EncodingNotOffered, ("encoding", format.Encoding), ("model", model));
        Terms(failures, request.KeyTerms);
        failures.Require(!string.IsNullOrWhiteSpace(request.Language) && offers(request.Language), TranscriptionRules.LanguageNotOffered, ("language", request.Language), ("model", model));
        failures.ThrowIfAny();
    }

    /// <summary>Refuses a change of a running transcription with every reason.</summary>
    /// <param name="change">Its terms, or its way of writing numbers.</param>
    /// <param name="model">The engine's model, for the sentence.</param>
    /// <param name="offered">Whether the model, where it runs, takes changes.</param>
    /// <exception cref="TranscriptionException">It would be refused.</exception>
    public static void Check(LiveChange change, string model, bool offered)
    {
        ArgumentNullException.ThrowIfNull(change);
        var failures = new Failures();
        failures.Require(offered, TranscriptionRules.ChangeNotOffered, ("model", model));
        Terms(failures, change.KeyTerms ?? []);
        failures.ThrowIfAny();
    }

    /// <summary>Refuses an address to which answers with health data shall be brought, unless it is protected.</summary>
    /// <param name="address">https, or http on this machine, without a fragment.</param>
    /// <param name="ports">The ports to which the engine brings answers.</param>
    /// <exception cref="TranscriptionException">It is not protected, or the engine would not go there.</exception>
    public static void CheckCallback(Uri address, IReadOnlyList<int> ports)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(ports);
        var failures = new Failures();
        var safe = address is { IsAbsoluteUri: true, Fragment: "" } && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));
        failures.Require(safe, TranscriptionRules.CallbackNotSafe);
        failures.Require(!address.IsAbsoluteUri || ports.Contains(address.Port), TranscriptionRules.CallbackPort, ("allowed", string.Join(", ", ports)));
        failures.ThrowIfAny();
    }

    private static void Terms(Failures failures, IReadOnlyList<string> terms) => failures.Require(
        terms.Count <= MostKeyTerms && terms.All(t => TextForm.IsText(t, LongestKeyTerm)),
        TranscriptionRules.KeyTermsNotTaken, ("found", terms.Count), ("most", MostKeyTerms), ("longest", LongestKeyTerm));
}
