using Clinic.Abstractions;
using Clinic.Transcription.Consents;
using Clinic.Transcription.Retention;
using Clinic.Transcription.Sessions;
using Clinic.Transcription.Tests.Kit;
using Clinic.Transcription.Transcripts;

namespace Clinic.Transcription.Tests.Retention;

public sealed class ReapplyErasuresTests
{
    public static TheoryData<SessionStatus, SessionStatus, bool> Cases { get; } = new(
        from restored in Enum.GetValues<SessionStatus>()
        where !SessionLifecycle.IsOver(restored)
        from ended in (SessionStatus[])[SessionStatus.Purged, SessionStatus.Cancelled, SessionStatus.ConsentWithdrawn]
        from isHeld in (bool[])[false, true]
        select (restored, ended, isHeld));

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Whatever_a_backup_brought_back_is_erased_as_it_had_been(SessionStatus restored, SessionStatus ended, bool isHeld)
    {
        await using var surgery = await Surgery.OpenAsync();
        var session = await surgery.InAsync(restored);
        if (isHeld) await surgery.RunAsync(new HoldSession { Session = session, Reason = "court" }, "supervisor");
        await surgery.Get<IErasureLedger>().AddAsync(
            surgery.Tenant, new(session, ended, surgery.Clock.Now) { Giver = ended == SessionStatus.ConsentWithdrawn ? ConsentGiver.Guardian : null, Manner = ConsentManner.OnPaper }, Surgery.Ct);

        Assert.Equal(new JobReport(1), await surgery.Get<ReapplyErasures>().RunOnceAsync(surgery.Tenant, Surgery.Ct));

        var found = await surgery.FindAsync(session);
        Assert.True(SessionLifecycle.IsOver(found.Status));
        if (ended == SessionStatus.ConsentWithdrawn) Assert.Equal(ended, found.Status);
        Assert.Equal((false, false), (found.HasTranscript, found.Audio is AudioPresence.Open or AudioPresence.Sealed));
        Assert.Null(await surgery.Get<ITranscriptStore>().FindAsync(surgery.Tenant, session, Surgery.Ct));
        Assert.Equal(JobReport.Nothing, await surgery.Get<ReapplyErasures>().RunOnceAsync(surgery.Tenant, Surgery.Ct));
    }

    [Fact]
    public async Task What_a_crash_kept_from_being_noted_is_noted_by_the_job_and_what_is_held_is_not()
    {
        await using var surgery = await Surgery.OpenAsync();
        var (ended, held) = (await surgery.InAsync(SessionStatus.Transcribed), await surgery.InAsync(SessionStatus.Transcribed));
        await surgery.RunAsync(new HoldSession { Session = held, Reason = "court" }, "supervisor");
        foreach (var session in (SessionId[])[ended, held])
        {
            // Staged inside somebody else's commit nothing is noted afterwards, as after a crash.
            await surgery.Get<IUnitOfWork>().RunAsync(surgery.As("physician"), new Elsewhere(session), (unit, ct) =>
                surgery.Desk.StageAsync(unit, new WithdrawConsent { Session = session, Given = Surgery.OnScreen }, ct), Surgery.Ct);
        }

        Assert.Empty(await surgery.Get<IErasureLedger>().ListAsync(surgery.Tenant, Surgery.Ct));
        await surgery.Get<ReapplyErasures>().RunOnceAsync(surgery.Tenant, Surgery.Ct);

        var entry = Assert.Single(await surgery.Get<IErasureLedger>().ListAsync(surgery.Tenant, Surgery.Ct));
        Assert.Equal((ended, SessionStatus.ConsentWithdrawn, ConsentGiver.Patient, ConsentManner.OnScreen), (entry.Session, entry.Status, entry.Giver, entry.Manner));
    }

