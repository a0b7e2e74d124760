using System.Globalization;
using System.Text;
using Clinic.Transcription.Audio;
using Clinic.Transcription.SpeechToText;
using NodaTime;

namespace Clinic.Transcription.Deepgram.Protocol;

/// <summary>The address of a request with its parameters; terms may tell of a patient, so it is never logged.</summary>
internal static class DeepgramQuery
{
    public static Uri Batch(DeepgramOptions options, AudioFormat format, SpeechRequest request)
    {
        var query = Common(options, format, request);
        if (options.DetectLanguage) query.Add("detect_language", true);
        else query.Add("language", request.Language);
        query.When("paragraphs", options.Paragraphs);
        query.When("utterances", options.Utterances);
        if (options.UtteranceSplit is { } split) query.Add("utt_split", split.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture));
        query.When("measurements", options.Measurements);
        query.When("filler_words", options.FillerWords);
        return query.At(options.BaseAddress, options.BaseAddress.Scheme);
    }

    public static Uri Live(DeepgramOptions options, AudioFormat format, SpeechRequest request)
    {
        var query = Common(options, format, request);
        query.Add("language", request.Language);
        if (format.Encoding is not null) query.Add("channels", Number(format.Channels));
        query.Add("interim_results", true);
        query.Add("endpointing", options.Endpointing == Duration.Zero ? "false" : Milliseconds(options.Endpointing));
        if (options.UtteranceEnd is { } end) query.Add("utterance_end_ms", Milliseconds(end));
        query.When("vad_events", options.VadEvents);
        query.When("no_delay", options.NoDelay);
        return query.At(options.BaseAddress, options.BaseAddress.Scheme == Uri.UriSchemeHttps ? "wss" : "ws");
    }

    /// <summary>Refuses what the service would refuse, before audio is sent.</summary>
    public static void Check(DeepgramOptions options, AudioFormat format, SpeechRequest request)
    {
        var model = request.Model ?? options.Model;
        // The medical model listens to English, or to several languages at once.
        SpeechChecks.Check(format, request, model, language => !model.Contains("medical", StringComparison.Ordinal)
            || language == "multi" || language == "en" || language.StartsWith("en-", StringComparison.Ordinal));
    }

    private static Builder Common(DeepgramOptions options, AudioFormat format, SpeechRequest request)
    {
        var query = new Builder();
        var model = request.Model ?? options.Model;
        query.Add("model", model);
        if (options.Version is { } version) query.Add("version", version);
        query.Add("mip_opt_out", options.MipOptOut);
        if (request.Diarize) query.Add("diarize_model", options.DiarizeModel);
        query.When("multichannel", options.Multichannel);
        query.When("punctuate", options.Punctuate);
        query.When("smart_format", options.SmartFormat);
        query.When("numerals", options.Numerals);
        query.When("dictation", options.Dictation);
        query.When("profanity_filter", options.ProfanityFilter);
        foreach (var redact in options.Redact) query.Add("redact", redact);
        foreach (var replace in options.Replace) query.Add("replace", replace);
        foreach (var tag in options.Tags) query.Add("tag", tag);
        // Terms came with the third generation; before, they were keywords.
        foreach (var term in request.KeyTerms) query.Add(model.StartsWith("nova-3", StringComparison.Ordinal) ? "keyterm" : "keywords", term);
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
