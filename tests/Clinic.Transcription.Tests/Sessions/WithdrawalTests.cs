using System.Diagnostics;
using System.Text;
using Clinic.Transcription.Consents;
using Clinic.Transcription.Sealing;
using Clinic.Transcription.Sessions;
using Clinic.Transcription.SpeechToText;
using Clinic.Transcription.Tests.Kit;
using Clinic.Transcription.Transcripts;
using Clinic.Transcription.Work;
using NodaTime;

namespace Clinic.Transcription.Tests.Sessions;

/// <summary>A consent is taken back in every status: capture stops, work is cancelled, audio and text are gone, reports are told.</summary>
public class WithdrawalTests
{
    public static TheoryData<SessionStatus> Statuses { get; } = [.. Enum.GetValues<SessionStatus>().Where(s => s != SessionStatus.ConsentWithdrawn)];

    [Theory]
    [MemberData(nameof(Statuses))]
    public async Task Withdrawal_in_any_status_leaves_nothing(SessionStatus status)
    {
        await using var surgery = await Surgery.OpenAsync();
        var session = await surgery.InAsync(status);
        var before = await surgery.FindAsync(session);
        Assert.Equal(status, before.Status);

        var answer = await surgery.WithdrawAsync(session);

        Assert.Equal(SessionStatus.ConsentWithdrawn, answer.Status);
        var after = await surgery.FindAsync(session);
        Assert.False(after.HasTranscript);
        Assert.Null(after.Lease);
        Assert.Equal(ConsentScope.None, after.Consent.Granted);
        Assert.NotNull(after.Consent.WithdrawnAt);
        Assert.NotEqual(AudioPresence.Open, after.Audio);
        Assert.NotEqual(AudioPresence.Sealed, after.Audio);
        if (before.Audio is AudioPresence.Open or AudioPresence.Sealed)
        {
            Assert.Contains(session, surgery.Audio.Erased);
            Assert.NotNull(after.Erasure);
        }

        Assert.Null(await surgery.Get<ITranscriptStore>().FindAsync(surgery.Tenant, session, Surgery.Ct));
        Assert.Null(await surgery.Get<ITextKeyStore>().FindAsync(surgery.Tenant, SealedTranscript.FactOf(session), Surgery.Ct));
        Assert.Contains("withdrawn", surgery.Reports.Told[^1], StringComparison.Ordinal);
        // Nothing that waits does anything any more.
        await surgery.Worker.RunOnceAsync(surgery.Tenant, Surgery.Ct);
        Assert.DoesNotContain(await surgery.WorkAsync(session), w => w.Status == WorkStatus.Waiting);
        Assert.Equal(SessionStatus.ConsentWithdrawn, (await surgery.FindAsync(session)).Status);
        Assert.Null(await surgery.Get<ISessionStore>().ActiveOfAsync(surgery.Tenant, surgery.Person("physician"), Surgery.Ct));
        Assert.Equal(TranscriptionRules.SessionTransitionRefused, (await Assert.ThrowsAsync<TranscriptionException>(() => surgery.WithdrawAsync(session))).Code);
    }

    [Fact]
    public async Task An_engine_that_still_listens_finds_nothing_to_keep()
    {
        var engine = new FakeEngine();
        await using var surgery = await Surgery.OpenAsync(engine);
        var session = await surgery.RecordedAsync();
        engine.Meanwhile = () => surgery.WithdrawAsync(session);

        await surgery.Worker.RunOnceAsync(surgery.Tenant, Surgery.Ct);

        Assert.Equal(1, engine.Calls);
        Assert.Equal(SessionStatus.ConsentWithdrawn, (await surgery.FindAsync(session)).Status);
        Assert.Null(await surgery.Get<ITranscriptStore>().FindAsync(surgery.Tenant, session, Surgery.Ct));
    }

    [Theory]
    [InlineData(ConsentScope.ExternalProvider)]
    [InlineData(null)]
    public async Task An_engine_that_still_listens_is_stopped_within_seconds(ConsentScope? scopes)
    {
        var engine = new FakeEngine(sendsOutside: true, region: "eu") { ListensOn = true };
        await using var surgery = await Surgery.OpenAsync(engine);
        var session = await surgery.RecordedAsync();
        engine.Meanwhile = () => surgery.WithdrawAsync(session, scopes);
        var took = Stopwatch.StartNew();

        await surgery.Worker.RunOnceAsync(surgery.Tenant, Surgery.Ct);

        Assert.InRange(took.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(20));
        Assert.Equal(scopes is null ? SessionStatus.ConsentWithdrawn : SessionStatus.Captured, (await surgery.FindAsync(session)).Status);
        Assert.Null(await surgery.Get<ITranscriptStore>().FindAsync(surgery.Tenant, session, Surgery.Ct));
    }

    [Fact]
    public async Task What_an_engine_heard_after_its_consent_was_narrowed_is_not_kept_and_the_recording_waits()
    {
        var engine = new FakeEngine(sendsOutside: true, region: "eu");
        await using var surgery = await Surgery.OpenAsync(engine);
        var session = await surgery.RecordedAsync();
        engine.Meanwhile = () => surgery.WithdrawAsync(session, ConsentScope.ExternalProvider);

        await surgery.Worker.RunOnceAsync(surgery.Tenant, Surgery.Ct);

        var found = await surgery.FindAsync(session);
        Assert.Equal((SessionStatus.Captured, false, FailureKind.Refused), (found.Status, found.HasTranscript, found.LastFailure));
        Assert.Equal(EngineWait.NoConsentOutside, (await surgery.Get<SessionInquiries>().FindAsync(surgery.As("physician"), session, Surgery.Ct))!.WaitsFor);
        Assert.Equal(0, Assert.Single(await surgery.WorkAsync(session), w => w.Status == WorkStatus.Waiting).Attempts);
        engine.Meanwhile = null;
        await surgery.GrantAsync(session);
        surgery.Clock.Advance(Duration.FromMinutes(2));
        await surgery.Worker.RunOnceAsync(surgery.Tenant, Surgery.Ct);
        Assert.Equal((SessionStatus.Transcribed, 2), ((await surgery.FindAsync(session)).Status, engine.Calls));
    }

