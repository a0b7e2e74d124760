using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text.Json;
using Clinic.Transcription.Audio;
using Clinic.Transcription.Deepgram.Tests.Loopback;
using Clinic.Transcription.SpeechToText;
using NodaTime;

namespace Clinic.Transcription.Deepgram.Tests.Live;

public sealed class LiveTests : LiveTestBase
{
    [Fact]
    public async Task What_is_said_comes_back_in_order_and_the_end_is_clean()
    {
        await using var server = new ScriptedSocket(p => Hearing.HearAsync(p));
        await using var live = await OpenAsync(server);

        await SpeakAsync(live, 0, 23);
        var end = await live.CompleteAsync(Ct);
        var words = Words(await AllAsync(live));

        Assert.Equal(Enumerable.Range(0, 23), words.Select(Number));
        AssertInPlace(words);
        Assert.Equal((true, Duration.FromMilliseconds(2300), Duration.FromMilliseconds(2300), 0), (end.Clean, end.Sent, end.Heard, end.Gaps.Count));
        Assert.Equal(["CloseStream"], server.Peers[0].Texts);
    }

    [Fact]
    public async Task The_address_says_what_is_configured()
    {
        await using var server = new ScriptedSocket(p => Hearing.HearAsync(p));
        await using (var live = await OpenAsync(server, configure: o => (o.NoDelay, o.Endpointing, o.UtteranceEnd) = (true, Duration.Zero, Duration.FromMilliseconds(1500)))) await live.CompleteAsync(Ct);

        Assert.Equal(
            ["model=nova-3", "mip_opt_out=true", "diarize_model=latest", "punctuate=true", "smart_format=true", "numerals=true", "encoding=linear16", "sample_rate=16000", "language=es", "channels=1", "interim_results=true", "endpointing=false", "utterance_end_ms=1500", "vad_events=true", "no_delay=true"],
            server.Peers[0].Request.Query);
        Assert.Equal("Token test-key", server.Peers[0].Request.Headers["Authorization"]);
    }

    [Fact]
    public async Task Every_live_setting_reaches_the_address()
    {
        await using var server = new ScriptedSocket(p => Hearing.HearAsync(p));
        await using (var live = await OpenAsync(server, format: new AudioFormat("audio/raw", "linear32", 48_000, 2), configure: o =>
        {
            (o.DiarizeModel, o.InterimResults, o.UtteranceEnd, o.VadEvents, o.Multichannel, o.DetectEntities, o.Dictation, o.ProfanityFilter) = ("v2", false, null, false, true, true, true, true);
            (o.Utterances, o.Paragraphs, o.Measurements, o.FillerWords, o.Topics, o.DetectLanguage) = (true, true, true, true, true, true);
            o.Search.Add("fiebre");
            o.Extra.Add("a:b");
        })) await live.CompleteAsync(Ct);

        Assert.Equal(
            ["model=nova-3", "mip_opt_out=true", "diarize_model=latest", "multichannel=true", "punctuate=true", "smart_format=true", "numerals=true", "dictation=true", "profanity_filter=true", "detect_entities=true", "search=fiebre", "extra=a%3Ab", "encoding=linear32", "sample_rate=48000", "language=es", "channels=2", "interim_results=false", "endpointing=300"],
            server.Peers[0].Request.Query);
    }

