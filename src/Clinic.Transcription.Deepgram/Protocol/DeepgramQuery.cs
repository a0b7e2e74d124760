using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Clinic.Transcription.Audio;
using Clinic.Transcription.SpeechToText;
using NodaTime;

namespace Clinic.Transcription.Deepgram.Protocol;

/// <summary>The address of a request with its parameters; terms may tell of a patient, so it is never logged.</summary>
internal static class DeepgramQuery
{
    // What the service says that it reads without a container, of whole recordings and live.
    private static readonly FrozenSet<string> BatchEncodings = new[] { "linear16", "flac", "mulaw", "amr-nb", "amr-wb", "opus", "speex", "g729" }.ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> LiveEncodings = new[] { "linear16", "linear32", "flac", "alaw", "mulaw", "amr-nb", "amr-wb", "opus", "ogg-opus", "speex", "g729" }.ToFrozenSet(StringComparer.Ordinal);

    public static Uri Batch(DeepgramOptions options, AudioFormat format, SpeechRequest request, DeepgramCallback? callback = null)
    {
        var query = Common(options, format, request, options.DiarizeModel, request.KeyTerms, options.Numerals);
        foreach (var language in options.DetectLanguages) query.Add("detect_language", language);
        if (options.DetectLanguages.Count == 0 && options.DetectLanguage) query.Add("detect_language", true);
        else if (options.DetectLanguages.Count == 0) query.Add("language", request.Language);
        query.When("paragraphs", options.Paragraphs);
        query.When("utterances", options.Utterances);
        if (options.UtteranceSplit is { } split) query.Add("utt_split", split.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture));
        query.When("measurements", options.Measurements);
        query.When("filler_words", options.FillerWords);
        query.When("sentiment", options.Sentiment);
        query.When("topics", options.Topics);
        query.When("intents", options.Intents);
        if (options.Summarize is { } summarize) query.Add("summarize", summarize);
        if (callback is not null)
        {
            query.Add("callback", callback.Address.AbsoluteUri);
            if (callback.Put) query.Add("callback_method", "PUT");
        }

        return query.At(options.BaseAddress, options.BaseAddress.Scheme);
    }

    public static Uri Live(DeepgramOptions options, AudioFormat format, SpeechRequest request, LiveChange? change = null)
    {
        // The second model is called the latest when it listens live.
        var query = Common(options, format, request, options.DiarizeModel == "v2" ? "latest" : options.DiarizeModel, change?.KeyTerms ?? request.KeyTerms, change?.Numerals ?? options.Numerals);
        query.Add("language", request.Language);
        if (format.Encoding is not null) query.Add("channels", Number(format.Channels));
        query.Add("interim_results", options.InterimResults);
        query.Add("endpointing", options.Endpointing == Duration.Zero ? "false" : Milliseconds(options.Endpointing));
        if (options.UtteranceEnd is { } end) query.Add("utterance_end_ms", Milliseconds(end));
        query.When("vad_events", options.VadEvents);
        query.When("no_delay", options.NoDelay);
        return query.At(options.BaseAddress, options.BaseAddress.Scheme == Uri.UriSchemeHttps ? "wss" : "ws");
    }

    /// <summary>Refuses what the service would refuse, before audio is sent.</summary>
    public static void Check(DeepgramOptions options, AudioFormat format, SpeechRequest request, bool live)
    {
        ArgumentNullException.ThrowIfNull(request);
        var model = ModelOf(options, request);
        var detects = !live && (options.DetectLanguage || options.DetectLanguages.Count > 0);
        SpeechChecks.Check(format, request, model, language => detects || Offers(model, language), live ? LiveEncodings : BatchEncodings);
    }

    /// <summary>Refuses a change that the service would refuse or not understand.</summary>
    public static void Check(DeepgramOptions options, SpeechRequest request, LiveChange change)
    {
        var model = ModelOf(options, request);
        SpeechChecks.Check(change, model, IsThirdGeneration(model) && options.RegionOrDefault == "global");
    }

    private static string ModelOf(DeepgramOptions options, SpeechRequest request) => request.Model ?? options.Model;

    private static bool IsThirdGeneration(string model) => model.StartsWith("nova-3", StringComparison.Ordinal);

    // The medical models listen to English; of them only the third generation also to several languages at once.
    private static bool Offers(string model, string language)
    {
        var english = language == "en" || language.StartsWith("en-", StringComparison.Ordinal);
        var medical = model.Contains("medical", StringComparison.Ordinal);
        if (language == "multi" && !IsThirdGeneration(model)) return !medical && !IsOld(model);
        return !medical || english || language == "multi";
    }

    // The generations before code switching.
    private static bool IsOld(string model) => model is "nova" || ((string[])["nova-general", "nova-phonecall", "enhanced", "base", "whisper"]).Any(m => model.StartsWith(m, StringComparison.Ordinal));

    private static Builder Common(DeepgramOptions options, AudioFormat format, SpeechRequest request, string diarize, IReadOnlyList<string> terms, bool numerals)
    {
        var query = new Builder();
        var model = ModelOf(options, request);
        query.Add("model", model);
        if (options.Version is { } version) query.Add("version", version);
        query.Add("mip_opt_out", options.MipOptOut);
        if (request.Diarize) query.Add("diarize_model", diarize);
        query.When("multichannel", options.Multichannel);
        query.When("punctuate", options.Punctuate);
        query.When("smart_format", options.SmartFormat);
        query.When("numerals", numerals);
        query.When("dictation", options.Dictation);
        query.When("profanity_filter", options.ProfanityFilter);
        query.When("detect_entities", options.DetectEntities);
        foreach (var redact in options.Redact) query.Add("redact", redact);
        foreach (var replace in options.Replace) query.Add("replace", replace);
        foreach (var search in options.Search) query.Add("search", search);
        foreach (var extra in options.Extra) query.Add("extra", extra);
        foreach (var tag in options.Tags) query.Add("tag", tag);
        // Terms came with the third generation; before, they were keywords.
        foreach (var term in terms) query.Add(IsThirdGeneration(model) ? "keyterm" : "keywords", term);
        if (format.Encoding is not { } encoding) return query;
        query.Add("encoding", encoding);
        query.Add("sample_rate", Number(format.SampleRate!.Value));
        return query;
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Milliseconds(Duration value) => ((long)value.TotalMilliseconds).ToString(CultureInfo.InvariantCulture);

    private sealed class Builder
    {
        private readonly StringBuilder text = new();

        public void Add(string name, string value) => text.Append(text.Length == 0 ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(value));

        public void Add(string name, bool value) => Add(name, value ? "true" : "false");

        public void When(string name, bool value)
        {
            if (value) Add(name, value: true);
        }

        public Uri At(Uri address, string scheme) =>
            new UriBuilder(address) { Scheme = scheme, Port = address.IsDefaultPort ? -1 : address.Port, Path = address.AbsolutePath.TrimEnd('/') + "/v1/listen", Query = text.ToString() }.Uri;
    }
}
