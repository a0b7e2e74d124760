using System.Diagnostics;
using System.Text.Json.Nodes;
using Clinic.Transcription.Drafting;
using Clinic.Transcription.SpeechToText;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Clinic.Transcription.OpenAI.Tests;

public class OpenAIReportDrafterTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_draft_is_asked_under_a_strict_schema_and_its_quotes_become_evidence()
    {
        await using var server = new ModelServer(_ => new(200, Visits.Completion(Visits.Good)));

        var draft = await Drafter(server.Endpoint).DraftAsync(Visits.Throat, Visits.Context, Ct);

        Assert.Equal([ReportSection.ChiefComplaint, ReportSection.Plan], draft.Statements.Select(s => s.Section));
        var span = Assert.Single(draft.Statements[0].Evidence);
        Assert.Equal("Me duele la garganta", Visits.Throat.Segments[1].Text.Substring(span.Start, span.Length));
        Assert.Equal(("openai", "gpt-4o-2024-08-06 fp_1"), (draft.Drafter, draft.Model));
        Assert.Equal([2], draft.Excluded);
        var request = Assert.Single(server.Requests);
        Assert.StartsWith("POST /v1/chat/completions ", request, StringComparison.Ordinal);
        Assert.Contains("Authorization: Bearer sk-test", request, StringComparison.Ordinal);
        Assert.DoesNotContain("X-Stainless", request, StringComparison.OrdinalIgnoreCase);
        var body = JsonNode.Parse(request[(request.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..])!;
        Assert.Equal((true, false, 0m), (body["response_format"]!["json_schema"]!["strict"]!.GetValue<bool>(), body["store"]!.GetValue<bool>(), body["temperature"]!.GetValue<decimal>()));
        Assert.Equal("gpt-4o-2024-08-06", body["model"]!.GetValue<string>());
        // What speaks to the machine does not go out; the rest is data, not instruction.
        Assert.DoesNotContain("tramadol", request, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("penicilina", body["messages"]![0]!["content"]!.ToJsonString(), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("penicilina", body["messages"]![1]!["content"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_quote_that_nobody_said_is_no_evidence_and_the_statement_stays_to_be_seen()
    {
        var json = Visits.Draft(("plan", "Tramadol 50 mg.", 2, "necesito tramadol de 50 mg"), ("plan", "Amoxicilina.", 3, "amoxicilina"), ("plan", "Reposo.", 99, "reposo"), ("allergies", "Alergia a la penicilina.", 1, "A LA PENICILINA"));
        await using var server = new ModelServer(_ => new(200, Visits.Completion(json)));

        var draft = await Drafter(server.Endpoint).DraftAsync(Visits.Throat, Visits.Context, Ct);

        Assert.Equal([1, 0, 0, 0], draft.Statements.Select(s => s.Evidence.Count));
    }

    public static TheoryData<string, string, int, FailureKind, bool> Bodies { get; } = new()
    {
        { "refusal", Visits.Completion("", refusal: Visits.Secret), 200, FailureKind.Refused, false },
        { "length", Visits.Completion(Visits.Good[..40], "length"), 200, FailureKind.Truncated, false },
        { "content filter", Visits.Completion("", "content_filter"), 200, FailureKind.ContentFiltered, false },
        { "unknown finish reason", Visits.Completion(Visits.Good, "tired"), 200, FailureKind.InvalidOutput, true },
        { "empty content", Visits.Completion(""), 200, FailureKind.InvalidOutput, true },
        { "no choices", """{"id":"1","object":"chat.completion","created":1,"model":"m","choices":[]}""", 200, FailureKind.InvalidOutput, true },
        { "html", $"<html>{Visits.Secret}</html>", 200, FailureKind.InvalidOutput, true },
        { "broken json", Visits.Completion("{\"statements\": [" + Visits.Secret), 200, FailureKind.InvalidOutput, true },
        { "no json", Visits.Completion(Visits.Secret), 200, FailureKind.InvalidOutput, true },
        { "another schema", Visits.Completion("""{"statements":[],"entities":[],"advice":"x"}"""), 200, FailureKind.InvalidOutput, true },
        { "null statements", Visits.Completion("""{"statements":null,"entities":[]}"""), 200, FailureKind.InvalidOutput, true },
        { "unknown section", Visits.Completion(Visits.Draft(("horoscope", "x", 1, "penicilina"))), 200, FailureKind.InvalidOutput, true },
        { "empty text", Visits.Completion(Visits.Draft(("plan", " ", 1, "penicilina"))), 200, FailureKind.InvalidOutput, true },
        { "quota", Error("insufficient_quota"), 429, FailureKind.Quota, false },
        { "billing limit", Error("billing_hard_limit_reached"), 429, FailureKind.Quota, false },
        { "filtered request", Error("content_filter"), 400, FailureKind.ContentFiltered, false },
        { "refusal beside a text", Visits.Completion(Visits.Good, refusal: Visits.Secret), 200, FailureKind.Refused, false },
        { "an error of another form", """{"error":"a word"}""", 429, FailureKind.RateLimited, true },
        { "html for too many", "<html>slow down</html>", 429, FailureKind.RateLimited, true },
        { "null choices", """{"id":"1","object":"chat.completion","created":1,"model":"m","choices":null}""", 200, FailureKind.InvalidOutput, true },
        { "nothing", "", 200, FailureKind.InvalidOutput, true },
        { "rate", Error("rate_limit_exceeded"), 429, FailureKind.RateLimited, true },
        { "bad request", Error("invalid_value"), 400, FailureKind.BadRequest, false },
        { "key", Error("invalid_api_key"), 401, FailureKind.Unauthorized, false },
        { "forbidden", Error("unsupported_country"), 403, FailureKind.Unauthorized, false },
        { "payment", Error("billing"), 402, FailureKind.Quota, false },
        { "model", Error("model_not_found"), 404, FailureKind.BadRequest, false },
        { "conflict", Error("conflict"), 409, FailureKind.BadRequest, false },
        { "unprocessable", Error("unprocessable"), 422, FailureKind.BadRequest, false },
        { "request timeout", Error("timeout"), 408, FailureKind.Timeout, true },
        { "server", Error("server_error"), 500, FailureKind.Unavailable, true },
        { "gateway", "<html>bad gateway</html>", 502, FailureKind.Unavailable, true },
        { "unavailable", "", 503, FailureKind.Unavailable, true },
        { "gateway timeout", "", 504, FailureKind.Unavailable, true },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Every_failure_has_a_name_and_nothing_that_the_provider_wrote(string what, string body, int status, FailureKind kind, bool retryable)
    {
        await using var server = new ModelServer(_ => new(status, body) { Header = "x-request-id: req_1\r\n" });

        var failure = await Assert.ThrowsAsync<ProviderException>(() => Drafter(server.Endpoint).DraftAsync(Visits.Throat, Visits.Context, Ct));

        Assert.True((kind, retryable) == (failure.Failure.Kind, failure.Failure.Retryable), $"{what}: {failure.Failure.Kind}");
        Assert.DoesNotContain(Visits.Secret, failure.ToString(), StringComparison.Ordinal);
        Assert.Null(failure.InnerException);
        if (status != 200) Assert.Equal((status, "req_1"), (failure.Failure.Status, failure.Failure.RequestId));
    }

    [Fact]
    public async Task What_may_pass_is_tried_again_after_a_pause()
    {
        await using var server = new ModelServer(n => n == 1 ? new(503, "") : new(200, Visits.Completion(Visits.Good)));
        var clock = Stopwatch.StartNew();

        var draft = await Drafter(server.Endpoint, o => o.Retries = 1).DraftAsync(Visits.Throat, Visits.Context, Ct);

        Assert.Equal((2, 2), (draft.Statements.Count, server.Requests.Count));
        Assert.True(clock.Elapsed > TimeSpan.FromMilliseconds(300), $"{clock.Elapsed}");
    }

    [Theory]
    [InlineData("insufficient_quota", 1)]
    [InlineData("rate_limit_exceeded", 2)]
    public async Task A_request_without_credit_is_not_repeated(string code, int requests)
    {
        await using var server = new ModelServer(_ => new(429, Error(code)));

        await Assert.ThrowsAsync<ProviderException>(() => Drafter(server.Endpoint, o => o.Retries = 1).DraftAsync(Visits.Throat, Visits.Context, Ct));

        Assert.Equal(requests, server.Requests.Count);
    }

    [Fact]
    public async Task A_provider_that_asks_for_a_long_pause_does_not_hold_a_draft_for_ever()
    {
        await using var server = new ModelServer(_ => new(429, Error("rate_limit_exceeded")) { Header = "Retry-After: 90\r\n" });

        var failure = await Assert.ThrowsAsync<ProviderException>(() => Drafter(server.Endpoint, o =>
        {
            o.Retries = 3;
            o.WholeTime = Duration.FromMilliseconds(500);
        }).DraftAsync(Visits.Throat, Visits.Context, Ct));

        Assert.Equal(FailureKind.Timeout, failure.Failure.Kind);
    }

    [Fact]
    public async Task A_provider_that_does_not_answer_is_a_timeout_and_one_that_hangs_up_a_lost_connection()
    {
        await using (var slow = new ModelServer(_ => new(200, Visits.Completion(Visits.Good)) { Delay = TimeSpan.FromSeconds(20) }))
        {
            var late = await Assert.ThrowsAsync<ProviderException>(() => Drafter(slow.Endpoint, o => o.Timeout = Duration.FromMilliseconds(300)).DraftAsync(Visits.Throat, Visits.Context, Ct));
            Assert.Equal((FailureKind.Timeout, true), (late.Failure.Kind, late.Failure.Retryable));
            var twice = await Assert.ThrowsAsync<ProviderException>(() => Drafter(slow.Endpoint, o => (o.Timeout, o.Retries) = (Duration.FromMilliseconds(300), 1)).DraftAsync(Visits.Throat, Visits.Context, Ct));
            Assert.Equal(FailureKind.Timeout, twice.Failure.Kind);
        }

        await using (var cut = new ModelServer(_ => new(200, Visits.Completion(Visits.Good)) { Cut = 120 }))
        {
            var lost = await Assert.ThrowsAsync<ProviderException>(() => Drafter(cut.Endpoint).DraftAsync(Visits.Throat, Visits.Context, Ct));
            Assert.Equal((FailureKind.ConnectionLost, true), (lost.Failure.Kind, lost.Failure.Retryable));
        }

        var gone = new ModelServer(_ => new(200, ""));
        var endpoint = gone.Endpoint;
        await gone.DisposeAsync();
        Assert.Equal(FailureKind.ConnectionLost, (await Assert.ThrowsAsync<ProviderException>(() => Drafter(endpoint).DraftAsync(Visits.Throat, Visits.Context, Ct))).Failure.Kind);
    }

    [Fact]
    public async Task Whoever_stops_asking_gets_a_cancellation_and_no_failure()
    {
        await using var slow = new ModelServer(_ => new(200, "") { Delay = TimeSpan.FromSeconds(20) });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        stop.CancelAfter(200);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Drafter(slow.Endpoint).DraftAsync(Visits.Throat, Visits.Context, stop.Token));
        using var later = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        later.CancelAfter(700);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Drafter(slow.Endpoint, o => (o.Timeout, o.Retries) = (Duration.FromMilliseconds(200), 5)).DraftAsync(Visits.Throat, Visits.Context, later.Token));
    }

    [Theory]
    [InlineData("ApiKey", "", "ApiKey")]
    [InlineData("Endpoint", "http://models.example/v1", "Endpoint")]
    [InlineData("Model", " ", "Model")]
    public void Settings_that_cannot_be_meant_are_refused_at_the_start(string option, string value, string named)
    {
        var services = new ServiceCollection();
        services.AddClinicTranscription().UseInMemory().AddOpenAIDrafts(o =>
        {
            o.ApiKey = "sk-test";
            if (option == "ApiKey") o.ApiKey = value;
            if (option == "Model") o.Model = value;
            if (option == "Endpoint") o.Endpoint = new(value);
        });
        using var app = services.BuildServiceProvider();

        Assert.Contains(named, Assert.Throws<OptionsValidationException>(() => app.GetRequiredService<IOptions<OpenAIDraftOptions>>().Value).Message, StringComparison.Ordinal);
    }

    private static string Error(string code) => $$$"""{"error":{"message":"{{{Visits.Secret}}}","type":"x","code":"{{{code}}}"}}""";

    private static IReportDrafter Drafter(Uri endpoint, Action<OpenAIDraftOptions>? change = null)
    {
        var options = new OpenAIDraftOptions { ApiKey = "sk-test", Endpoint = endpoint, Retries = 0 };
        change?.Invoke(options);
        return new OpenAIReportDrafter(Options.Create(options));
    }
}
