using System.Text.Json;
using Clinic.Abstractions;
using Clinic.Transcription.Drafting;
using Clinic.Transcription.SpeechToText;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Clinic.Transcription.Reports;

/// <summary>Takes reports to their drafter and to the clinical record, after the commit that asked for it.</summary>
public sealed class ReportWork
{
    private readonly IUnitOfWork work;
    private readonly ReportArchive archive;
    private readonly IReportSources sources;
    private readonly ReportDrafters drafters;
    private readonly ReportChecks checks;
    private readonly ReportContexts contexts;
    private readonly DraftPrivacy privacy;
    private readonly IClinicalRecordSink record;
    private readonly ReportOptions options;
    private readonly IClock clock;
    private readonly IIdGenerator ids;

    internal ReportWork(
        IUnitOfWork work, ReportArchive archive, IReportSources sources, ReportDrafters drafters, ReportChecks checks, ReportContexts contexts, DraftPrivacy privacy,
        IClinicalRecordSink record, IOptions<ReportOptions> options, IClock clock, IIdGenerator ids)
    {
        this.work = work;
        this.archive = archive;
        this.sources = sources;
        this.drafters = drafters;
        this.checks = checks;
        this.contexts = contexts;
        this.privacy = privacy;
        this.record = record;
        this.options = options.Value;
        this.clock = clock;
        this.ids = ids;
    }

