using Clinic.Abstractions;
using Clinic.Transcription.Drafting;

namespace Clinic.Transcription.Reports;

public sealed partial class ReportDesk
{
    private async Task<ClinicalReport> ApplyAsync(IUnit unit, ClinicalReport report, ReportSource source, ReportCommand command, Failures failures, CancellationToken ct)
    {
        var (by, now) = (unit.Context.Actor.Person, unit.Now);
        switch (command)
        {
            case EditReport edit:
                var changes = Present(failures, report, source, edit.Changes);
                return await CheckedAsync(unit, report.Edit(failures, ReportTrigger.Edit, changes, by, now), source, failures, ct).ConfigureAwait(false);
            case SuggestEdits suggest:
                return report.Suggest(failures, Present(failures, report, source, suggest.Changes), by, now);
            case DecideSuggestion decide:
                return await CheckedAsync(unit, report.Decide(failures, decide.Suggestion, decide.Take, by, now), source, failures, ct).ConfigureAwait(false);
            case OverrideFinding over:
                return (await FreshAsync(unit, report, source, ct).ConfigureAwait(false)).Override(failures, over.Finding, over.Words, by, now);
            case RejectReport reject:
                failures.Text("reason", reject.Reason, MostReason);
                return Fired(failures, report, ReportTrigger.Reject, r => r.Reject(reject.Reason));
            case AskDrafter ask:
                return await AskAsync(unit, failures, report, source, ask, ct).ConfigureAwait(false);
            case WriteReport:
                return Fired(failures, report, ReportTrigger.WriteManually, r => r.WriteManually());
            case SignReport sign:
                failures.Field("version", sign.Version is not null, null, "the version that was read");
                // The words of the session may have been corrected since the last look.
                var fresh = await FreshAsync(unit, report, source, ct).ConfigureAwait(false);
                fresh.CheckSignable(failures, ReportTrigger.Sign);
                return await SignedAsync(unit, fresh, source, failures, ct).ConfigureAwait(false);
            case AmendReport amend:
                return await AmendedAsync(unit, report, source, amend, failures, ct).ConfigureAwait(false);
            case AddAddendum add:
                return await AddedAsync(unit, report, source, add, failures, ct).ConfigureAwait(false);
            case FileReport:
                failures.Require(report.Waiting() is not null && report.Status != ReportStatus.EnteredInError, TranscriptionRules.NothingToFile, ("report", report.Id));
                return report.FileNow(now);
            case EnterReportInError error:
                failures.Text("reason", error.Reason, MostReason);
                return Fired(failures, report, ReportTrigger.MarkEnteredInError, r => r.EnterInError(error.Reason));
            default:
                throw new ArgumentException($"There is no act for {command.GetType().Name}.", nameof(command));
        }
    }

    private async Task<ClinicalReport> AskAsync(IUnit unit, Failures failures, ClinicalReport report, ReportSource source, AskDrafter ask, CancellationToken ct)
    {
        var others = await archive.Store.OfSessionAsync(unit.Context.Tenant, report.Session, ct).ConfigureAwait(false);
        if (others.FirstOrDefault(r => r.IsOpen && r.Report != report.Id) is { } open) failures.Add(TranscriptionRules.ReportOpen, ("session", report.Session), ("report", open.Report));
        var name = ask.Drafter ?? report.ToSnapshot().Drafter ?? options.Drafter;
        var trigger = report.Status == ReportStatus.Rejected ? ReportTrigger.Redraft : name == Offline ? ReportTrigger.UseOfflineDrafter : ReportTrigger.Retry;
        var drafter = drafters.Choose(failures, name, source);
        return drafter is null ? report : Fired(failures, report, trigger, r => r.AskDrafter(trigger, drafter.Name, unit.Now));
    }

    private async Task<ClinicalReport> SignedAsync(IUnit unit, ClinicalReport report, ReportSource source, Failures failures, CancellationToken ct)
    {
        failures.Require(!source.IsWithdrawn, TranscriptionRules.SignedAfterWithdrawal, ("session", report.Session));
        if (failures.Count > 0) return report;
        var content = ReportContent.Of(report.ToSnapshot(), 1, VersionKind.Original, null, report.Statements, null, report.ToSnapshot().TranscriptVersion);
        return report.Sign(await SignatureAsync(unit, report, content, ct).ConfigureAwait(false));
    }

    private async Task<ClinicalReport> AmendedAsync(IUnit unit, ClinicalReport report, ReportSource source, AmendReport amend, Failures failures, CancellationToken ct)
    {
        failures.Text("reason", amend.Reason, MostReason);
        failures.Field("kind", amend.Kind is VersionKind.Amended or VersionKind.Corrected, amend.Kind, "amended, corrected");
        var edited = report.Edit(failures, ReportTrigger.Amend, Present(failures, report, source, amend.Changes), unit.Context.Actor.Person, unit.Now);
        if (failures.Count > 0) return report;
        edited = await CheckedAsync(unit, edited, source, failures, ct).ConfigureAwait(false);
        // Nobody stands by a finding that was not named to him: each needs words of its own.
        foreach (var (finding, words) in amend.Overrides) edited = edited.StandBy(failures, finding, words, unit.Context.Actor.Person, unit.Now);
        failures.Require(edited.ToSnapshot().Edits.Count > report.ToSnapshot().Edits.Count, TranscriptionRules.NothingAmended, ("report", report.Id));
        edited.CheckSignable(failures, ReportTrigger.Amend);
        if (failures.Count > 0) return report;
        var state = edited.ToSnapshot();
        var content = ReportContent.Of(state, state.Versions.Count + 1, amend.Kind, amend.Reason, edited.Statements, edited.LastSigned!.Signature.ContentHash, state.TranscriptVersion);
        return edited.Amend(amend.Kind, amend.Reason, await SignatureAsync(unit, edited, content, ct).ConfigureAwait(false));
    }

