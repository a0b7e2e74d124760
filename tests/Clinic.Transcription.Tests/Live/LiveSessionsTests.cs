using Clinic.Transcription.Consents;
using Clinic.Transcription.Live;
using Clinic.Transcription.Sessions;
using Clinic.Transcription.SpeechToText;
using Clinic.Transcription.Tests.Kit;
using Clinic.Transcription.Transcripts;
using Clinic.Transcription.Vault;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Clinic.Transcription.Tests.Live;

/// <summary>Running sessions are followed and heard live; whatever the engine does, the recording goes on.</summary>
public class LiveSessionsTests
{
    [Fact]
    public async Task What_is_recorded_is_heard_once_in_small_frames_and_told_to_who_listens()
    {
        var engine = new FakeLive();
        await using var surgery = await OpenAsync(engine);
        var session = await RecordingAsync(surgery);
        using var listener = await ListenAsync(surgery, session);
        var sound = Sound(50_001);

        await SayAsync(surgery, session, 0, sound[..20_001]);
        await SayAsync(surgery, session, 0, sound[..20_001]);
        await SayAsync(surgery, session, 20_001, sound[20_001..]);
        await surgery.RunAsync(new PauseRecording { Session = session, Reason = RecordingGapReason.Private });
        await surgery.RunAsync(new ResumeRecording { Session = session, Recorder = Surgery.Recorder });
        await surgery.StopAsync(session);

        var told = await UntilAsync(listener, LiveFrameKind.Heard);
        Assert.Equal(sound[..50_000], engine.Heard);
        Assert.Equal((1, true), (engine.Opened, engine.Completed));
        Assert.InRange(engine.Pauses, 1, 9);
        Assert.InRange(engine.LongestFrame, 640, 8_000);
        Assert.Equal(LiveFrameKind.Snapshot, told[0].Kind);
        Assert.Contains(told, f => f is { Kind: LiveFrameKind.Interim, Segments: [{ Text: "palabra" }] });
        Assert.Contains(told, f => f.Kind == LiveFrameKind.Final);
        Assert.Equal(told.Select(f => f.Number).Order(), told.Select(f => f.Number));
        using var late = await ListenAsync(surgery, session);
        Assert.True(late.Frames.TryRead(out var all) && all.Segments.Count > 0);
    }

    [Fact]
    public async Task What_an_engine_is_too_slow_for_is_read_again_from_the_recording()
    {
        var engine = new FakeLive { Waits = new() };
        await using var surgery = await OpenAsync(engine);
        var session = await RecordingAsync(surgery);
        var sound = Sound(3_200_000);

        for (var at = 0; at < sound.Length; at += 320_000) await SayAsync(surgery, session, at, sound[at..(at + 320_000)]);
        engine.Waits.SetResult();
        await surgery.StopAsync(session);
        await EventuallyAsync(() => engine.Completed);

        Assert.Equal(sound, engine.Heard);
    }

    [Fact]
    public async Task A_hearing_that_begins_in_the_middle_says_where_in_the_recording()
    {
        var engine = new FakeLive();
        await using var surgery = await OpenAsync(engine);
        var session = await RecordingAsync(surgery, ConsentScope.Record | ConsentScope.Transcribe);
        var sound = Sound(64_000);
        await SayAsync(surgery, session, 0, sound[..32_000]);
        await surgery.GrantAsync(session);
        using var listener = await ListenAsync(surgery, session);

        await SayAsync(surgery, session, 32_000, sound[32_000..]);

        var final = (await UntilAsync(listener, LiveFrameKind.Final))[^1];
        Assert.Equal(Duration.FromSeconds(1), final.Position);
        Assert.Equal(Duration.FromSeconds(1), final.Segments[0].Start);
        await EventuallyAsync(() => engine.Heard.Length == 32_000);
        Assert.Equal(sound[32_000..], engine.Heard);
    }

