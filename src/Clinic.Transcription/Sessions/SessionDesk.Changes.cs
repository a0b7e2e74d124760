using Clinic.Abstractions;
using Clinic.Transcription.Consents;
using NodaTime;

namespace Clinic.Transcription.Sessions;

/// <content>What each command changes.</content>
public sealed partial class SessionDesk
{
    private Task<TranscriptionSession> ChangeAsync(IUnit unit, TranscriptionSession before, SessionCommand command, Failures failures, CancellationToken ct) => command switch
    {
        GrantConsent c => GrantAsync(unit, before, c, failures, ct),
        RefuseConsent c => RefuseAsync(unit, before, c, failures, ct),
        WithdrawConsent c => WithdrawAsync(unit, before, c, failures, ct),
        StartRecording c => StartAsync(unit, before, c, failures, ct),
        PauseRecording c => Task.FromResult(before.Pause(failures, c.Reason, unit.Now)),
        ResumeRecording c => Task.FromResult(before.Resume(failures, LeaseOf(unit, c.Recorder, failures), unit.Now)),
        StopRecording => SealedAsync(unit, before, SessionTrigger.Stop, failures, captured => before.Stop(failures, captured, options.Sessions, unit.Now), ct),
        BeginImport c => ImportAsync(unit, before, c, failures, ct),
        ImportAudio => SealedAsync(unit, before, SessionTrigger.ImportAudio, failures, captured => before.Import(failures, captured, options.Sessions, unit.Now), ct),
        RetryTranscription => Task.FromResult(before.Retry(failures)),
        HearAnew c => HearAsync(unit, before, c, failures, ct),
        CancelSession c => CancelAsync(unit, before, c, failures, ct),
        AssignAssistant c => AssignAsync(unit, before, c, failures, ct),
        HoldSession c => Task.FromResult(Hold(before, c, failures)),
        ReleaseSession => Task.FromResult(Release(before, failures, unit.Now)),
        _ => throw new ArgumentException($"Nobody knows the command {command.Name}.", nameof(command)),
    };

    private async Task<TranscriptionSession> GrantAsync(IUnit unit, TranscriptionSession before, GrantConsent c, Failures failures, CancellationToken ct)
    {
        failures.Field("scopes", ConsentScopes.IsSome(c.Scopes), ConsentScopes.Text(c.Scopes & ConsentScopes.All), "known scopes");
        var current = await consents.CurrentFormAsync(unit.Context.Tenant, ct).ConfigureAwait(false);
        if (current is null) throw failures.With(TranscriptionRules.ConsentFormUnknown, ("version", c.FormVersion));
        failures.Require(current.Version == c.FormVersion, TranscriptionRules.ConsentFormNotCurrent, ("asked", c.FormVersion), ("current", current.Version));
        var beyond = c.Scopes & ConsentScopes.All & ~current.Scopes;
        failures.Require(beyond == ConsentScope.None, TranscriptionRules.ConsentNotOffered, ("version", current.Version), ("found", ConsentScopes.Text(beyond)));
        var language = c.Given.Language ?? before.ToSnapshot().Language;
        failures.Require(current.In(language) is not null, TranscriptionRules.ConsentLanguageMissing, ("version", current.Version), ("language", language));
        await CheckGivenAsync(unit, c.Given, failures, ct).ConfigureAwait(false);
        var decision = Decision(unit, before, ConsentKind.Granted, c.Scopes, c.FormVersion, c.Given);
        return Decided(unit, decision, before.Grant(failures, decision), failures);
    }

    private async Task<TranscriptionSession> RefuseAsync(IUnit unit, TranscriptionSession before, RefuseConsent c, Failures failures, CancellationToken ct)
    {
        if (c.FormVersion is { } version && await consents.FindFormAsync(unit.Context.Tenant, version, ct).ConfigureAwait(false) is null)
            failures.Add(TranscriptionRules.ConsentFormUnknown, ("version", version));
        await CheckGivenAsync(unit, c.Given, failures, ct).ConfigureAwait(false);
        var decision = Decision(unit, before, ConsentKind.Refused, ConsentScope.None, c.FormVersion, c.Given);
        return Decided(unit, decision, before.Refuse(failures, decision), failures);
    }

