using Clinic.Transcription.Consents;
using Clinic.Transcription.Sessions;
using Clinic.Transcription.Tests.Kit;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Clinic.Transcription.Tests.Consents;

public class ConsentTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 3, 9, 14, 0);

    private static ConsentDecision Decision(int sequence, ConsentKind kind, ConsentScope scopes) => new(
        new(Guid.CreateVersion7()), new(Guid.CreateVersion7()), new(Guid.CreateVersion7()), sequence, kind, scopes, 1, Surgery.OnScreen, new(Guid.CreateVersion7()),
        Start + Duration.FromMinutes(sequence));

    private static async Task RefusedAsync(Func<Task> call, params string[] codes) =>
        Assert.Equal(codes, (await Assert.ThrowsAsync<TranscriptionException>(call)).Failures.Select(f => f.Code));

    [Fact]
    public void State_is_what_was_granted_and_not_taken_back()
    {
        var state = ConsentState.Of([
            Decision(1, ConsentKind.Granted, ConsentScope.Record | ConsentScope.Transcribe), Decision(2, ConsentKind.Granted, ConsentScope.AiDraft | ConsentScope.Keep),
            Decision(3, ConsentKind.Withdrawn, ConsentScope.Keep)]);

        Assert.Equal(ConsentScope.Record | ConsentScope.Transcribe | ConsentScope.AiDraft, state.Granted);
        Assert.True(state.Allows(ConsentScope.AiDraft));
        Assert.False(state.Allows(ConsentScope.AiDraft | ConsentScope.Keep));
        Assert.Null(state.WithdrawnAt);
        Assert.Equal(3, state.Decisions);
    }

    [Fact]
    public void Nothing_that_is_agreed_to_after_a_whole_withdrawal_brings_it_back() => Prop.ForAll(
        Gen.Choose(1, 31).Select(s => (ConsentScope)s).ListOf().ToArbitrary(), Gen.Choose(1, 31).Select(s => (ConsentScope)s).Where(ConsentState.EndsAll).ToArbitrary(),
        (later, whole) =>
        {
            var decisions = new List<ConsentDecision> { Decision(1, ConsentKind.Granted, ConsentScopes.All), Decision(2, ConsentKind.Withdrawn, whole) };
            decisions.AddRange(later.Select((s, i) => Decision(i + 3, ConsentKind.Granted, s)));
            var state = ConsentState.Of(decisions);
            return state.Granted == ConsentScope.None && state.WithdrawnAt == decisions[1].At && state.Decisions == decisions.Count;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public async Task The_state_of_a_session_is_the_fold_of_its_decisions()
    {
        await using var surgery = await Surgery.OpenAsync();
        var session = await surgery.CreateAsync();
        await surgery.GrantAsync(session, ConsentScope.Record | ConsentScope.Transcribe);
        await surgery.GrantAsync(session, ConsentScope.Keep | ConsentScope.AiDraft);
        await surgery.WithdrawAsync(session, ConsentScope.Keep);

        var decisions = await surgery.Get<ConsentDesk>().DecisionsAsync(surgery.As("auditor"), session, Surgery.Ct);

        Assert.Equal([1, 2, 3], decisions.Select(d => d.Sequence));
        Assert.Equal(ConsentState.Of(decisions), (await surgery.FindAsync(session)).Consent);
        Assert.All(decisions, d => Assert.Equal((surgery.Person("physician"), "es"), (d.RecordedBy, d.Given.Language)));
        Assert.Empty(await surgery.Get<ConsentDesk>().DecisionsAsync(surgery.As("other"), session, Surgery.Ct));
        await RefusedAsync(() => surgery.Get<ConsentDesk>().DecisionsAsync(surgery.As("nurse"), session, Surgery.Ct), TranscriptionRules.RoleMissing);
    }

    [Fact]
    public async Task A_form_is_published_once_per_version_and_the_last_one_is_current()
    {
        await using var surgery = await Surgery.OpenAsync();
        var desk = surgery.Get<ConsentDesk>();
        await RefusedAsync(() => desk.PublishAsync(surgery.As("supervisor"), Surgery.AForm(0), Surgery.Ct), TranscriptionRules.StaleConsentForm);
        await RefusedAsync(() => desk.PublishAsync(surgery.As("physician"), Surgery.AForm(1), Surgery.Ct), TranscriptionRules.RoleMissing);
        await RefusedAsync(
            () => desk.PublishAsync(surgery.As("supervisor"), new() { After = 1, Scopes = ConsentScope.Keep, Texts = [new("ES", "", "x\0"), new("ES", "a", "b")] }, Surgery.Ct),
            TranscriptionRules.FieldInvalid, TranscriptionRules.FieldInvalid, TranscriptionRules.FieldInvalid, TranscriptionRules.FieldInvalid, TranscriptionRules.FieldInvalid, TranscriptionRules.FieldInvalid);

        await desk.PublishAsync(surgery.As("administrator"), Surgery.AForm(1, ConsentScope.Record), Surgery.Ct);

        Assert.Equal((2, ConsentScope.Record), ((await desk.CurrentAsync(surgery.As("nurse"), Surgery.Ct))!.Version, (await desk.CurrentAsync(surgery.As("nurse"), Surgery.Ct))!.Scopes));
        Assert.Equal([2, 1], (await desk.FormsAsync(surgery.As("nurse"), Surgery.Ct)).Select(f => f.Version));
        var session = await surgery.CreateAsync();
        await RefusedAsync(() => surgery.GrantAsync(session, ConsentScope.Record, form: 1), TranscriptionRules.ConsentFormNotCurrent);
        await RefusedAsync(() => surgery.GrantAsync(session, ConsentScope.Record | ConsentScope.Keep, form: 2), TranscriptionRules.ConsentNotOffered);
        Assert.Equal(SessionStatus.Ready, (await surgery.GrantAsync(session, ConsentScope.Record, form: 2)).Status);
    }

    [Fact]
    public async Task By_word_of_mouth_needs_a_witness_who_is_somebody_else()
    {
        await using var surgery = await Surgery.OpenAsync();
        var session = await surgery.CreateAsync();
        Task<SessionAnswer> Grant(GivenBy given) => surgery.RunAsync(new GrantConsent { Session = session, FormVersion = 1, Scopes = ConsentScopes.All, Given = given });
        var spoken = new GivenBy(ConsentGiver.Patient, ConsentManner.Verbal);

        await RefusedAsync(() => Grant(spoken), TranscriptionRules.ConsentWitnessMissing);
        await RefusedAsync(() => Grant(spoken with { Witness = surgery.Person("physician") }), TranscriptionRules.ConsentWitnessNotDifferent);
        await RefusedAsync(() => Grant(spoken with { Witness = new(Guid.CreateVersion7()) }), TranscriptionRules.ConsentWitnessNotDifferent);
        await RefusedAsync(() => Grant(new(ConsentGiver.Guardian, ConsentManner.OnPaper)), TranscriptionRules.FieldInvalid);
        await RefusedAsync(() => Grant(Surgery.OnScreen with { Language = "fr" }), TranscriptionRules.ConsentLanguageMissing);
        Assert.Equal(SessionStatus.Ready, (await Grant(spoken with { Giver = ConsentGiver.Guardian, Relation = "madre", Witness = surgery.Person("nurse") })).Status);
    }

    [Fact]
    public async Task Without_a_published_form_nobody_can_agree()
    {
        await using var surgery = await Surgery.OpenAsync();
        var session = await surgery.CreateAsync();
        var elsewhere = surgery.As("physician");

        await RefusedAsync(() => surgery.RunAsync(new RefuseConsent { Session = session, FormVersion = 9, Given = Surgery.OnScreen }), TranscriptionRules.ConsentFormUnknown);
        await RefusedAsync(() => surgery.Desk.RunAsync(elsewhere with { Tenant = new(Guid.CreateVersion7()) }, new GrantConsent { Session = session, FormVersion = 1, Scopes = ConsentScopes.All, Given = Surgery.OnScreen }, Surgery.Ct),
            TranscriptionRules.SessionUnknown);
        Assert.Equal(SessionStatus.Cancelled, (await surgery.RunAsync(new RefuseConsent { Session = session, FormVersion = 1, Given = Surgery.OnScreen })).Status);
    }

    [Fact]
    public void Scopes_are_words_in_a_fixed_order()
    {
        Assert.Equal("Record, Keep", ConsentScopes.Text(ConsentScope.Keep | ConsentScope.Record));
        Assert.Equal("nothing", ConsentScopes.Text(ConsentScope.None));
        Assert.False(ConsentScopes.IsSome((ConsentScope)32));
        Assert.Contains("grabar", new TranscriptionException(TranscriptionRules.ConsentMissing, ("action", SessionTrigger.StartRecording), ("allowed", "Record"), ("found", "nothing")).Failures
            .Select(f => TranscriptionRules.Texts.Describe(f, "es")).Single(), StringComparison.Ordinal);
    }
}
