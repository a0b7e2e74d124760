using Clinic.Transcription.Consents;
using Clinic.Transcription.Sessions;
using Clinic.Transcription.SpeechToText;
using Clinic.Transcription.Tests.Kit;
using Clinic.Transcription.Transcripts;
using Clinic.Transcription.Work;
using NodaTime;

namespace Clinic.Transcription.Tests.Work;

/// <summary>A recording of which much has no words is heard again; nothing that people wrote is lost unsaid.</summary>
public class HearAnewTests
{
    private static readonly string[] Better = ["Buenos días, ¿qué le duele hoy?", "Me duele la garganta desde ayer.", "Le receto paracetamol de quinientos miligramos."];

    [Fact]
    public async Task A_partly_heard_recording_is_heard_again_and_the_first_text_stays_in_its_version()
    {
        var (engine, surgery, session) = await PartlyHeardAsync();
        await using var _ = surgery;
        var planned = (await surgery.FindAsync(session)).EraseAudioAt;
        var answer = await surgery.RunAsync(new HearAnew { Session = session });
        Assert.Equal(SessionStatus.Transcribed, answer.Status);
        // The text stands meanwhile.
        Assert.Equal((1, 2), (await ReadAsync(surgery, session) is var before ? (before.Version, before.Current.Segments.Count) : default));
        Assert.Equal(1, (await surgery.FindAsync(session)).HearingAnew);

        (engine.Says, engine.At) = (Better, [Duration.FromSeconds(3), Duration.FromSeconds(200), Duration.FromSeconds(450)]);
        await surgery.Worker.RunOnceAsync(surgery.Tenant, Surgery.Ct);

        var found = await surgery.FindAsync(session);
        Assert.Equal((SessionStatus.Transcribed, false, null, 2, AudioPresence.Erased), (found.Status, found.IsPartlyHeard, found.HearingAnew, found.Round, found.Audio));
        Assert.Equal(2, engine.Calls);
        var text = await ReadAsync(surgery, session);
        Assert.Equal((2, 3, 2), (text.Version, text.Current.Segments.Count, text.Original.Segments.Count));
        Assert.Empty(text.Current.Gaps);
        Assert.Single(text.At(1).Gaps);
        Assert.Equal(2, (await surgery.EventsAsync()).Count(e => e.Type == TranscriptionEvents.TranscriptReady));
        var told = (await surgery.AuditAsync()).Items.Select(a => a.Action).ToList();
        Assert.Contains("session.hearing-asked-anew", told);
        Assert.Contains("session.heard-anew", told);
        Assert.Equal(surgery.Clock.Now + Duration.FromHours(72), planned);
    }

    [Fact]
    public async Task Corrections_go_only_where_that_was_said_and_stay_readable()
    {
        var (engine, surgery, session) = await PartlyHeardAsync();
        await using var _ = surgery;
        await CorrectAsync(surgery, session, 1, "Me duele mucho la garganta desde ayer.");

        var refusal = await RefusedAsync(surgery.RunAsync(new HearAnew { Session = session }));
        Assert.Equal((TranscriptionRules.CorrectionsStand, "1"), (refusal.Code, refusal.Failures[0].Facts["count"]));
        await surgery.RunAsync(new HearAnew { Session = session, ReplaceCorrections = true });
        Assert.Equal(TranscriptionRules.HearingUnderWay, (await RefusedAsync(surgery.RunAsync(new HearAnew { Session = session, ReplaceCorrections = true }))).Code);
        (engine.Says, engine.At) = (Better, null);
        await surgery.Worker.RunOnceAsync(surgery.Tenant, Surgery.Ct);

        var text = await ReadAsync(surgery, session);
        Assert.Equal((3, Better[1], "Me duele mucho la garganta desde ayer."), (text.Version, text.Current.Segments[1].Text, text.At(2).Segments[1].Text));
        // Corrections go on from the new text, in segments that only it has.
        await CorrectAsync(surgery, session, 3, "Le receto ibuprofeno.", segment: 2);
        Assert.Equal("Le receto ibuprofeno.", (await ReadAsync(surgery, session)).Current.Segments[2].Text);
    }