    [Fact]
    public async Task Terms_can_be_changed_while_it_listens_and_a_new_connection_begins_with_them()
    {
        await using var server = new ScriptedSocket(
            async p =>
            {
                if (!await Hearing.HearAsync(p, 15)) p.Drop(reset: true);
            },
            p => Hearing.HearAsync(p));
        await using var live = await OpenAsync(server);
        await SpeakAsync(live, 0, 5);

        Assert.True(await live.ChangeAsync(new() { KeyTerms = ["losartán", "metformina"], Numerals = false }, Ct));
        Assert.True(await live.ChangeAsync(new() { KeyTerms = ["enalapril"] }, Ct));
        await SpeakAsync(live, 5, 30);
        var end = await live.CompleteAsync(Ct);

        Assert.True(end.Clean);
        Assert.Equal(["{\"type\":\"Configure\",\"keyterms\":[\"losart\\u00E1n\",\"metformina\"],\"features\":{\"numerals\":false}}", "{\"type\":\"Configure\",\"keyterms\":[\"enalapril\"]}"], server.Peers[0].Wishes);
        Assert.DoesNotContain(server.Peers[0].Request.Query, q => q.StartsWith("keyterm", StringComparison.Ordinal));
        Assert.Equal(["keyterm=enalapril"], server.Peers[1].Request.Query.Where(q => q.StartsWith("keyterm", StringComparison.Ordinal) || q.StartsWith("numerals", StringComparison.Ordinal)));
        AssertInPlace(Words(await AllAsync(live)));
    }

    [Theory]
    [InlineData("refuses")]
    [InlineData("says nothing")]
    [InlineData("hangs up")]
    public async Task A_change_that_is_not_confirmed_changes_nothing(string how)
    {
        await using var server = new ScriptedSocket(
            async p =>
            {
                await p.AcceptAsync();
                while (await p.NextAsync() is { } m && m.Type != "Configure")
                {
                    // Until it is asked.
                }

                if (how == "refuses") await p.SendAsync(Shapes.StreamFailure("configure_failed").GetRawText());
                if (how == "says nothing") await Task.Delay(900, Ct);
                p.Drop(reset: true);
            },
            p => Hearing.HearAsync(p));
        await using var live = await OpenAsync(server);
        await SpeakAsync(live, 0, 5);

        Assert.False(await live.ChangeAsync(new() { KeyTerms = ["losartán"] }, Ct));
        await SpeakAsync(live, 5, 20, 50);
        await live.CompleteAsync(Ct);

        Assert.DoesNotContain(server.Peers[1].Request.Query, q => q.StartsWith("keyterm", StringComparison.Ordinal));
        AssertInPlace(Words(await AllAsync(live)));
    }

    [Fact]
    public async Task A_change_that_the_service_would_refuse_is_refused_before_it_is_asked()
    {
        await using var server = new ScriptedSocket(p => Hearing.HearAsync(p));
        await using var live = await OpenAsync(server, configure: o => (o.Region, o.Model) = ("eu", "nova-2"));

        var e = await Assert.ThrowsAsync<TranscriptionException>(() => live.ChangeAsync(new() { KeyTerms = [.. Enumerable.Repeat("a", 101)] }, Ct));

        Assert.Equal([TranscriptionRules.ChangeNotOffered, TranscriptionRules.KeyTermsNotTaken], e.Failures.Select(f => f.Code));
        await live.CompleteAsync(Ct);
        Assert.Empty(server.Peers[0].Wishes);
    }