    private async Task<TranscriptionSession> WithdrawAsync(IUnit unit, TranscriptionSession before, WithdrawConsent c, Failures failures, CancellationToken ct)
    {
        var scopes = c.Scopes ?? ConsentScopes.All;
        failures.Field("scopes", ConsentScopes.IsSome(scopes), ConsentScopes.Text(scopes & ConsentScopes.All), "known scopes");
        await CheckGivenAsync(unit, c.Given, failures, ct).ConfigureAwait(false);
        var decision = Decision(unit, before, ConsentKind.Withdrawn, scopes, null, c.Given);
        if (!ConsentState.EndsAll(scopes)) return Decided(unit, decision, before.Narrow(failures, decision, options.Sessions, unit.Now), failures);
        var standing = await reports.OfAsync(unit.Context.Tenant, before.Id, ct).ConfigureAwait(false);
        return Decided(unit, decision, before.Withdraw(failures, decision, standing.HasSigned, unit.Now), failures);
    }

    private async Task<TranscriptionSession> StartAsync(IUnit unit, TranscriptionSession before, StartRecording c, Failures failures, CancellationToken ct)
    {
        failures.Text("mediaType", c.Format.MediaType, 100);
        failures.Field("channels", c.Format.Channels is >= 1 and <= 8, c.Format.Channels, "1 to 8");
        // The unique index knows it too; here it has a name.
        if (await sessions.ActiveOfAsync(unit.Context.Tenant, before.Physician, ct).ConfigureAwait(false) is { } other && other.Id != before.Id)
            failures.Add(TranscriptionRules.OtherRecordingActive, ("other", other.Id));
        return before.Start(failures, LeaseOf(unit, c.Recorder, failures), c.Format, unit.Now);
    }

    private async Task<TranscriptionSession> ImportAsync(IUnit unit, TranscriptionSession before, BeginImport c, Failures failures, CancellationToken ct)
    {
        var state = before.ToSnapshot();
        var begun = state.Audio == AudioPresence.Open;
        failures.Field("format", !begun || c.StartOver || state.Format == c.Format, c.Format.MediaType, $"{state.Format?.MediaType} as it began, or to start over");
        failures.Require(!c.StartOver || !state.IsHeld, TranscriptionRules.LegalHoldStands, ("session", before.Id));
        var after = before.BeginImport(failures, c.Format, options.Sessions, unit.Now);
        // The sender has it still; a repeated command is not carried out again, and discards nothing that came since.
        if (begun && c.StartOver && failures.Count == 0) await audio().DiscardAsync(unit.Context.Tenant, before.Id, ct).ConfigureAwait(false);
        return after;
    }

    // The audio is closed only when everything else holds; closing it twice is closing it once.
    private async Task<TranscriptionSession> SealedAsync(
        IUnit unit, TranscriptionSession before, SessionTrigger trigger, Failures failures, Func<CapturedAudio, TranscriptionSession> change, CancellationToken ct)
    {
        var unsealed = new CapturedAudio(0, null, false);
        var probe = change(unsealed);
        if (failures.Count > 0 || !SessionLifecycle.Allowed(before.Status).Contains(trigger)) return probe;
        if (trigger == SessionTrigger.ImportAudio)
        {
            // What no engine could hear is refused while it can still be sent again.
            var found = await audio().InspectAsync(unit.Context.Tenant, before.Id, ct).ConfigureAwait(false);
            foreach (var failure in found.Failures) failures.Add(failure);
            if (failures.Count > 0) return probe;
        }

        return change(await audio().SealAsync(unit.Context.Tenant, before.Id, ct).ConfigureAwait(false));
    }