    /// <summary>Does what is due, the longest first; a failure of one keeps no other from being done.</summary>
    /// <returns>How many drafts and filings were done, how many failed, and the kind of the first failure.</returns>
    public async Task<JobReport> RunDueAsync(TenantId tenant, int most, CancellationToken cancellationToken = default)
    {
        var due = await archive.Store.DueAsync(tenant, clock.GetCurrentInstant(), most, cancellationToken).ConfigureAwait(false);
        return await JobReport.OfEachAsync(due, async (one, ct) => await RunAsync(tenant, one, ct).ConfigureAwait(false) ? 1 : 0, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Has a report drafted at once where its drafter stays on this machine; otherwise, and after a failure, the job does.</summary>
    /// <returns>Whether the draft is there.</returns>
    public async Task<bool> DraftNowAsync(TenantId tenant, ReportId report, CancellationToken cancellationToken = default)
    {
        if (await archive.FindAsync(tenant, report, cancellationToken).ConfigureAwait(false) is not { Status: ReportStatus.Drafting } found) return false;
        var state = found.ToSnapshot();
        if (!(state.NextAttempt <= clock.GetCurrentInstant()) || drafters.Find(state.Drafter ?? options.Drafter) is not { SendsOutside: false }) return false;
        return await RunAsync(tenant, ReportSummary.Of(found), cancellationToken).ConfigureAwait(false);
    }

    // First the attempt is written down, so that nobody else asks meanwhile; a crash after it only delays the next attempt.
    private async Task<bool> RunAsync(TenantId tenant, ReportSummary due, CancellationToken ct)
    {
        var drafting = due.Status == ReportStatus.Drafting;
        var wait = drafting ? options.DraftTime : options.LongestPause;
        var taken = await StepAsync(tenant, due, "report-asked", due.Version, (unit, r) => drafting ? r.Asked(unit.Now + wait) : r.AskedRecord(unit.Now + wait), null, ct).ConfigureAwait(false);
        if (taken is null) return false;
        return drafting ? await DraftAsync(tenant, due, taken, ct).ConfigureAwait(false) : await FileAsync(tenant, due, taken, ct).ConfigureAwait(false);
    }

    private async Task<bool> DraftAsync(TenantId tenant, ReportSummary due, ClinicalReport report, CancellationToken ct)
    {
        var state = report.ToSnapshot();
        var source = await sources.FindAsync(tenant, state.Session, ct).ConfigureAwait(false);
        var drafter = drafters.Find(state.Drafter ?? options.Drafter);
        // The patient may have taken a consent back since; what is not agreed to is not done.
        if (source?.Transcript is not { } transcript || drafter is null || !ReportDrafters.MayUse(drafter, source))
        {
            await StepAsync(tenant, due, "draft-failed", report.Version, (_, r) => r.FailDraft(FailureKind.BadRequest), TranscriptionEvents.ReportDraftFailed, ct).ConfigureAwait(false);
            return false;
        }

        var context = await contexts.OfAsync(tenant, report, source, ct).ConfigureAwait(false);
        ReportDraft draft;
        try
        {
            var told = await contexts.ForAsync(drafter, tenant, report, source, context, ct).ConfigureAwait(false);
            draft = await privacy.DraftAsync(tenant, state.Patient, drafter, transcript, told, ct).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Whatever a drafter throws, a person must be able to go on without it.
        catch (Exception e) when (e is not OperationCanceledException || !ct.IsCancellationRequested)
#pragma warning restore CA1031
        {
            var failure = (e as ProviderException)?.Failure ?? new ProviderFailure(FailureKind.Unknown, Retryable: true);
            var again = failure.Retryable && state.Attempts < options.DraftAttempts;
            await StepAsync(
                tenant, due, "draft-failed", report.Version,
                (unit, r) => again ? r.DelayDraft(failure.Kind, unit.Now + options.PauseAfter(state.Attempts)) : r.FailDraft(failure.Kind),
                again ? null : TranscriptionEvents.ReportDraftFailed, ct).ConfigureAwait(false);
            return false;
        }

        // Whoever drafted: what speaks to the machine is never evidence.
        var kept = DraftEvidence.Kept(draft with { Excluded = [.. draft.Excluded.Union(MachineSpeech.Segments(transcript)).Order()] }, transcript);
        return await StepAsync(tenant, due, "draft-ready", report.Version, (unit, r) =>
        {
            unit.Require(source.Fact, source.Version);
            var taken = r.TakeDraft(kept, source.Words!.Version, unit.Now);
            return taken.Checked(checks.Run(taken, transcript, context));
        }, TranscriptionEvents.ReportDrafted, ct).ConfigureAwait(false) is not null;
    }

    private async Task<bool> FileAsync(TenantId tenant, ReportSummary due, ClinicalReport report, CancellationToken ct)
    {
        if (report.Waiting() is not { } part) return false;
        var state = report.ToSnapshot();
        var version = state.Versions[part.Version - 1];
        var filing = new RecordFiling(part.IdempotencyKey(report.Id), tenant, state, version)
        {
            Addendum = part.Addendum is { } number ? state.Addenda[number - 1] : null,
            Replaces = part.Version > 1 ? state.Versions[part.Version - 2].RecordId : null,
        };
        try
        {
            var id = await record.FileAsync(filing, ct).ConfigureAwait(false);
            return await StepAsync(tenant, due, "report-filed", report.Version, (unit, r) => r.Filed(part, id, unit.Now), TranscriptionEvents.ReportFiled, ct).ConfigureAwait(false) is not null;
        }
#pragma warning disable CA1031 // Whatever a record throws, the report waits and comes again.
        catch (Exception e) when (e is not OperationCanceledException || !ct.IsCancellationRequested)
#pragma warning restore CA1031
        {
            var kind = e is ProviderException p ? p.Failure.Kind : FailureKind.Unknown;
            await StepAsync(tenant, due, "filing-failed", report.Version, (unit, r) => r.FilingFailed(kind, unit.Now + options.PauseAfter(state.Attempts)), TranscriptionEvents.ReportFilingFailed, ct).ConfigureAwait(false);
            return false;
        }
    }

    // Null where somebody else was quicker: then there is nothing to do, and nothing is written.
    private async Task<ClinicalReport?> StepAsync(
        TenantId tenant, ReportSummary due, string what, long version, Func<IUnit, ClinicalReport, ClinicalReport> verb, string? type, CancellationToken ct)
    {
        var x = new CommandContext(tenant, due.Site, Actor.System, "job", ids.Next<CommandId>());
        ClinicalReport? done = null;
        try
        {
            await work.RunAsync(x, new ReportStep(what, due.Report, version), async (unit, token) =>
            {
                done = null;
                var before = await archive.FindAsync(tenant, due.Report, token).ConfigureAwait(false);
                if (before is null || before.Version != version) return new ReportAnswer(due.Report, due.Status, 0, 0);
                var after = verb(unit, before);
                await archive.SaveAsync(unit, before, after, token).ConfigureAwait(false);
                unit.Audit($"report.{what}", after.Fact, FormattableString.Invariant($"{after.Status}, version {after.Version}"));
                if (type is not null) unit.Publish(type, JsonSerializer.Serialize(ReportHappening.Of(after), ClinicJson.Options));
                done = after;
                return ReportDesk.Answer(after);
            }, ct).ConfigureAwait(false);
        }
        catch (ConcurrencyConflictException)
        {
            return null;
        }

        return done;
    }
}