    [Fact]
    public async Task A_scope_that_a_backup_brought_back_is_taken_back_again_as_the_same_decision_and_a_later_grant_stands()
    {
        await using var surgery = await Surgery.OpenAsync();
        var (session, decision) = (await surgery.InAsync(SessionStatus.Transcribed), new ConsentDecisionId(Guid.CreateVersion7()));
        surgery.Clock.Advance(NodaTime.Duration.FromMinutes(1));
        await surgery.Get<IErasureLedger>().AddAsync(
            surgery.Tenant, new(session, SessionStatus.Transcribed, surgery.Clock.Now) { Decision = decision, Scopes = ConsentScope.AiDraft | ConsentScope.Keep, Giver = ConsentGiver.Guardian }, Surgery.Ct);

        Assert.Equal(new JobReport(1), await surgery.Get<ReapplyErasures>().RunOnceAsync(surgery.Tenant, Surgery.Ct));

        Assert.False((await surgery.FindAsync(session)).Consent.Allows(ConsentScope.AiDraft));
        var last = (await surgery.Get<IConsentStore>().OfSessionAsync(surgery.Tenant, session, Surgery.Ct))[^1];
        Assert.Equal((decision, ConsentKind.Withdrawn, ConsentGiver.Guardian), (last.Id, last.Kind, last.Given.Giver));
        Assert.Contains("withdrawn AiDraft, Keep", surgery.Reports.Told);
        Assert.Equal(JobReport.Nothing, await surgery.Get<ReapplyErasures>().RunOnceAsync(surgery.Tenant, Surgery.Ct));
        await surgery.GrantAsync(session);
        Assert.Equal(JobReport.Nothing, await surgery.Get<ReapplyErasures>().RunOnceAsync(surgery.Tenant, Surgery.Ct));
        Assert.True((await surgery.FindAsync(session)).Consent.Allows(ConsentScope.AiDraft));
    }

    [Fact]
    public async Task A_grant_after_the_lost_decision_is_not_taken_back()
    {
        await using var surgery = await Surgery.OpenAsync();
        var session = await surgery.InAsync(SessionStatus.Transcribed);
        await surgery.Get<IErasureLedger>().AddAsync(
            surgery.Tenant, new(session, SessionStatus.Transcribed, surgery.Clock.Now) { Decision = new(Guid.CreateVersion7()), Scopes = ConsentScope.AiDraft }, Surgery.Ct);
        surgery.Clock.Advance(NodaTime.Duration.FromMinutes(1));
        await surgery.GrantAsync(session);

        Assert.Equal(JobReport.Nothing, await surgery.Get<ReapplyErasures>().RunOnceAsync(surgery.Tenant, Surgery.Ct));
        Assert.True((await surgery.FindAsync(session)).Consent.Allows(ConsentScope.AiDraft));
    }

    [Fact]
    public async Task Scopes_taken_back_are_noted_at_once_by_the_job_after_a_crash_and_under_a_hold_only_after_it()
    {
        await using var surgery = await Surgery.OpenAsync();
        var (noted, crashed, held) = (await surgery.InAsync(SessionStatus.Transcribed), await surgery.InAsync(SessionStatus.Transcribed), await surgery.InAsync(SessionStatus.Transcribed));
        await surgery.RunAsync(new HoldSession { Session = held, Reason = "court" }, "supervisor");
        await surgery.WithdrawAsync(noted, ConsentScope.AiDraft);
        await surgery.WithdrawAsync(held, ConsentScope.AiDraft);
        await surgery.Get<IUnitOfWork>().RunAsync(surgery.As("physician"), new Elsewhere(crashed), (unit, ct) =>
            surgery.Desk.StageAsync(unit, new WithdrawConsent { Session = crashed, Scopes = ConsentScope.Keep, Given = Surgery.OnScreen }, ct), Surgery.Ct);
        Task<IReadOnlyList<ErasureEntry>> ListAsync() => surgery.Get<IErasureLedger>().ListAsync(surgery.Tenant, Surgery.Ct);

        Assert.Equal((noted, ConsentScope.AiDraft), Assert.Single(await ListAsync()) is var e ? (e.Session, e.Scopes) : default);
        await surgery.Get<ReapplyErasures>().RunOnceAsync(surgery.Tenant, Surgery.Ct);
        Assert.Equal([noted, crashed], (await ListAsync()).Select(i => i.Session));
        await surgery.RunAsync(new ReleaseSession { Session = held }, "supervisor");
        Assert.Equal([noted, crashed, held], (await ListAsync()).Select(i => i.Session));
    }

    private sealed record Elsewhere(SessionId Session) : ICommand<SessionAnswer>
    {
        public string Name => "test.elsewhere";

        public void Describe(IPayloadWriter payload) => payload.Write("session", Session.ToString());
    }
}
