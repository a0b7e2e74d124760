using System.Diagnostics;
using Clinic.Transcription.Audio;
using Clinic.Transcription.Deepgram.Tests.Loopback;
using Clinic.Transcription.SpeechToText;
using Clinic.Transcription.Transcripts;
using NodaTime;

namespace Clinic.Transcription.Deepgram.Tests.Live;

/// <summary>Every way in which a connection is lost or refused, and what is left of the text.</summary>
public sealed class LiveLossTests : LiveTestBase
{
    [Theory]
    [InlineData("reset", FailureKind.ConnectionLost, null, null)]
    [InlineData("fin", FailureKind.ConnectionLost, null, null)]
    [InlineData("1011 NET-0000", FailureKind.Unavailable, 1011, "NET-0000")]
    [InlineData("1011 NET-0001", FailureKind.ConnectionLost, 1011, "NET-0001")]
    [InlineData("1001 ", FailureKind.Unavailable, 1001, null)]
    [InlineData("1012 ", FailureKind.Unavailable, 1012, null)]
    [InlineData("1000 ", FailureKind.ConnectionLost, 1000, null)]
    [InlineData("4000 a sentence of the service", FailureKind.Unknown, 4000, null)]
    public async Task A_lost_connection_is_made_again_and_nothing_is_missing_or_twice(string how, FailureKind kind, int? status, string? code)
    {
        await using var server = new ScriptedSocket(
            async p =>
            {
                await Hearing.HearAsync(p, blocks: 13);
                await LoseAsync(p, how);
            },
            p => Hearing.HearAsync(p));
        var recording = new Recording();
        await using var live = await OpenAsync(server, replay: recording);

        await SpeakAsync(live, 0, 24, 20, recording.Add);
        var end = await live.CompleteAsync(Ct);
        var events = await AllAsync(live);

        Assert.Equal(Enumerable.Range(0, 24), Words(events).Select(Number));
        AssertInPlace(Words(events));
        Assert.True(end.Clean);
        Assert.Empty(end.Gaps);
        var lost = Assert.Single(events.OfType<LiveEvent.Interrupted>());
        Assert.Equal((kind, true, status, code, true), (lost.Failure.Kind, lost.Failure.Retryable, lost.Failure.Status, lost.Failure.Code, lost.WillReconnect));
        var resumed = Assert.Single(events.OfType<LiveEvent.Resumed>());
        // From the last final text, not from the last audio sent.
        Assert.True(resumed.Replayed >= Duration.FromMilliseconds(300));
        Assert.Equal(10, Number(FirstOf(server.Peers[1])));
        Assert.DoesNotContain(Log.Lines, l => l.Contains("sentence", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_recording_the_last_seconds_are_replayed_from_memory()
    {
        await using var server = new ScriptedSocket(
            async p =>
            {
                await Hearing.HearAsync(p, blocks: 8);
                p.Drop(reset: true);
            },
            p => Hearing.HearAsync(p));
        await using var live = await OpenAsync(server);

        await SpeakAsync(live, 0, 30, 10);
        var end = await live.CompleteAsync(Ct);

        Assert.Equal(Enumerable.Range(0, 30), Words(await AllAsync(live)).Select(Number));
        Assert.True(end.Clean);
    }

    [Fact]
    public async Task Lost_again_and_again_each_word_is_there_once_or_in_a_gap()
    {
        var random = new Random(20261122);
        var scripts = Enumerable.Range(0, 6).Select(i => (Func<Peer, Task>)(async p =>
        {
            if (i % 3 == 2) await p.RefuseAsync(503, []);
            await Hearing.HearAsync(p, blocks: random.Next(1, 12));
            await LoseAsync(p, i % 2 == 0 ? "reset" : "1011 NET-0000");
        }));
        await using var server = new ScriptedSocket([.. scripts, p => Hearing.HearAsync(p)]);
        var recording = new Recording();
        await using var live = await OpenAsync(server, Quick with { Reconnects = 8, Close = Duration.FromSeconds(8) }, replay: recording);

        await SpeakAsync(live, 0, 60, 30, recording.Add);
        var end = await live.CompleteAsync(Ct);

        var words = Words(await AllAsync(live));
        AssertInPlace(words);
        var heard = words.Select(Number).ToHashSet();
        Assert.All(Enumerable.Range(0, 60), b => Assert.True(heard.Contains(b) || end.Gaps.Any(g => IsIn(g, b)), $"block {b}"));
        Assert.True(heard.Count >= 50, $"Only {heard.Count} of 60 were heard.");
    }

    [Fact]
    public async Task What_lies_further_back_than_the_cap_is_a_gap()
    {
        var gate = new TaskCompletionSource();
        await using var server = new ScriptedSocket(
            async p =>
            {
                await Hearing.HearAsync(p, blocks: 5);
                p.Drop(reset: true);
            },
            async p =>
            {
                await gate.Task;
                await Hearing.HearAsync(p);
            });
        var recording = new Recording();
        await using var live = await OpenAsync(server, Quick with { LongestReplay = Duration.FromSeconds(1), Connect = Duration.FromSeconds(10) }, replay: recording);

        await SpeakAsync(live, 0, 40, 5, recording.Add);
        await Task.Delay(200, Ct);
        gate.SetResult();
        await Task.Delay(1_500, Ct);
        await SpeakAsync(live, 40, 50, 5, recording.Add);
        var end = await live.CompleteAsync(Ct);
        var events = await AllAsync(live);

        var gap = Assert.Single(end.Gaps);
        Assert.Equal((Duration.FromMilliseconds(500), Duration.FromMilliseconds(3000), GapReason.ConnectionLost), (gap.From, gap.To, gap.Reason));
        Assert.Equal(gap, Assert.Single(events.OfType<LiveEvent.Resumed>()).Gap);
        AssertInPlace(Words(events));
        Assert.Equal(Enumerable.Range(0, 5).Concat(Enumerable.Range(30, 20)), Words(events).Select(Number));
    }

    [Fact]
    public async Task Catching_up_is_at_most_a_quarter_faster_than_real_time()
    {
        await using var server = new ScriptedSocket(
            async p =>
            {
                await Hearing.HearAsync(p, blocks: 20);
                p.Drop(reset: true);
            },
            p => Hearing.HearAsync(p));
        await using var live = await OpenAsync(server, Quick with { Close = Duration.FromSeconds(10) });
        await SpeakAsync(live, 0, 41, 0);
        await Task.Delay(300, Ct);
        var since = Stopwatch.StartNew();

        await live.CompleteAsync(Ct);

        // Two seconds were missing; a third of a second of them may have been sent before the watch began.
        Assert.InRange(since.ElapsedMilliseconds, 1_000, 8_000);
        Assert.Equal(41, Words(await AllAsync(live)).Length);
    }

    [Fact]
    public async Task Voices_of_a_new_connection_are_kept_apart()
    {
        await using var server = new ScriptedSocket(
            async p =>
            {
                await Hearing.HearAsync(p, blocks: 5);
                p.Drop(reset: false);
            },
            p => Hearing.HearAsync(p));
        await using var live = await OpenAsync(server);
        await SpeakAsync(live, 0, 10, 20);
        await live.CompleteAsync(Ct);

        Assert.Equal(["0", "0@2"], (await AllAsync(live)).OfType<LiveEvent.Final>().Select(f => f.Segment.Speaker).Distinct());
    }

    [Fact]
    public async Task A_stalled_peer_is_noticed_and_left()
    {
        await using var server = new ScriptedSocket(
            async p =>
            {
                await p.AcceptAsync();
                await p.StallAsync();
            },
            p => Hearing.HearAsync(p));
        await using var live = await OpenAsync(server, Quick with { Stall = Duration.FromMilliseconds(300) });
        await SpeakAsync(live, 0, 20, 60);

        var end = await live.CompleteAsync(Ct);

        Assert.Equal(Enumerable.Range(0, 20), Words(await AllAsync(live)).Select(Number));
        Assert.True(end.Clean);
    }

    [Theory]
    [InlineData(401, FailureKind.Unauthorized)]
    [InlineData(402, FailureKind.Quota)]
    [InlineData(400, FailureKind.BadRequest)]
    public async Task A_refused_handshake_is_told_at_once_without_the_words_of_the_service(int status, FailureKind kind)
    {
        await using var server = new ScriptedSocket(ScriptedSocket.Refuse(status, "dg-error: Invalid credentials.", "dg-request-id: 77-b"));

        var e = await Assert.ThrowsAsync<ProviderException>(() => OpenAsync(server));

        Assert.Equal((kind, false, (int?)status, "77-b"), (e.Failure.Kind, e.Failure.Retryable, e.Failure.Status, e.Failure.RequestId));
        Assert.DoesNotContain("credentials", e + string.Concat(Log.Lines), StringComparison.OrdinalIgnoreCase);
        Assert.Single(server.Peers);
    }

    [Fact]
    public async Task A_handshake_that_may_work_later_is_tried_again()
    {
        await using var server = new ScriptedSocket(ScriptedSocket.Refuse(429), ScriptedSocket.Refuse(503), p => Hearing.HearAsync(p));
        await using var live = await OpenAsync(server, Quick with { Open = Duration.FromMilliseconds(10) });
        await SpeakAsync(live, 0, 10, 30);

        var end = await live.CompleteAsync(Ct);

        Assert.Equal((true, 3), (end.Clean, server.Peers.Count));
        Assert.Equal(Enumerable.Range(0, 10), Words(await AllAsync(live)).Select(Number));
    }

    [Fact]
    public async Task After_too_many_attempts_the_sender_is_told_and_the_rest_is_a_gap()
    {
        await using var server = new ScriptedSocket(
            async p =>
            {
                await Hearing.HearAsync(p, blocks: 5);
                p.Drop(reset: true);
            },
            ScriptedSocket.Refuse(503));
        await using var live = await OpenAsync(server, Quick with { Reconnects = 2 });

        var e = await Assert.ThrowsAsync<ProviderException>(() => SpeakAsync(live, 0, 500, 10));
        var end = await live.CompleteAsync(Ct);
        var events = await AllAsync(live);

        Assert.Equal(FailureKind.Unavailable, e.Failure.Kind);
        Assert.False(end.Clean);
        Assert.Equal((Duration.FromMilliseconds(500), end.Sent), (end.Gaps.Single().From, end.Gaps.Single().To));
        Assert.False(events.OfType<LiveEvent.Interrupted>().Last().WillReconnect);
    }

    [Fact]
    public async Task Audio_that_the_service_cannot_decode_ends_the_transcription()
    {
        await using var server = new ScriptedSocket(async p =>
        {
            await Hearing.HearAsync(p, blocks: 1);
            await p.CloseAsync(1008, "DATA-0000");
        });
        await using var live = await OpenAsync(server);

        var e = await Assert.ThrowsAsync<ProviderException>(() => SpeakAsync(live, 0, 500, 10));

        Assert.Equal((FailureKind.BadAudio, false, 1008, "DATA-0000"), (e.Failure.Kind, e.Failure.Retryable, e.Failure.Status, e.Failure.Code));
        Assert.Single(server.Peers);
    }

    [Fact]
    public async Task Nobody_there_is_tried_and_then_told()
    {
        var server = new ScriptedSocket(p => Hearing.HearAsync(p));
        var address = server.Address;
        await server.DisposeAsync();
        var gone = new ScriptedSocket(p => Hearing.HearAsync(p));
        await using var _ = gone;

        var e = await Assert.ThrowsAsync<ProviderException>(() => OpenAsync(gone, Quick with { Reconnects = 1, Open = Duration.FromSeconds(5) }, configure: o => o.BaseAddress = address));

        Assert.Equal((FailureKind.ConnectionLost, true), (e.Failure.Kind, e.Failure.Retryable));
    }

    [Fact]
    public async Task A_connection_lost_in_a_pause_is_made_again_with_the_next_audio()
    {
        await using var server = new ScriptedSocket(
            async p =>
            {
                await Hearing.HearAsync(p, blocks: 5);
                await Task.Delay(100);
                await p.CloseAsync(1011, "NET-0001");
            },
            p => Hearing.HearAsync(p));
        await using var live = await OpenAsync(server);
        await SpeakAsync(live, 0, 5);
        await live.PauseAsync(Ct);
        await Task.Delay(500, Ct);
        Assert.Single(server.Peers);

        await SpeakAsync(live, 5, 10, 20);
        var end = await live.CompleteAsync(Ct);

        Assert.Equal(2, server.Peers.Count);
        Assert.True(end.Clean);
        AssertInPlace(Words(await AllAsync(live)));
    }

    [Fact]
    public async Task A_container_begins_again_with_its_head_at_its_next_cluster()
    {
        byte[] head = [0x1a, 0x45, 0xdf, 0xa3, 1, 2, 3, 4], cluster = [0x1f, 0x43, 0xb6, 0x75];
        var second = new TaskCompletionSource<Peer>();
        await using var server = new ScriptedSocket(
            async p =>
            {
                await p.AcceptAsync();
                await p.NextAsync();
                p.Drop(reset: true);
            },
            async p =>
            {
                await p.AcceptAsync();
                for (var i = 0; i < 3; i++) await p.NextAsync();
                second.SetResult(p);
                await p.StallAsync();
            });
        await using var live = await OpenAsync(server, Quick with { Close = Duration.FromMilliseconds(200) }, new AudioFormat("audio/webm;codecs=opus"));

        await live.SendAsync((byte[])[.. head, .. cluster, 9, 9], Ct);
        while (server.Peers.Count < 2)
        {
            await live.SendAsync((byte[])[7, 7, 7], Ct);
            await Task.Delay(20, Ct);
        }

        await Task.Delay(200, Ct);
        await live.SendAsync((byte[])[8, 8, .. cluster, 5], Ct);
        await live.SendAsync((byte[])[6], Ct);
        var peer = await second.Task.WaitAsync(TimeSpan.FromSeconds(5), Ct);

        Assert.Equal(head, peer.Audio[0]);
        Assert.Equal([.. cluster, 5], peer.Audio[1]);
        Assert.Equal([6], peer.Audio[2]);
        Assert.False((await live.CompleteAsync(Ct)).Clean);
    }

    private static async Task LoseAsync(Peer peer, string how)
    {
        switch (how.Split(' ', 2))
        {
            case ["reset"]:
                peer.Drop(reset: true);
                break;
            case ["fin"]:
                peer.Drop(reset: false);
                break;
            case [var code, var reason]:
                await peer.CloseAsync(int.Parse(code, System.Globalization.CultureInfo.InvariantCulture), reason);
                break;
        }
    }

    private static TranscriptWord FirstOf(Peer peer) => new($"w{BitConverter.ToInt16(peer.Audio[0])}", null, Duration.Zero, Duration.Zero, null);

    /// <summary>A recording in memory that is read again while it is made.</summary>
    private sealed class Recording : IAudioReplay
    {
        private readonly List<byte> bytes = [];

        public void Add(byte[] frame)
        {
            lock (bytes) bytes.AddRange(frame);
        }

        public ValueTask<Stream> OpenFromAsync(Duration from, CancellationToken cancellationToken)
        {
            lock (bytes)
            {
                var at = (int)(from.TotalSeconds * 32_000) / 2 * 2;
                return new(new MemoryStream([.. bytes.Skip(at)]));
            }
        }
    }
}