    [Fact]
    public async Task What_somebody_writes_while_the_engine_listens_is_not_replaced()
    {
        var (engine, surgery, session) = await PartlyHeardAsync();
        await using var _ = surgery;
        await surgery.RunAsync(new HearAnew { Session = session });
        engine.Meanwhile = () => CorrectAsync(surgery, session, 1, "Me duele mucho la garganta desde ayer.");
        (engine.Says, engine.At) = (Better, null);
        await surgery.Worker.RunOnceAsync(surgery.Tenant, Surgery.Ct);

        var text = await ReadAsync(surgery, session);
        Assert.Equal((2, 2, "Me duele mucho la garganta desde ayer."), (text.Version, text.Current.Segments.Count, text.Current.Segments[1].Text));
        Assert.Equal((null, true), ((await surgery.FindAsync(session)).HearingAnew, (await surgery.FindAsync(session)).IsPartlyHeard));
        Assert.Contains("session.text-kept", (await surgery.AuditAsync()).Items.Select(a => a.Action));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_engine_that_fails_or_hears_nobody_takes_no_text_away(bool fails)
    {
        var (engine, surgery, session) = await PartlyHeardAsync();
        await using var _ = surgery;
        await surgery.RunAsync(new HearAnew { Session = session });
        if (fails)
        {
            engine.Failures.Enqueue(new ProviderException("fake", new(FailureKind.RateLimited, true)));
            engine.Failures.Enqueue(new ProviderException("fake", new(FailureKind.Unauthorized, false)));
            await surgery.Worker.RunOnceAsync(surgery.Tenant, Surgery.Ct);
            var waiting = await surgery.FindAsync(session);
            Assert.Equal((SessionStatus.Transcribed, 1, FailureKind.RateLimited, 1), (waiting.Status, waiting.HearingAnew, waiting.LastFailure, waiting.Attempts));
            surgery.Clock.Advance(Duration.FromMinutes(5));
        }
        else
        {
            (engine.Says, engine.At) = (["", "…"], null);
        }

        await surgery.Worker.RunOnceAsync(surgery.Tenant, Surgery.Ct);

        var found = await surgery.FindAsync(session);
        Assert.Equal((SessionStatus.Transcribed, null, true, AudioPresence.Sealed), (found.Status, found.HearingAnew, found.HasTranscript, found.Audio));
        Assert.Equal(fails ? FailureKind.Unauthorized : null, found.LastFailure);
        Assert.Equal((1, 2), (await ReadAsync(surgery, session) is var text ? (text.Version, text.Current.Segments.Count) : default));
        // And it may be asked for once more.
        (engine.Says, engine.At) = (Better, null);
        await surgery.RunAsync(new HearAnew { Session = session });
        await surgery.Worker.RunOnceAsync(surgery.Tenant, Surgery.Ct);
        Assert.Equal(2, (await ReadAsync(surgery, session)).Version);
    }

    [Fact]
    public async Task Only_its_physician_asks_and_only_while_there_is_audio()
    {
        var (_, surgery, session) = await PartlyHeardAsync();
        await using var __ = surgery;
        Assert.Contains((await RefusedAsync(surgery.RunAsync(new HearAnew { Session = session }, "assistant"))).Failures, f => f.Code == TranscriptionRules.NotYourSession);
        Assert.Contains((await RefusedAsync(surgery.RunAsync(new HearAnew { Session = session }, "supervisor"))).Failures, f => f.Code == TranscriptionRules.NotYourSession);
        Assert.Equal(TranscriptionRules.NotYourSession, (await RefusedAsync(surgery.RunAsync(new HearAnew { Session = session }, "other"))).Code);
        await surgery.RunAsync(new HearAnew { Session = session });

        // The audio goes when it would have gone, asked for or not.
        surgery.Clock.Advance(Duration.FromHours(72));
        await surgery.Worker.RunOnceAsync(surgery.Tenant, Surgery.Ct);
        surgery.Clock.Advance(Duration.FromHours(1));
        await surgery.Worker.RunOnceAsync(surgery.Tenant, Surgery.Ct);
        var found = await surgery.FindAsync(session);
        if (found.Audio != AudioPresence.Erased) await surgery.Worker.RunOnceAsync(surgery.Tenant, Surgery.Ct);
        found = await surgery.FindAsync(session);
        Assert.Equal((AudioPresence.Erased, null), (found.Audio, found.HearingAnew));
        Assert.Equal(TranscriptionRules.AudioGone, (await RefusedAsync(surgery.RunAsync(new HearAnew { Session = session, ReplaceCorrections = true }))).Code);
        Assert.Equal(TranscriptionRules.SessionTransitionRefused, (await RefusedAsync(surgery.RunAsync(new HearAnew { Session = await surgery.InAsync(SessionStatus.NoSpeech) }))).Code);
    }

    [Fact]
    public async Task A_text_that_was_typed_beside_the_audio_counts_as_written_by_hand()
    {
        await using var surgery = await Surgery.OpenAsync(new FakeEngine { Says = Better }, o => o.Sessions.AudioGrace = Duration.FromHours(24));
        var session = await surgery.InAsync(SessionStatus.Transcribed);

        Assert.Equal(TranscriptionRules.CorrectionsStand, (await RefusedAsync(surgery.RunAsync(new HearAnew { Session = session }))).Code);
        await surgery.RunAsync(new HearAnew { Session = session, ReplaceCorrections = true });
        await surgery.Worker.RunOnceAsync(surgery.Tenant, Surgery.Ct);
        Assert.Equal((2, "fake"), ((await ReadAsync(surgery, session)).Version, (await surgery.FindAsync(session)).Source));
    }

    [Fact]
    public async Task A_consent_that_is_taken_back_while_the_engine_listens_ends_both_texts()
    {
        var (engine, surgery, session) = await PartlyHeardAsync();
        await using var _ = surgery;
        await surgery.RunAsync(new HearAnew { Session = session });
        engine.Meanwhile = () => surgery.WithdrawAsync(session);
        (engine.Says, engine.At) = (Better, null);
        await surgery.Worker.RunOnceAsync(surgery.Tenant, Surgery.Ct);

        var found = await surgery.FindAsync(session);
        Assert.Equal((SessionStatus.ConsentWithdrawn, null, AudioPresence.Erased), (found.Status, found.HearingAnew, found.Audio));
        Assert.Null(await surgery.Get<ITranscriptStore>().FindAsync(surgery.Tenant, session, Surgery.Ct));
    }

    [Fact]
    public async Task Without_consent_to_a_transcript_nobody_listens_again()
    {
        await using var surgery = await Surgery.OpenAsync(new FakeEngine(sendsOutside: true, region: "eu") { At = [Duration.FromSeconds(3), Duration.FromSeconds(30)] });
        var session = await surgery.RecordedAsync(seconds: 500);
        await surgery.Worker.RunOnceAsync(surgery.Tenant, Surgery.Ct);
        await surgery.WithdrawAsync(session, ConsentScope.ExternalProvider);
        await surgery.RunAsync(new HearAnew { Session = session });
        await surgery.Worker.RunOnceAsync(surgery.Tenant, Surgery.Ct);

        var view = await surgery.Get<SessionInquiries>().FindAsync(surgery.As("physician"), session, Surgery.Ct);
        Assert.Equal((EngineWait.NoConsentOutside, 1), (view!.WaitsFor, view.Session.HearingAnew));
        Assert.Equal(1, (await ReadAsync(surgery, session)).Version);
    }

    private static async Task<(FakeEngine Engine, Surgery Surgery, SessionId Session)> PartlyHeardAsync()
    {
        var engine = new FakeEngine { At = [Duration.FromSeconds(3), Duration.FromSeconds(30)] };
        var surgery = await Surgery.OpenAsync(engine);
        var session = await surgery.RecordedAsync(seconds: 500);
        await surgery.Worker.RunOnceAsync(surgery.Tenant, Surgery.Ct);
        Assert.True((await surgery.FindAsync(session)).IsPartlyHeard);
        return (engine, surgery, session);
    }

    private static Task<OpenedTranscript> ReadAsync(Surgery surgery, SessionId session) => surgery.Get<TranscriptDesk>().ReadAsync(surgery.As("physician"), session, Surgery.Ct);

    private static Task CorrectAsync(Surgery surgery, SessionId session, long version, string text, int segment = 1) =>
        surgery.Get<TranscriptDesk>().CorrectAsync(surgery.As("physician"), new() { Session = session, Version = version, Segment = segment, Text = text }, Surgery.Ct);

    private static Task<TranscriptionException> RefusedAsync(Task act) => Assert.ThrowsAsync<TranscriptionException>(() => act);
}