    // What people wrote counts, and it is readable in its version afterwards.
    private async Task<TranscriptionSession> HearAsync(IUnit unit, TranscriptionSession before, HearAnew c, Failures failures, CancellationToken ct)
    {
        var words = before.IsReadable ? await effects.TextAsync(unit.Context.Tenant, before.Id, ct).ConfigureAwait(false) : null;
        var written = before.ToSnapshot().Source is "import" or "typed" ? 1 : 0;
        return before.HearAnew(failures, words?.Version ?? 1, (words?.ByHand ?? 0) + written, c.ReplaceCorrections, options.Sessions);
    }

    private async Task<TranscriptionSession> CancelAsync(IUnit unit, TranscriptionSession before, CancelSession c, Failures failures, CancellationToken ct)
    {
        failures.OptionalText("reason", c.Reason, LongestReason);
        var standing = await reports.OfAsync(unit.Context.Tenant, before.Id, ct).ConfigureAwait(false);
        failures.Require(!standing.HasSigned, TranscriptionRules.SignedReportStands, ("session", before.Id));
        return before.Cancel(failures, unit.Now);
    }

    private async Task<TranscriptionSession> AssignAsync(IUnit unit, TranscriptionSession before, AssignAssistant c, Failures failures, CancellationToken ct)
    {
        NotOver(before, failures);
        if (c.Assistant is { } assistant)
        {
            await CheckPersonAsync(unit, assistant, Role.Assistant, failures, ct).ConfigureAwait(false);
            failures.Field("assistant", assistant != before.Physician, assistant, "somebody else than the physician");
        }

        return failures.Count > 0 ? before : before.Assign(c.Assistant);
    }

    private static TranscriptionSession Hold(TranscriptionSession before, HoldSession c, Failures failures)
    {
        failures.Text("reason", c.Reason, LongestReason);
        failures.Field("held", !before.ToSnapshot().IsHeld, "a legal hold", "a session without one");
        failures.Field("status", before.Status != SessionStatus.Purged, before.Status, "a session that was not purged");
        return before.Hold();
    }

    private TranscriptionSession Release(TranscriptionSession before, Failures failures, Instant now)
    {
        failures.Field("held", before.ToSnapshot().IsHeld, "no legal hold", "a session under one");
        return before.Release(options.Sessions, now);
    }

    private static void NotOver(TranscriptionSession session, Failures failures) =>
        failures.Field("status", !SessionLifecycle.IsOver(session.Status), session.Status, "a session that is not over");

    private async Task CheckGivenAsync(IUnit unit, GivenBy given, Failures failures, CancellationToken ct)
    {
        given.Check(failures, unit.Context.Actor.Person);
        if (given.Witness is not { } witness || witness == unit.Context.Actor.Person) return;
        var found = witness == default ? null : await people.FindAsync(unit.Context.Tenant, witness, ct).ConfigureAwait(false);
        failures.Require(found is { IsRetired: false }, TranscriptionRules.ConsentWitnessNotDifferent, ("witness", witness));
    }

    private ConsentDecision Decision(IUnit unit, TranscriptionSession session, ConsentKind kind, ConsentScope scopes, int? form, GivenBy given)
    {
        var s = session.ToSnapshot();
        return new(ids.Next<ConsentDecisionId>(), s.Patient, s.Id, s.Consent.Decisions + 1, kind, scopes, form, given with { Language = given.Language ?? s.Language },
            unit.Context.Actor.Person, unit.Now);
    }

    private TranscriptionSession Decided(IUnit unit, ConsentDecision decision, TranscriptionSession after, Failures failures)
    {
        if (failures.Count > 0) return after;
        consents.Add(unit, decision);
        unit.Audit($"consent.{decision.Kind.ToString().ToLowerInvariant()}", decision.Fact, ConsentScopes.Text(decision.Scopes));
        return after;
    }

    private RecordingLease LeaseOf(IUnit unit, string recorder, Failures failures)
    {
        failures.Text("recorder", recorder, LongestRecorder);
        return new(recorder, unit.Now + options.Sessions.RecorderLease);
    }
}