    [Fact]
    public async Task Terms_that_are_looked_for_are_told_once_with_their_place()
    {
        await using var server = new ScriptedSocket(async p =>
        {
            await p.AcceptAsync();
            foreach (var final in (bool[])[false, true])
                await p.SendAsync("{\"type\":\"Results\",\"start\":0,\"duration\":1,\"is_final\":" + (final ? "true" : "false") + ",\"channel\":{\"search\":[{\"query\":\"fiebre\",\"hits\":[{\"confidence\":0.9,\"start\":0.2,\"end\":0.6,\"snippet\":\"fiebre\"}]}],\"alternatives\":[{\"transcript\":\"fiebre\"}]}}");
            while (await p.NextAsync() is { } m)
            {
                if (m.Type != "CloseStream") continue;
                await p.SendAsync("{\"type\":\"Metadata\"}");
                await p.CloseAsync(1000);
            }
        });
        await using var live = await OpenAsync(server);
        await SpeakAsync(live, 0, 10);
        await live.CompleteAsync(Ct);

        var found = Assert.Single((await AllAsync(live)).OfType<LiveEvent.Found>());
        Assert.Equal(("fiebre", Duration.FromMilliseconds(200)), (found.Hit.Query, found.Position));
        Assert.DoesNotContain("fiebre", found.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_container_says_itself_how_it_is_written()
    {
        await using var server = new ScriptedSocket(p => Hearing.HearAsync(p));
        await using (var live = await OpenAsync(server, format: new AudioFormat("audio/webm;codecs=opus", SampleRate: 48_000))) await live.CompleteAsync(Ct);

        Assert.DoesNotContain(server.Peers[0].Request.Query, q => q.StartsWith("encoding", StringComparison.Ordinal) || q.StartsWith("sample_rate", StringComparison.Ordinal) || q.StartsWith("channels", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_recorded_session_gives_its_events()
    {
        await using var server = new ScriptedSocket(SessionAsync);
        await using var live = await OpenAsync(server);

        await SpeakAsync(live, 0, 56, 0);
        await live.FlushAsync(Ct);
        var end = await live.CompleteAsync(Ct);
        var events = await AllAsync(live);

        Assert.Equal(["Me duele la garganta", "desde hace 3 días.", "Gracias."], events.OfType<LiveEvent.Final>().Select(f => f.Segment.Text));
        Assert.Equal(["me duele", "me duele la garganta"], events.OfType<LiveEvent.Interim>().Select(f => f.Segment.Text));
        Assert.Equal(["0", "0", "1"], events.OfType<LiveEvent.Final>().Select(f => f.Segment.Speaker));
        Assert.Equal([0, 1, 2], events.OfType<LiveEvent.Final>().Select(f => f.Segment.Index));
        Assert.Equal([false, true, true], events.OfType<LiveEvent.Final>().Select(f => f.EndOfSpeech));
        Assert.Equal(Duration.FromMilliseconds(320), Assert.Single(events.OfType<LiveEvent.SpeechStarted>()).Position);
        Assert.Equal(Duration.FromMilliseconds(3600), Assert.Single(events.OfType<LiveEvent.UtteranceEnded>()).Position);
        Assert.Equal((true, Duration.FromMilliseconds(5600)), (end.Clean, end.Heard));
        Assert.Equal((2, 4), (live.Latency.Interim.Samples, live.Latency.Final.Samples));
    }

    [Fact]
    public async Task Audio_given_before_the_connection_stands_waits()
    {
        var gate = new TaskCompletionSource();
        await using var server = new ScriptedSocket(async p =>
        {
            await gate.Task;
            await Hearing.HearAsync(p);
        });
        await using var live = await OpenAsync(server, Quick with { Open = Duration.FromMilliseconds(50) });

        await SpeakAsync(live, 0, 20, 0);
        gate.SetResult();
        var end = await live.CompleteAsync(Ct);

        Assert.Equal(Enumerable.Range(0, 20), Words(await AllAsync(live)).Select(Number));
        Assert.True(end.Clean);
    }

    [Fact]
    public async Task An_empty_frame_is_never_sent()
    {
        await using var server = new ScriptedSocket(p => Hearing.HearAsync(p));
        await using var live = await OpenAsync(server);

        await live.SendAsync(ReadOnlyMemory<byte>.Empty, Ct);
        await SpeakAsync(live, 0, 3);
        await live.SendAsync(Array.Empty<byte>(), Ct);
        await live.CompleteAsync(Ct);

        Assert.Equal((0, 3L * Hearing.BlockBytes), (server.Peers[0].EmptyFrames, server.Peers[0].AudioBytes));
    }

    [Fact]
    public async Task A_pause_asks_for_the_text_and_keeps_the_connection()
    {
        await using var server = new ScriptedSocket(p => Hearing.HearAsync(p));
        await using var live = await OpenAsync(server, Quick with { KeepAlive = Duration.FromMilliseconds(100) });

        await SpeakAsync(live, 0, 7);
        await live.PauseAsync(Ct);
        await Task.Delay(700, Ct);
        await SpeakAsync(live, 7, 12);
        var end = await live.CompleteAsync(Ct);

        var texts = server.Peers.Single().Texts;
        Assert.Equal("Finalize", texts[0]);
        Assert.InRange(texts.Count(t => t == "KeepAlive"), 3, 8);
        AssertInPlace(Words(await AllAsync(live)));
        Assert.Equal((true, Duration.FromMilliseconds(1200)), (end.Clean, end.Sent));
    }

    [Fact]
    public async Task Flushing_waits_for_the_text_of_all_audio()
    {
        await using var server = new ScriptedSocket(p => Hearing.HearAsync(p, delay: TimeSpan.FromMilliseconds(10)));
        await using var live = await OpenAsync(server, Quick with { Flush = Duration.FromSeconds(20) });
        await SpeakAsync(live, 0, 13, 0);
        var since = Stopwatch.StartNew();

        await live.FlushAsync(Ct);

        Assert.True(since.Elapsed < TimeSpan.FromSeconds(10));
        await live.CompleteAsync(Ct);
        Assert.Equal(13, Words(await AllAsync(live)).Length);
    }

    [Fact]
    public async Task Flushing_that_is_never_answered_ends()
    {
        await using var server = new ScriptedSocket(async p =>
        {
            await p.AcceptAsync();
            while (await p.NextAsync() is { } m && m.Type != "CloseStream")
            {
                // Says nothing.
            }
        });
        await using var live = await OpenAsync(server, Quick with { Flush = Duration.FromMilliseconds(200), Close = Duration.FromMilliseconds(300) });
        await SpeakAsync(live, 0, 2);
        var since = Stopwatch.StartNew();

        await live.FlushAsync(Ct);

        Assert.InRange(since.ElapsedMilliseconds, 150, 3_000);
    }

    [Fact]
    public async Task An_end_that_is_never_answered_ends_and_lists_what_was_not_heard()
    {
        await using var server = new ScriptedSocket(async p =>
        {
            await p.AcceptAsync();
            while (await p.NextAsync() is not null)
            {
                // Says nothing.
            }
        });
        await using var live = await OpenAsync(server, Quick with { Close = Duration.FromMilliseconds(300) });
        await SpeakAsync(live, 0, 4);
        var since = Stopwatch.StartNew();

        var end = await live.CompleteAsync(Ct);

        Assert.InRange(since.ElapsedMilliseconds, 200, 3_000);
        Assert.False(end.Clean);
        Assert.Equal((Duration.Zero, Duration.FromMilliseconds(400)), (end.Gaps.Single().From, end.Gaps.Single().To));
    }

    [Fact]
    public async Task Unknown_and_broken_messages_are_passed_over()
    {
        await using var server = new ScriptedSocket(async p =>
        {
            await p.AcceptAsync();
            foreach (var text in (string[])[Shapes.StreamFailure("unknown_future_frame").GetRawText(), Shapes.StreamFailure("error_frame").GetRawText(), "{", "[1]", "7", "{\"type\":7}", """{"type":"Results"}""", """{"type":"Results","channel_index":"x","start":"a","is_final":true,"channel":[]}""", Shapes.StreamFailure("configure_failed").GetRawText()])
                await p.SendAsync(text);
            await p.SendAsync(Hearing.Results([0, 1], 0, 2, final: true));
            while (await p.NextAsync() is { } m)
            {
                if (m.Type != "CloseStream") continue;
                await p.SendAsync("""{"type":"Metadata"}""");
                await p.CloseAsync(1000);
            }
        });
        await using var live = await OpenAsync(server);
        await SpeakAsync(live, 0, 2);
        await Task.Delay(100, Ct);

        Assert.True((await live.CompleteAsync(Ct)).Clean);
        Assert.Equal(2, Words(await AllAsync(live)).Length);
    }

    [Fact]
    public async Task Text_that_is_far_behind_is_told_once_until_it_catches_up()
    {
        await using var server = new ScriptedSocket(p => Hearing.HearAsync(p));
        await using var live = await OpenAsync(server, Quick with { LaggingAfter = Duration.FromMilliseconds(500) });

        await SpeakAsync(live, 0, 40, 0);
        await live.CompleteAsync(Ct);
        var events = await AllAsync(live);

        var lagging = events.OfType<LiveEvent.Lagging>().ToArray();
        Assert.InRange(lagging.Length, 1, 3);
        Assert.True(lagging[0].Behind > Duration.FromMilliseconds(500));
        Assert.True(live.Latency.Interim.Max >= live.Latency.Interim.P95 && live.Latency.Interim.P95 >= live.Latency.Interim.P50);
    }

    [Fact]
    public async Task The_meter_tells_latency_and_nothing_else()
    {
        var tags = new List<string>();
        var count = 0;
        using var meter = new MeterListener { InstrumentPublished = (i, l) => { if (i.Meter.Name == "Clinic.Transcription.Deepgram" && i.Name.EndsWith("latency", StringComparison.Ordinal)) l.EnableMeasurementEvents(i); } };
        meter.SetMeasurementEventCallback<double>((_, value, t, _) =>
        {
            lock (tags)
            {
                count++;
                foreach (var tag in t) tags.Add(tag.Key);
            }
        });
        meter.Start();
        await using var server = new ScriptedSocket(p => Hearing.HearAsync(p));
        await using (var live = await OpenAsync(server))
        {
            await SpeakAsync(live, 0, 10);
            await live.CompleteAsync(Ct);
        }

        Assert.True(count >= 10);
        Assert.Equal(["final"], tags.Distinct());
    }

    [Fact]
    public async Task After_the_end_nothing_can_be_sent()
    {
        await using var server = new ScriptedSocket(p => Hearing.HearAsync(p));
        var live = await OpenAsync(server);
        await live.CompleteAsync(Ct);

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await live.SendAsync(new byte[2], Ct));
        Assert.True((await live.CompleteAsync(Ct)).Clean);
        await live.DisposeAsync();
        await live.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await live.SendAsync(new byte[2], Ct));
    }

    [Fact]
    public async Task A_peer_that_reads_nothing_makes_the_sender_wait_and_disposing_still_ends()
    {
        await using var server = new ScriptedSocket(async p =>
        {
            await p.AcceptAsync();
            await p.StallAsync();
        });
        var live = await OpenAsync(server, Quick with { WaitingFrames = 4, Stall = Duration.FromSeconds(30), Close = Duration.FromSeconds(1) });
        using var stop = new CancellationTokenSource(1_500);

        var frame = new byte[256 * 1024];
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            while (true) await live.SendAsync(frame, stop.Token);
        });
        var since = Stopwatch.StartNew();
        await live.DisposeAsync();

        Assert.True(since.Elapsed < TimeSpan.FromSeconds(3));
    }

    private static async Task SessionAsync(Peer peer)
    {
        var script = Shapes.Session;
        await peer.AcceptAsync(script[0].GetProperty("handshake").GetProperty("headers").GetProperty("dg-request-id").GetString()!);
        while (peer.AudioBytes < 56 * Hearing.BlockBytes) await peer.NextAsync();
        foreach (var line in script.Skip(1))
        {
            var client = line.GetProperty("dir").GetString() == "client";
            if (client && line.TryGetProperty("text", out var text) && text.GetProperty("type").GetString() is not "KeepAlive" and var wish)
            {
                while ((await peer.NextAsync())!.Value.Type != wish)
                {
                    // Until the client says it.
                }
            }
            else if (line.TryGetProperty("json", out var json))
            {
                await peer.SendAsync(json.GetRawText());
            }
            else if (line.TryGetProperty("close", out JsonElement close))
            {
                await peer.CloseAsync(close.GetProperty("code").GetInt32());
            }
        }
    }
}
