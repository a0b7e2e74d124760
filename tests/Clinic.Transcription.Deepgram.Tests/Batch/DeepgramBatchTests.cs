using System.Globalization;
using System.Text.Json;
using Clinic.Transcription.Audio;
using Clinic.Transcription.Deepgram.Batch;
using Clinic.Transcription.Deepgram.Tests.Loopback;
using Clinic.Transcription.SpeechToText;
using NodaTime;

namespace Clinic.Transcription.Deepgram.Tests.Batch;

public sealed class DeepgramBatchTests : IDisposable
{
    private static readonly AudioFormat Webm = new("audio/webm;codecs=opus");
    private static readonly byte[] Audio = [.. Enumerable.Range(0, 100_000).Select(i => (byte)i)];

    private readonly DeepgramHttp http = new();
    private readonly List<Duration> pauses = [];
    private readonly CapturedLog log = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => http.Dispose();

    [Fact]
    public async Task A_conversation_comes_back_by_voice_with_words_and_times()
    {
        await using var server = new ScriptedHttp(new HttpReply(200, Shapes.Spanish));

        var result = await AskAsync(server);

        Assert.Equal(["Buenos días. ¿Qué la trae hoy?", "Me duele la garganta desde hace 3 días."], result.Segments.Select(s => s.Text));
        Assert.Equal(["0", "1"], result.Segments.Select(s => s.Speaker));
        Assert.Equal([0, 1], result.Segments.Select(s => s.Index));
        Assert.Equal((Duration.FromMilliseconds(480), Duration.FromMilliseconds(2240), 0.989), (result.Segments[0].Start, result.Segments[0].End, result.Segments[0].Confidence));
        Assert.Equal(("3", "3", 0.94), (result.Segments[1].Words[6].Text, result.Segments[1].Words[6].Formatted, result.Segments[1].Words[6].Confidence));
        Assert.Equal(("deepgram", Duration.FromMilliseconds(7360), "8c8ebea9-1111-4111-a111-e4632cb05b5f", "general-nova-3/2025-07-31.0"), (result.Provider, result.AudioDuration, result.RequestId, result.Model));
    }

    [Fact]
    public async Task The_request_says_what_is_configured_and_carries_the_recording()
    {
        await using var server = new ScriptedHttp(new HttpReply(200, Shapes.Spanish));
        var request = new SpeechRequest("es-419") { KeyTerms = ["losartán 50", "a&b=c"] };

        await AskAsync(server, request: request);

        var seen = Assert.Single(server.Seen);
        Assert.StartsWith("POST /v1/listen?", seen.Line, StringComparison.Ordinal);
        Assert.Equal(Audio, seen.Body);
        Assert.Equal(("Token test-key", "audio/webm"), (seen.Headers["Authorization"], seen.Headers["Content-Type"]));
        Assert.Equal(
            ["model=nova-3", "mip_opt_out=true", "diarize_model=latest", "punctuate=true", "smart_format=true", "numerals=true", "keyterm=losart%C3%A1n%2050", "keyterm=a%26b%3Dc", "language=es-419", "utterances=true"],
            seen.Query);
    }

    [Fact]
    public async Task Every_setting_reaches_the_address()
    {
        await using var server = new ScriptedHttp(new HttpReply(200, Shapes.Spanish));
        var culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("es-EC");
        try
        {
            await AskAsync(server, new AudioFormat("audio/raw", "linear16", 16_000), new SpeechRequest("es") { Diarize = false, Model = "nova-2", KeyTerms = ["dolor"] }, o =>
            {
                (o.MipOptOut, o.Version, o.Multichannel, o.Punctuate, o.SmartFormat, o.Paragraphs, o.Utterances, o.Numerals) = (false, "v9", true, false, false, true, false, false);
                (o.UtteranceSplit, o.Measurements, o.Dictation, o.FillerWords, o.ProfanityFilter, o.DetectLanguage) = (Duration.FromMilliseconds(1250), true, true, true, true, true);
                (o.DetectEntities, o.Sentiment, o.Topics, o.Intents, o.Summarize) = (true, true, true, true, "v2");
                o.Redact.Add("pci");
                o.Redact.Add("ssn");
                o.Replace.Add("a:b");
                o.Search.Add("dolor de pecho");
                o.Search.Add("fiebre");
                o.Extra.Add("room:7&8");
                o.Tags.Add("clinic");
            });
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }

        Assert.Equal(
            ["model=nova-2", "version=v9", "mip_opt_out=false", "multichannel=true", "dictation=true", "profanity_filter=true", "detect_entities=true", "redact=pci", "redact=ssn", "replace=a%3Ab", "search=dolor%20de%20pecho", "search=fiebre", "extra=room%3A7%268", "tag=clinic", "keywords=dolor", "encoding=linear16", "sample_rate=16000", "detect_language=true", "paragraphs=true", "utt_split=1.25", "measurements=true", "filler_words=true", "sentiment=true", "topics=true", "intents=true", "summarize=v2"],
            server.Seen[0].Query);
    }