    private async Task<ClinicalReport> AddedAsync(IUnit unit, ClinicalReport report, ReportSource source, AddAddendum add, Failures failures, CancellationToken ct)
    {
        failures.Prose("text", add.Text, 4_000);
        Fired(failures, report, ReportTrigger.Addendum, r => r);
        if (failures.Count > 0) return report;
        var (by, now) = (unit.Context.Actor.Person, unit.Now);
        var blockers = ReportChecks.Addendum(report, add.Text, await contexts.OfAsync(unit.Context.Tenant, report, source, ct).ConfigureAwait(false));
        foreach (var (finding, words) in add.Overrides)
        {
            failures.Text("words", words, MostReason);
            failures.Require(blockers.Any(b => b.Key == finding), TranscriptionRules.FindingUnknown, ("finding", finding), ("open", string.Join(", ", blockers)));
        }

        ClinicalReport.CheckBlockers(failures, blockers.Where(b => !add.Overrides.ContainsKey(b.Key)));
        if (failures.Count > 0) return report;
        var state = report.ToSnapshot();
        var content = ReportContent.OfAddendum(state, state.Addenda.Count + 1, report.LastSigned!.Number, add.Text, report.LastSigned.Signature.ContentHash);
        var signature = await SignatureAsync(unit, report, content, ct).ConfigureAwait(false);
        return report.Add(add.Text, [.. add.Overrides.Select(o => new FindingOverride(o.Key, o.Value, by, now))], signature);
    }

    // Signer and instant are part of what is signed, so the signature keeps ours whatever a service writes beside it.
    private async Task<ReportSignature> SignatureAsync(IUnit unit, ClinicalReport report, Canonical.CanonicalBytes content, CancellationToken ct)
    {
        var (signer, at) = (unit.Context.Actor.Person, unit.Now);
        var bytes = ReportContent.Signed(content, signer, at).Written.ToArray();
        return (await signatures.SignAsync(new(unit.Context.Tenant, report.Id, signer, bytes, at), ct).ConfigureAwait(false)) with { Signer = signer, At = at };
    }

    private async Task<ClinicalReport> CheckedAsync(IUnit unit, ClinicalReport report, ReportSource source, Failures failures, CancellationToken ct) =>
        failures.Count > 0 ? report : await FreshAsync(unit, report, source, ct).ConfigureAwait(false);

    private async Task<ClinicalReport> FreshAsync(IUnit unit, ClinicalReport report, ReportSource source, CancellationToken ct) =>
        report.Checked(checks.Run(report, source.Transcript, await contexts.OfAsync(unit.Context.Tenant, report, source, ct).ConfigureAwait(false)));

    private static ClinicalReport Fired(Failures failures, ClinicalReport report, ReportTrigger trigger, Func<ClinicalReport, ClinicalReport> verb)
    {
        failures.Require(ReportLifecycle.Allowed(report.Status).Contains(trigger), TranscriptionRules.ReportTransitionRefused,
            ("status", report.Status), ("trigger", trigger), ("allowed", Moves.Text(ReportLifecycle.Allowed(report.Status))));
        return failures.Count > 0 ? report : verb(report);
    }

    // Who points at words that were read before a correction means these words.
    private static List<StatementChange> Present(Failures failures, ClinicalReport report, ReportSource source, IReadOnlyList<StatementChange> changes)
    {
        var (segments, excluded) = (source.Transcript?.Segments ?? [], report.ToSnapshot().Excluded);
        var present = changes.Select(change =>
        {
            if (change is not StatementChange.Insert { Evidence: { } evidence, TranscriptVersion: { } read } insert || source.Words is not { } words) return change;
            failures.Require(read >= 1 && read <= words.Version, TranscriptionRules.StaleTranscript, ("asked", read), ("found", words.Version));
            if (read < 1 || read >= words.Version) return insert with { TranscriptVersion = null };
            var moves = new EvidenceMoves(words, read);
            return insert with { Evidence = [.. evidence.Select(moves.Of)], TranscriptVersion = null };
        }).ToList();
        foreach (var span in present.OfType<StatementChange.Insert>().SelectMany(i => i.Evidence ?? []))
        {
            var holds = DraftEvidence.IsInside(span, segments) && !excluded.Contains(span.Segment);
            failures.Require(holds, TranscriptionRules.EvidenceOutside, ("segment", span.Segment), ("start", span.Start), ("length", span.Length), ("segments", segments.Count));
        }

        return present;
    }
}