    [Fact]
    public async Task Audio_that_could_not_be_erased_at_once_is_erased_by_the_queue()
    {
        await using var surgery = await Surgery.OpenAsync();
        var session = await surgery.RecordedAsync();
        surgery.Audio.FailsToErase = true;

        Assert.Equal(SessionStatus.ConsentWithdrawn, (await surgery.WithdrawAsync(session)).Status);
        Assert.Equal(1, (await surgery.Worker.RunOnceAsync(surgery.Tenant, Surgery.Ct)).Failed);
        surgery.Audio.FailsToErase = false;
        surgery.Clock.Advance(Duration.FromHours(1));
        Assert.Equal(new(1), await surgery.Worker.RunOnceAsync(surgery.Tenant, Surgery.Ct));

        Assert.Equal(AudioPresence.Erased, (await surgery.FindAsync(session)).Audio);
    }

    [Fact]
    public async Task A_signed_report_stands_and_is_flagged()
    {
        await using var surgery = await Surgery.OpenAsync();
        var session = await surgery.InAsync(SessionStatus.Transcribed);
        surgery.Reports.Standing = new(HasOpen: false, HasSigned: true);

        await surgery.WithdrawAsync(session);

        Assert.True((await surgery.FindAsync(session)).SignedReportStands);
    }

    [Fact]
    public async Task Under_a_legal_hold_nothing_is_erased_and_nobody_reads_until_its_release()
    {
        await using var surgery = await Surgery.OpenAsync();
        var session = await surgery.RecordedAsync();
        await surgery.RunAsync(new HoldSession { Session = session, Reason = "Juicio 17" }, "supervisor");
        await surgery.TypeAsync(session);

        await surgery.WithdrawAsync(session);
        await surgery.Worker.RunOnceAsync(surgery.Tenant, Surgery.Ct);

        Assert.DoesNotContain(session, surgery.Audio.Erased);
        Assert.NotNull(await surgery.Get<ITranscriptStore>().FindAsync(surgery.Tenant, session, Surgery.Ct));
        var refusal = await Assert.ThrowsAsync<TranscriptionException>(() => surgery.Get<TranscriptDesk>().ReadAsync(surgery.As("physician"), session, Surgery.Ct));
        Assert.Equal(TranscriptionRules.TranscriptUnknown, refusal.Code);

        await surgery.RunAsync(new ReleaseSession { Session = session }, "supervisor");

        Assert.Contains(session, surgery.Audio.Erased);
        Assert.Null(await surgery.Get<ITranscriptStore>().FindAsync(surgery.Tenant, session, Surgery.Ct));
        Assert.Null(await surgery.Get<ITextKeyStore>().FindAsync(surgery.Tenant, SealedTranscript.FactOf(session), Surgery.Ct));
    }

    [Fact]
    public async Task A_copy_of_the_text_does_not_open_without_the_key()
    {
        await using var surgery = await Surgery.OpenAsync();
        var session = await surgery.InAsync(SessionStatus.Transcribed);
        var copy = (await surgery.Get<ITranscriptStore>().FindAsync(surgery.Tenant, session, Surgery.Ct))!;
        Assert.Equal(-1, copy.Document.Span.IndexOf(Encoding.UTF8.GetBytes("garganta")));

        await surgery.WithdrawAsync(session);
        await surgery.CommitAsync(unit => surgery.Get<ITranscriptStore>().Add(unit, copy));

        Assert.Null(await surgery.Get<TextKeys>().FindAsync(surgery.Tenant, SealedTranscript.FactOf(session), Surgery.Ct));
        Assert.Null(await surgery.Get<TranscriptArchive>().FindAsync(surgery.Tenant, session, Surgery.Ct));
    }

    [Theory]
    [InlineData(ConsentScope.AiDraft)]
    [InlineData(ConsentScope.Keep)]
    [InlineData(ConsentScope.ExternalProvider)]
    public async Task What_the_session_does_not_need_is_taken_back_alone(ConsentScope scope)
    {
        await using var surgery = await Surgery.OpenAsync();
        var session = await surgery.InAsync(SessionStatus.Transcribed);

        var answer = await surgery.WithdrawAsync(session, scope);

        Assert.Equal(SessionStatus.Transcribed, answer.Status);
        var after = await surgery.FindAsync(session);
        Assert.Equal(ConsentScopes.All & ~scope, after.Consent.Granted);
        Assert.Equal([$"withdrawn {scope}"], surgery.Reports.Told);
        Assert.Equal(surgery.Clock.Now + Duration.FromDays(scope == ConsentScope.Keep ? 7 : 90), after.KeepUntil);
        var again = await Assert.ThrowsAsync<TranscriptionException>(() => surgery.WithdrawAsync(session, scope));
        Assert.Equal(TranscriptionRules.NothingToWithdraw, again.Code);
    }
}