    [Fact]
    public async Task A_list_of_languages_to_be_found_out_takes_the_place_of_the_language()
    {
        await using var server = new ScriptedHttp(new HttpReply(200, Shapes.Spanish));

        await AskAsync(server, request: new SpeechRequest("es") { Model = "nova-3-medical" }, configure: o =>
        {
            o.DetectLanguages.Add("es");
            o.DetectLanguages.Add("en");
        });

        Assert.Equal(["detect_language=es", "detect_language=en"], server.Seen[0].Query.Where(q => q.Contains("language", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("nova-3", "multi", true)]
    [InlineData("nova-3-medical", "multi", true)]
    [InlineData("nova-3-medical", "en-GB", true)]
    [InlineData("nova-3-medical", "es", false)]
    [InlineData("nova-2", "multi", true)]
    [InlineData("nova-2", "es-419", true)]
    [InlineData("nova-2-medical", "multi", false)]
    [InlineData("nova-2-medical", "en", true)]
    [InlineData("nova", "multi", false)]
    [InlineData("enhanced", "multi", false)]
    [InlineData("base-general", "multi", false)]
    [InlineData("base-general", "es", true)]
    [InlineData("a1b2c3d4-custom", "multi", true)]
    public async Task A_model_is_asked_only_for_languages_that_it_listens_to(string model, string language, bool offered)
    {
        await using var server = new ScriptedHttp(new HttpReply(200, Shapes.Spanish));

        var e = await Record.ExceptionAsync(() => AskAsync(server, request: new SpeechRequest(language) { Model = model }));

        Assert.Equal(offered ? null : TranscriptionRules.LanguageNotOffered, (e as TranscriptionException)?.Code);
        Assert.Equal(offered ? 1 : 0, server.Seen.Count);
    }

    [Theory]
    [InlineData("linear16", true)]
    [InlineData("flac", true)]
    [InlineData("amr-wb", true)]
    [InlineData("linear32", false)]
    [InlineData("alaw", false)]
    [InlineData("pcm", false)]
    public async Task Raw_audio_that_the_service_does_not_read_is_not_sent(string encoding, bool offered)
    {
        await using var server = new ScriptedHttp(new HttpReply(200, Shapes.Spanish));

        var e = await Record.ExceptionAsync(() => AskAsync(server, new AudioFormat("audio/raw", encoding, 8_000)));

        Assert.Equal(offered ? null : TranscriptionRules.EncodingNotOffered, (e as TranscriptionException)?.Code);
    }

    [Fact]
    public async Task Found_terms_and_what_else_was_asked_for_come_with_the_answer()
    {
        await using var server = new ScriptedHttp(new HttpReply(200, """
            {"metadata":{"duration":9},"results":{"channels":[{"search":[{"query":"fiebre","hits":[{"confidence":0.8,"start":4.5,"end":5.0,"snippet":"la fiebre"},{"confidence":0.2,"start":1,"end":0.5,"snippet":"liebre"},{"snippet":"x"}]},{"hits":[{"start":1}]},7],
              "alternatives":[{"transcript":"tengo fiebre","entities":[{"label":"CONDITION","value":"fiebre"}],"words":[]}]}],
              "summary":{"result":"success","short":"Fiebre."},"topics":null,"intents":{"segments":[]}}}
            """));

        var result = await AskAsync(server);

        Assert.Equal([("fiebre", 1.0, 1.0, "liebre"), ("fiebre", 4.5, 5.0, "la fiebre")], result.Hits.Select(h => (h.Query, h.Start.TotalSeconds, h.End.TotalSeconds, h.Text)));
        Assert.Equal(["entities", "intents", "summary"], result.Additional.Keys.Order());
        Assert.Equal("Fiebre.", JsonDocument.Parse(result.Additional["summary"]).RootElement.GetProperty("short").GetString());
        Assert.Equal(1, JsonDocument.Parse(result.Additional["entities"]).RootElement.GetArrayLength());
        Assert.DoesNotContain("liebre", string.Concat(result.Hits), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_answer_can_be_brought_to_the_clinic_and_is_read_there(bool put)
    {
        await using var server = new ScriptedHttp(new HttpReply(503, "{}"), new HttpReply(200, Shapes.Accepted));
        var engine = Engine(server);

        var id = await engine.SubmitAsync(_ => new(new MemoryStream(Audio)), Webm, new SpeechRequest("es"), new(new("https://user:secret@clinic.example:8443/heard?x=1")) { Put = put }, Ct);
        var brought = engine.ReadCallback(System.Text.Encoding.UTF8.GetBytes(Shapes.Spanish));

        Assert.Equal("c22bea24-3333-4333-bcbf-8ef087d905a5", id);
        Assert.Equal(2, server.Seen.Count);
        Assert.Equal(put ? ["callback=https%3A%2F%2Fuser%3Asecret%40clinic.example%3A8443%2Fheard%3Fx%3D1", "callback_method=PUT"] : ["callback=https%3A%2F%2Fuser%3Asecret%40clinic.example%3A8443%2Fheard%3Fx%3D1"], server.Seen[1].Query.Where(q => q.StartsWith("callback", StringComparison.Ordinal)));
        Assert.Equal((2, "8c8ebea9-1111-4111-a111-e4632cb05b5f"), (brought.Segments.Count, brought.RequestId));
        Assert.DoesNotContain("secret", string.Concat(log.Lines) + new DeepgramCallback(new("https://user:secret@clinic.example/")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<html>thanks</html>")]
    [InlineData("{}")]
    [InlineData("[]")]
    public async Task What_is_no_acceptance_and_what_is_no_answer_is_told(string body)
    {
        await using var server = new ScriptedHttp(new HttpReply(200, body));
        var engine = Engine(server);

        var e = await Assert.ThrowsAsync<ProviderException>(() => engine.SubmitAsync(_ => new(new MemoryStream(Audio)), Webm, new SpeechRequest("es"), new(new("https://clinic.example/")), Ct));

        Assert.Equal(FailureKind.InvalidOutput, e.Failure.Kind);
        Assert.Equal(FailureKind.InvalidOutput, Assert.Throws<ProviderException>(() => engine.ReadCallback(System.Text.Encoding.UTF8.GetBytes(body))).Failure.Kind);
    }

    [Fact]
    public async Task Health_data_is_brought_to_no_open_address()
    {
        await using var server = new ScriptedHttp(new HttpReply(200, Shapes.Accepted));

        var e = await Assert.ThrowsAsync<TranscriptionException>(() => Engine(server).SubmitAsync(_ => new(new MemoryStream(Audio)), Webm, new SpeechRequest("es"), new(new("http://clinic.example:9000/")), Ct));

        Assert.Equal([TranscriptionRules.CallbackNotSafe, TranscriptionRules.CallbackPort], e.Failures.Select(f => f.Code));
        Assert.Empty(server.Seen);
    }

    [Fact]
    public async Task Without_utterances_words_are_parted_by_voice_and_language_is_said()
    {
        await using var server = new ScriptedHttp(new HttpReply(200, Shapes.CodeSwitch));

        var result = await AskAsync(server);

        Assert.Equal("Vengo por el check up.", Assert.Single(result.Segments).Text);
        Assert.Equal("multi", result.Language);
        Assert.Equal(["es", "es", "es", "en", "en"], result.Segments[0].Words.Select(w => w.Language));
    }

    [Fact]
    public async Task Paragraphs_are_taken_where_there_are_no_utterances()
    {
        var document = System.Text.Json.Nodes.JsonNode.Parse(Shapes.Spanish)!;
        document["results"]!.AsObject().Remove("utterances");
        await using var server = new ScriptedHttp(new HttpReply(200, document.ToJsonString()));

        var result = await AskAsync(server);

        Assert.Equal(["Buenos días. ¿Qué la trae hoy?", "Me duele la garganta desde hace 3 días."], result.Segments.Select(s => s.Text));
        Assert.Equal([6, 8], result.Segments.Select(s => s.Words.Count));
    }

    [Fact]
    public async Task Channels_have_voices_of_their_own_in_the_order_of_speech()
    {
        await using var server = new ScriptedHttp(new HttpReply(200, """
            {"metadata":{"duration":9},"results":{"channels":[
              {"alternatives":[{"transcript":"uno tres","words":[{"word":"uno","start":0,"end":1},{"word":"tres","start":4,"end":5}]}]},
              {"alternatives":[{"transcript":"dos","words":[{"word":"dos","start":2,"end":3,"speaker":1}]}]}]}}
            """));

        var result = await AskAsync(server);

        Assert.Equal([("c0", "uno tres"), ("c1-1", "dos")], result.Segments.Select(s => (s.Speaker!, s.Text)));
    }

    [Fact]
    public async Task Silence_is_no_text_and_no_failure()
    {
        await using var server = new ScriptedHttp(new HttpReply(200, Shapes.Silent));

        var result = await AskAsync(server);

        Assert.Empty(result.Segments);
        Assert.Equal(Duration.FromSeconds(12), result.AudioDuration);
    }

    [Theory]
    [InlineData("""{"results":{"channels":[{"alternatives":[{"transcript":"hola","words":[{"word":7,"start":"x"},{"word":"hola","start":1e99,"end":2},null,3]}]}]}}""", "hola")]
    [InlineData("""{"results":{"channels":[{"alternatives":"none"}],"utterances":{"a":1}},"metadata":[1]}""", null)]
    [InlineData("""{"results":{"channels":[]},"metadata":{"duration":-4}}""", null)]
    [InlineData("""{"results":{"channels":[{"alternatives":[{"words":[{"punctuated_word":"Sí.","start":0.1}]}]}]}}""", "Sí.")]
    public async Task Odd_answers_are_read_as_far_as_they_go(string body, string? text)
    {
        await using var server = new ScriptedHttp(new HttpReply(200, body));

        Assert.Equal(text, (await AskAsync(server)).Segments.SingleOrDefault()?.Text);
    }

    [Theory]
    [InlineData("legacy_400", FailureKind.BadAudio, false, "BAD_REQUEST")]
    [InlineData("modern_400", FailureKind.BadRequest, false, "INVALID_JSON")]
    [InlineData("invalid_query_400", FailureKind.BadRequest, false, "INVALID_QUERY_PARAMETER")]
    [InlineData("unknown_model_400", FailureKind.BadRequest, false, "BAD_REQUEST")]
    [InlineData("auth_401", FailureKind.Unauthorized, false, "INVALID_AUTH")]
    [InlineData("scope_401", FailureKind.Unauthorized, false, "INSUFFICIENT_PERMISSIONS")]
    [InlineData("credits_402", FailureKind.Quota, false, "ASR_PAYMENT_REQUIRED")]
    [InlineData("model_403", FailureKind.Unauthorized, false, "INSUFFICIENT_PERMISSIONS")]
    [InlineData("text_404", FailureKind.BadRequest, false, null)]
    [InlineData("too_large_413", FailureKind.BadAudio, false, null)]
    [InlineData("rate_429", FailureKind.RateLimited, true, "TOO_MANY_REQUESTS")]
    [InlineData("unavailable_503", FailureKind.Unavailable, true, "SERVICE_UNAVAILABLE")]
    [InlineData("timeout_504", FailureKind.Timeout, true, null)]
    public async Task Each_error_of_the_service_has_its_kind_and_keeps_none_of_its_words(string name, FailureKind kind, bool retryable, string? code)
    {
        var shape = Shapes.Error(name);
        var body = shape.TryGetProperty("body", out var b) ? b.ValueKind == JsonValueKind.String ? b.GetString()! : b.GetRawText() : "";
        await using var server = new ScriptedHttp(new HttpReply(shape.GetProperty("status").GetInt32(), body, b.ValueKind == JsonValueKind.Object ? "application/json" : "text/plain") { Headers = ["dg-error: a secret word", "dg-request-id: 42-abc"] });

        var e = await Assert.ThrowsAsync<ProviderException>(() => AskAsync(server));

        Assert.Equal((kind, retryable, code, "42-abc"), (e.Failure.Kind, e.Failure.Retryable, e.Failure.Code, e.Failure.RequestId));
        Assert.Equal(retryable && name != "timeout_504" ? 4 : 1, server.Seen.Count);
        var told = e + string.Concat(log.Lines);
        foreach (var word in (string[])["secret", "credentials", "corrupt", "parsing", "Please", "losart", "keyterm", "test-key"]) Assert.DoesNotContain(word, told, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData(408, FailureKind.Timeout, true)]
    [InlineData(411, FailureKind.BadRequest, false)]
    [InlineData(414, FailureKind.BadRequest, false)]
    [InlineData(415, FailureKind.BadAudio, false)]
    [InlineData(418, FailureKind.BadRequest, false)]
    [InlineData(500, FailureKind.Unavailable, true)]
    [InlineData(502, FailureKind.Unavailable, true)]
    [InlineData(302, FailureKind.InvalidOutput, false)]
    public async Task Each_other_status_has_its_kind(int status, FailureKind kind, bool retryable)
    {
        await using var server = new ScriptedHttp(new HttpReply(status, "<html>gateway</html>", "text/html") { Headers = ["Location: http://127.0.0.1:9/elsewhere"] });

        var failure = (await Assert.ThrowsAsync<ProviderException>(() => AskAsync(server))).Failure;

        Assert.Equal((kind, retryable, (int?)status), (failure.Kind, failure.Retryable, failure.Status));
    }

    [Fact]
    public async Task A_payload_error_is_about_the_audio()
    {
        await using var server = new ScriptedHttp(new HttpReply(400, """{"category":"PAYLOAD_ERROR","message":"m","request_id":"r"}"""));

        var failure = (await Assert.ThrowsAsync<ProviderException>(() => AskAsync(server))).Failure;

        Assert.Equal((FailureKind.BadAudio, "r"), (failure.Kind, failure.RequestId));
    }

    [Theory]
    [InlineData("<html>all well</html>", "text/html")]
    [InlineData("{\"results\":{\"channels\":[{", "application/json")]
    [InlineData("{}", "application/json")]
    [InlineData("[]", "application/json")]
    [InlineData("null", "application/json")]
    [InlineData("", "application/json")]
    public async Task An_answer_that_is_none_is_tried_again_and_then_told(string body, string type)
    {
        await using var server = new ScriptedHttp(new HttpReply(200, body, type));

        var failure = (await Assert.ThrowsAsync<ProviderException>(() => AskAsync(server))).Failure;

        Assert.Equal((FailureKind.InvalidOutput, true, 4), (failure.Kind, failure.Retryable, server.Seen.Count));
    }

    [Fact]
    public async Task An_answer_for_callbacks_is_no_answer()
    {
        await using var server = new ScriptedHttp(new HttpReply(200, Shapes.Accepted));

        Assert.Equal(FailureKind.InvalidOutput, (await Assert.ThrowsAsync<ProviderException>(() => AskAsync(server))).Failure.Kind);
    }

    [Fact]
    public async Task Each_attempt_reads_the_recording_from_its_beginning_and_waits_longer()
    {
        await using var server = new ScriptedHttp(new(503, "{}"), new(200, "x") { CutAfter = -1 }, new(200, Shapes.Spanish) { CutAfter = 500 }, new(200, Shapes.Spanish));

        var result = await AskAsync(server);

        Assert.Equal(2, result.Segments.Count);
        Assert.Equal(4, server.Seen.Count);
        Assert.All(server.Seen, s => Assert.Equal(Audio, s.Body));
        Assert.Equal(3, pauses.Count);
        for (var i = 0; i < 3; i++) Assert.InRange(pauses[i], Duration.FromMilliseconds(500 << i), Duration.FromMilliseconds(1000 << i));
        Assert.Equal(3, log.Lines.Count);
    }

    [Fact]
    public async Task A_wait_that_the_service_asks_for_is_kept()
    {
        await using var server = new ScriptedHttp(new(429, "{}") { Headers = ["Retry-After: 7"] }, new(200, Shapes.Spanish));

        await AskAsync(server);

        Assert.Equal([Duration.FromSeconds(7)], pauses);
    }

    [Fact]
    public async Task A_wait_that_is_too_long_is_told_to_the_caller()
    {
        await using var server = new ScriptedHttp(new HttpReply(429, "{}") { Headers = ["Retry-After: 3600"] });

        var failure = (await Assert.ThrowsAsync<ProviderException>(() => AskAsync(server))).Failure;

        Assert.Equal((Duration.FromHours(1), true, 1), (failure.RetryAfter, failure.Retryable, server.Seen.Count));
    }

    [Fact]
    public async Task A_server_that_never_answers_is_a_timeout()
    {
        await using var server = new ScriptedHttp(new HttpReply(200, "") { Silent = true });

        var failure = (await Assert.ThrowsAsync<ProviderException>(() => AskAsync(server, configure: o => o.Patience = new() { Attempts = 1, Answer = Duration.FromMilliseconds(200) }))).Failure;

        Assert.Equal((FailureKind.Timeout, true), (failure.Kind, failure.Retryable));
    }

    [Fact]
    public async Task A_caller_who_stops_is_not_mistaken_for_a_timeout()
    {
        await using var server = new ScriptedHttp(new HttpReply(200, "") { Silent = true });
        using var stop = new CancellationTokenSource(200);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => AskAsync(server, ct: stop.Token));
    }

    [Fact]
    public async Task Nobody_there_is_a_lost_connection()
    {
        var server = new ScriptedHttp(new HttpReply(200, ""));
        var address = server.Address;
        await server.DisposeAsync();

        var failure = (await Assert.ThrowsAsync<ProviderException>(() => AskAsync(null, configure: o => o.BaseAddress = address))).Failure;

        Assert.Equal((FailureKind.ConnectionLost, true), (failure.Kind, failure.Retryable));
        Assert.Equal(3, pauses.Count);
    }

    [Fact]
    public async Task What_the_service_would_refuse_is_refused_before_audio_is_sent()
    {
        await using var server = new ScriptedHttp(new HttpReply(200, Shapes.Spanish));

        var e = await Assert.ThrowsAsync<TranscriptionException>(() => AskAsync(server, new AudioFormat("audio/raw", "linear16"), new SpeechRequest("es") { Model = "nova-3-medical", KeyTerms = [.. Enumerable.Repeat("a", 101)] }));

        Assert.Equal([TranscriptionRules.SampleRateMissing, TranscriptionRules.KeyTermsNotTaken, TranscriptionRules.LanguageNotOffered], e.Failures.Select(f => f.Code));
        Assert.Empty(server.Seen);
    }

    private Task<SpeechResult> AskAsync(ScriptedHttp? server, AudioFormat? format = null, SpeechRequest? request = null, Action<DeepgramOptions>? configure = null, CancellationToken? ct = null) =>
        Engine(server, configure).TranscribeAsync(_ => new(new MemoryStream(Audio)), format ?? Webm, request ?? new SpeechRequest("es"), ct ?? Ct);

    private DeepgramBatchTranscriber Engine(ScriptedHttp? server, Action<DeepgramOptions>? configure = null)
    {
        var options = new DeepgramOptions { ApiKey = "test-key", BaseAddress = server?.Address ?? DeepgramOptions.Global };
        configure?.Invoke(options);
        return new(http.Client, options, new FakeClock(Instant.FromUtc(2026, 11, 22, 9, 0)), log, (d, _) =>
        {
            pauses.Add(d);
            return Task.CompletedTask;
        });
    }
}