    [Theory]
    [InlineData(true, "eu", ConsentScope.Record | ConsentScope.Transcribe)]
    [InlineData(true, "us", ConsentScopes.All)]
    public async Task Where_audio_may_not_go_nothing_is_opened(bool outside, string region, ConsentScope scopes)
    {
        var engine = new FakeLive(outside, region);
        await using var surgery = await OpenAsync(engine);
        var session = await RecordingAsync(surgery, scopes);

        await SayAsync(surgery, session, 0, Sound(32_000));

        Assert.Equal((0, 0), (engine.Opened, surgery.Get<LiveSessions>().Running));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_engine_that_refuses_never_stops_a_recording(bool retryable)
    {
        var engine = new FakeLive { Refuses = new ProviderException("fake", new(FailureKind.Unauthorized, retryable)) };
        await using var surgery = await OpenAsync(engine);
        var session = await RecordingAsync(surgery);
        using var listener = await ListenAsync(surgery, session);

        Assert.Equal(32_000, await SayAsync(surgery, session, 0, Sound(32_000)));
        var away = (await UntilAsync(listener, LiveFrameKind.Interrupted))[^1];
        Assert.Equal((FailureKind.Unauthorized, retryable), (away.Failure, away.WillReconnect));
        await Task.Delay(100, Surgery.Ct);
        surgery.Clock.Advance(Duration.FromSeconds(45));
        engine.Refuses = null;
        await SayAsync(surgery, session, 32_000, Sound(32_000));

        if (retryable) await EventuallyAsync(() => engine.Heard.Length == 32_000);
        Assert.Equal(retryable ? 2 : 1, engine.Opened);
        Assert.Equal(SessionStatus.Captured, (await surgery.StopAsync(session)).Status);
    }

    [Fact]
    public async Task After_a_withdrawal_nothing_is_shown_or_sent_any_more()
    {
        var engine = new FakeLive();
        await using var surgery = await OpenAsync(engine);
        var session = await RecordingAsync(surgery);
        using var listener = await ListenAsync(surgery, session);
        await SayAsync(surgery, session, 0, Sound(32_000));
        await UntilAsync(listener, LiveFrameKind.Final);

        await surgery.WithdrawAsync(session);

        var rest = await UntilAsync(listener, LiveFrameKind.State);
        Assert.Equal(SessionStatus.ConsentWithdrawn, rest[^1].Status);
        while (await listener.Frames.WaitToReadAsync(Surgery.Ct).AsTask().WaitAsync(TimeSpan.FromSeconds(20), Surgery.Ct)) listener.Frames.TryRead(out _);
        Assert.False(engine.Completed);
        await EventuallyAsync(() => surgery.Get<LiveSessions>().Running == 0);
        using var late = await ListenAsync(surgery, session);
        Assert.True(late.Frames.TryRead(out var all) && all.Segments.Count == 0);
    }

    [Fact]
    public async Task What_the_engine_missed_is_listed_and_filled_in_from_the_whole_recording()
    {
        var missed = new TranscriptGap(Duration.FromMilliseconds(200), Duration.FromMilliseconds(700), GapReason.ConnectionLost);
        var (engine, whole) = (new FakeLive { Misses = [missed] }, new FakeEngine { Says = ["Buenos días, ¿qué le duele hoy?", "Me duele la garganta, que nadie oyó en directo, desde ayer."] });
        await using var surgery = await OpenAsync(engine, whole: whole);
        var session = await RecordingAsync(surgery);
        using var listener = await ListenAsync(surgery, session);
        await SayAsync(surgery, session, 0, Sound(32_000));
        await surgery.StopAsync(session);

        Assert.Equal([missed], (await UntilAsync(listener, LiveFrameKind.Heard))[^1].Gaps);
        using (var late = await ListenAsync(surgery, session)) Assert.True(late.Frames.TryRead(out var all) && all.Gaps.Contains(missed));
        await surgery.Worker.RunOnceAsync(surgery.Tenant, Surgery.Ct);

        Assert.Equal((1, SessionStatus.Transcribed), (whole.Calls, (await surgery.FindAsync(session)).Status));
        var kept = await surgery.Get<TranscriptDesk>().ReadAsync(surgery.As("physician"), session, Surgery.Ct);
        Assert.Equal(whole.Says, kept.Current.Segments.Select(s => s.Text));
        Assert.Empty(kept.Current.Gaps);
    }

    [Fact]
    public async Task What_was_recorded_while_the_engine_was_away_is_a_gap()
    {
        var engine = new FakeLive { BreaksAfter = 5 };
        await using var surgery = await OpenAsync(engine);
        var session = await RecordingAsync(surgery);
        using var listener = await ListenAsync(surgery, session);

        await SayAsync(surgery, session, 0, Sound(32_000));
        await UntilAsync(listener, LiveFrameKind.Interrupted);
        await EventuallyAsync(() => surgery.Get<LiveSessions>().Running == 1);
        await SayAsync(surgery, session, 32_000, Sound(32_000));
        engine.BreaksAfter = int.MaxValue;
        surgery.Clock.Advance(Duration.FromSeconds(45));
        await SayAsync(surgery, session, 64_000, Sound(32_000));
        await surgery.StopAsync(session);

        var gap = Assert.Single((await UntilAsync(listener, LiveFrameKind.Heard))[^1].Gaps);
        Assert.Equal((Duration.FromSeconds(2), GapReason.ConnectionLost), (gap.To, gap.Reason));
        Assert.True(gap.From < Duration.FromSeconds(1));
    }

    [Fact]
    public async Task A_session_that_ended_elsewhere_is_not_heard_for_ever()
    {
        var engine = new FakeLive();
        await using var surgery = await OpenAsync(engine);
        var session = await RecordingAsync(surgery);
        await SayAsync(surgery, session, 0, Sound(32_000));
        surgery.Clock.Advance(Duration.FromHours(1));

        await surgery.Get<LostRecordings>().RunOnceAsync(surgery.Tenant, Surgery.Ct);

        await EventuallyAsync(() => engine.Completed && surgery.Get<LiveSessions>().Running == 0);
    }

    [Fact]
    public async Task Only_who_has_a_part_listens_and_not_too_many()
    {
        await using var surgery = await OpenAsync(null, 1);
        var session = await surgery.CreateAsync();
        var live = surgery.Get<LiveSessions>();

        Assert.Equal(TranscriptionRules.NotYourSession, (await Assert.ThrowsAsync<TranscriptionException>(() => live.ListenAsync(surgery.As("other"), session, Surgery.Ct))).Code);
        Assert.Equal(TranscriptionRules.RoleMissing, (await Assert.ThrowsAsync<TranscriptionException>(() => live.ListenAsync(surgery.As("auditor"), session, Surgery.Ct))).Code);
        Assert.Equal(TranscriptionRules.SessionUnknown, (await Assert.ThrowsAsync<TranscriptionException>(() => live.ListenAsync(surgery.As("physician"), new(Guid.CreateVersion7()), Surgery.Ct))).Code);
        using (var first = await live.ListenAsync(surgery.As("assistant"), session, Surgery.Ct))
        {
            Assert.NotNull(first);
            Assert.Null(await live.ListenAsync(surgery.As("physician"), session, Surgery.Ct));
            await surgery.RunAsync(new AssignAssistant { Session = session, Assistant = null });
            Assert.True(first.Frames.TryRead(out _));
            // Who has no part any more hears nothing more.
            Assert.False(await first.Frames.WaitToReadAsync(Surgery.Ct).AsTask().WaitAsync(TimeSpan.FromSeconds(20), Surgery.Ct));
        }

        await EventuallyAsync(() => live.Running == 0);
    }

    private static Task<Surgery> OpenAsync(FakeLive? engine, int listeners = 20, FakeEngine? whole = null) => Surgery.OpenAsync(
        whole,
        configure: o =>
        {
            (o.Live.LookEvery, o.Live.IdleAfter, o.Live.MostListeners) = (Duration.FromMilliseconds(50), Duration.FromMilliseconds(300), listeners);
        },
        more: s =>
        {
            if (engine is not null) s.AddSingleton<ILiveTranscriber>(engine);
            s.AddSingleton<ISessionAudio>(p => new VaultSessionAudio(p.GetRequiredService<IAudioVault>(), p.GetRequiredService<IClock>()));
        });

    private static async Task<SessionId> RecordingAsync(Surgery surgery, ConsentScope scopes = ConsentScopes.All)
    {
        var session = await surgery.CreateAsync();
        await surgery.GrantAsync(session, scopes);
        await surgery.StartAsync(session);
        return session;
    }

    private static async Task<SessionListener> ListenAsync(Surgery surgery, SessionId session) =>
        await surgery.Get<LiveSessions>().ListenAsync(surgery.As("physician"), session, Surgery.Ct) ?? throw new InvalidOperationException("Too many listen.");

    private static Task<long> SayAsync(Surgery surgery, SessionId session, long offset, byte[] sound) =>
        surgery.Get<SessionRecorder>().AppendAsync(surgery.As("physician"), session, Surgery.Recorder, offset, sound, Surgery.Ct);

    private static async Task<List<LiveFrame>> UntilAsync(SessionListener listener, LiveFrameKind kind)
    {
        var told = new List<LiveFrame>();
        while (true)
        {
            var frame = await listener.Frames.ReadAsync(Surgery.Ct).AsTask().WaitAsync(TimeSpan.FromSeconds(20), Surgery.Ct);
            told.Add(frame);
            if (frame.Kind == kind) return told;
        }
    }

    private static async Task EventuallyAsync(Func<bool> holds)
    {
        for (var i = 0; i < 400 && !holds(); i++) await Task.Delay(50, Surgery.Ct);
        Assert.True(holds());
    }

    private static byte[] Sound(int bytes)
    {
        var sound = new byte[bytes];
        new Random(11).NextBytes(sound);
        return sound;
    }
}
