using System.Net;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Clinic.Transcription.Audio;
using Clinic.Transcription.Live;
using Clinic.Transcription.SpeechToText;
using Clinic.Transcription.Transcripts;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using static Clinic.Api.Tests.TranscriptionVisit;

namespace Clinic.Api.Tests;

/// <summary>Following a visit over server-sent events: its state, and the text of an engine that hears it live.</summary>
public class TranscriptionLiveTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("memory")]
    [InlineData("local")]
    public async Task State_and_text_come_while_the_visit_is_recorded(string storage)
    {
        using var factory = Live(storage).With(s => s.AddSingleton<ILiveTranscriber, Echo>());
        var v = await OpenAsync(factory);
        var session = await v.RecordingAsync();
        using var stream = await StreamAsync(v.Assistant, session);

        var first = await stream.NextAsync();
        Assert.Equal(("snapshot", "recording"), (first.Event, first.Data["status"]!.GetValue<string>()));
        await ChunkAsync(v.Physician, session, 0, TranscriptionAudioTests.Sound(32_000));
        var final = await stream.UntilAsync("final");
        Assert.Equal("Me duele.", final["segments"]![0]!["text"]!.GetValue<string>());
        await v.Physician.OkAsync($"{Of(session)}/pause", new { reason = "private" });
        Assert.Equal("paused", (await stream.UntilAsync("state"))["status"]!.GetValue<string>());
        using var late = await StreamAsync(v.Physician, session);
        Assert.NotEmpty((await late.NextAsync()).Data["segments"]!.AsArray());
        await v.Physician.OkAsync($"{Of(session)}/consent/withdraw", new { given = OnScreen });
        Assert.Equal("consentWithdrawn", (await stream.UntilAsync("state"))["status"]!.GetValue<string>());
        Assert.Equal("over", (await stream.UntilAsync("end"))["reason"]!.GetValue<string>());
        Assert.Contains("session.followed", await v.AuditAsync("core.patient", v.Patient));
        Assert.True(factory.Services.GetRequiredService<LiveSessions>() is not null);
    }

    [Fact]
    public async Task Without_consent_to_leave_the_clinic_no_engine_hears()
    {
        using var factory = Live("memory").With(s => s.AddSingleton<ILiveTranscriber, Echo>());
        var v = await OpenAsync(factory);
        var session = await v.RecordingAsync("record", "transcribe", "keep");
        await ChunkAsync(v.Physician, session, 0, TranscriptionAudioTests.Sound(32_000));
        Assert.Equal(0, factory.Services.GetRequiredService<LiveSessions>().Running);
    }

    [Fact]
    public async Task A_stream_has_bounds_and_ends_when_it_is_asked_to()
    {
        using var factory = Live("memory").Set("Clinic:Transcription:Live:MostListeners", "1");
        var v = await OpenAsync(factory);
        var session = await v.CreateAsync();
        var path = $"{Of(session)}/live";

        var once = await v.Physician.GetAsync($"{path}?seconds=0");
        Assert.Equal((HttpStatusCode.OK, "text/event-stream", "no-store"), (once.Status, once.Headers["Content-Type"], once.Headers["Cache-Control"]));
        Assert.StartsWith("retry: 3000\n\nid: 1\nevent: snapshot\ndata: {", once.Text, StringComparison.Ordinal);
        Assert.EndsWith("event: end\ndata: {\"reason\":\"time\"}\n\n", once.Text, StringComparison.Ordinal);
        (await v.Physician.GetAsync($"{path}?seconds=86401")).Refused(400, "API118");
        using (await StreamAsync(v.Physician, session)) (await v.Assistant.GetAsync(path)).Refused(429, "API130");
        var live = factory.Services.GetRequiredService<LiveSessions>();
        for (var i = 0; i < 200 && live.Running > 0; i++) await Task.Delay(50, Stop);
        Assert.Equal(0, live.Running);
    }

    private static ApiFactory Live(string storage) => ApiFactory.Of(storage).Set("Clinic:Transcription:Live:LookEvery", "0:00:00:00.05");

    private static async Task<Client> StreamAsync(ApiCaller caller, string session)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Of(session)}/live");
        var response = await caller.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Stop);
        response.EnsureSuccessStatusCode();
        return new(response, new StreamReader(await response.Content.ReadAsStreamAsync(Stop)));
    }

    private sealed class Client(HttpResponseMessage response, StreamReader reader) : IDisposable
    {
        public async Task<JsonNode> UntilAsync(string kind)
        {
            while (true)
            {
                var (found, data) = await NextAsync();
                if (found == kind) return data;
            }
        }

        public async Task<(string Event, JsonNode Data)> NextAsync()
        {
            var (kind, data) = ("", (string?)null);
            while (await reader.ReadLineAsync(Stop).AsTask().WaitAsync(TimeSpan.FromMinutes(1), Stop) is { } line)
            {
                if (line.StartsWith("event: ", StringComparison.Ordinal)) kind = line[7..];
                if (line.StartsWith("data: ", StringComparison.Ordinal)) data = line[6..];
                if (line.Length == 0 && data is not null) return (kind, JsonNode.Parse(data)!);
            }

            throw new EndOfStreamException();
        }

        public void Dispose()
        {
            reader.Dispose();
            response.Dispose();
        }
    }

    // An engine outside of the clinic that hears the same words in every frame.
    private sealed class Echo : ILiveTranscriber
    {
        public string Name => "echo";

        public EngineCapabilities Capabilities { get; } = new(true, "eu");

        public Task<ILiveTranscription> OpenAsync(AudioFormat format, SpeechRequest request, IAudioReplay? replay, CancellationToken cancellationToken) =>
            Task.FromResult<ILiveTranscription>(new Words());
    }

    private sealed class Words : ILiveTranscription
    {
        private readonly Channel<LiveEvent> events = Channel.CreateUnbounded<LiveEvent>();
        private int count;

        public LiveLatency Latency { get; } = new(new(0, Duration.Zero, Duration.Zero, Duration.Zero, Duration.Zero), new(0, Duration.Zero, Duration.Zero, Duration.Zero, Duration.Zero));

        public ValueTask SendAsync(ReadOnlyMemory<byte> frame, CancellationToken cancellationToken) =>
            events.Writer.WriteAsync(new LiveEvent.Final(Duration.Zero, Instant.FromUtc(2026, 3, 2, 15, 0), new TranscriptSegment(count++, "0", "Me duele."), false), cancellationToken);

        public ValueTask PauseAsync(CancellationToken cancellationToken) => ValueTask.CompletedTask;

        public ValueTask FlushAsync(CancellationToken cancellationToken) => ValueTask.CompletedTask;

        public Task<LiveEnd> CompleteAsync(CancellationToken cancellationToken)
        {
            events.Writer.TryComplete();
            return Task.FromResult(new LiveEnd(true, Duration.Zero, Duration.Zero, []));
        }

        public IAsyncEnumerable<LiveEvent> ReadAllAsync(CancellationToken cancellationToken) => events.Reader.ReadAllAsync(cancellationToken);

        public ValueTask DisposeAsync()
        {
            events.Writer.TryComplete();
            return ValueTask.CompletedTask;
        }
    }
}
