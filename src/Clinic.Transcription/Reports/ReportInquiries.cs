using Clinic.Abstractions;
using Clinic.Transcription.Measuring;
using Clinic.Transcription.Rights;
using NodaTime;

namespace Clinic.Transcription.Reports;

/// <summary>Reads reports; every look at a text is in the audit.</summary>
public sealed class ReportInquiries
{
    private static readonly Duration LongestPeriod = Duration.FromDays(366);
    private readonly IUnitOfWork work;
    private readonly ReportArchive archive;
    private readonly ISignatureProvider signatures;
    private readonly ReportTerms terms;
    private readonly IReportSources sources;
    private readonly ReportChecks checks;
    private readonly ReportContexts contexts;

    internal ReportInquiries(
        IUnitOfWork work, ReportArchive archive, ISignatureProvider signatures, ReportTerms terms, IReportSources sources, ReportChecks checks, ReportContexts contexts)
    {
        this.work = work;
        this.archive = archive;
        this.signatures = signatures;
        this.terms = terms;
        this.sources = sources;
        this.checks = checks;
        this.contexts = contexts;
    }

    /// <summary>Reports that the actor may see, newest first; nothing of what they say.</summary>
    /// <exception cref="TranscriptionException">The role is missing, or the mark of the page is none of ours.</exception>
    public Task<Page<ReportSummary>> ListAsync(CommandContext x, ReportQuery query, PageRequest page, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(query);
        var failures = new Failures();
        TranscriptionRights.CheckRole(failures, x.Actor, TranscriptionAct.ReadSessions);
        failures.ThrowIfAny();
        var mine = query with { Site = x.Site, Participant = SeesAll(x.Actor) ? query.Participant : x.Actor.Person };
        return archive.Store.ListAsync(x.Tenant, mine, page, cancellationToken);
    }

    /// <summary>A report with its text, under a command id of its own; the look is audited before anything is shown.</summary>
    /// <exception cref="TranscriptionException">It is unknown, or the actor has no part in it.</exception>
    public Task<ReportView> ReadAsync(CommandContext x, ReportId report, CancellationToken cancellationToken = default) =>
        ReadAsync(x, report, "report.read", cancellationToken);

    /// <summary>How reviews went: time to sign, edits and completeness by drafter, of one's own reports or, for who sees all, of the site's.</summary>
    /// <remarks>Reads every signed report begun in the period, at most 366 days; numbers only, and one entry in the audit.</remarks>
    /// <exception cref="TranscriptionException">The role is missing, or the period has no beginning, no end, or too many days.</exception>
    public async Task<IReadOnlyList<ReviewFigures>> MeasureAsync(CommandContext x, ReportQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(query);
        var failures = new Failures();
        TranscriptionRights.CheckRole(failures, x.Actor, TranscriptionAct.ReadSessions);
        failures.Field("period", query.From < query.To && query.To - query.From <= LongestPeriod, query.From is null || query.To is null ? null : $"{query.From}/{query.To}", "from and until, at most 366 days apart");
        failures.ThrowIfAny();
        var read = new List<ReviewedReport>();
        PageRequest? page = new(PageRequest.LargestSize);
        while (page is not null)
        {
            var found = await ListAsync(x, query, page, cancellationToken).ConfigureAwait(false);
            foreach (var summary in found.Items.Where(s => s.SignedVersions > 0 && s.Status != ReportStatus.EnteredInError))
            {
                if (await archive.FindAsync(x.Tenant, summary.Report, cancellationToken).ConfigureAwait(false) is { } report && ReviewedReport.Of(report) is { } reviewed)
                    read.Add(reviewed);
            }

            page = found.Next is { } next ? new(PageRequest.LargestSize, next) : null;
        }

        await work.RunAsync(x, new MeasureReports(query), (unit, _) =>
        {
            unit.Audit("report.measured", new("core.site", x.Site.Value), FormattableString.Invariant($"{read.Count} reports"));
            return Task.FromResult(read.Count);
        }, cancellationToken).ConfigureAwait(false);
        return ReviewFigures.Of(read);
    }

    internal async Task<ReportView> ReadAsync(CommandContext x, ReportId report, string action, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(x);
        ClinicalReport? found = null;
        await work.RunAsync(x, new ReadReport(report, action), async (unit, ct) =>
        {
            found = await OpenAsync(x, report, ct).ConfigureAwait(false);
            unit.Audit(action, found.Fact, FormattableString.Invariant($"version {found.Version}"));
            return ReportDesk.Answer(found);
        }, cancellationToken).ConfigureAwait(false);
        if (found is null) throw new ClinicRuleException(ClinicRules.CommandReused, ("command", x.Command));
        var fresh = await FreshAsync(x.Tenant, found, cancellationToken).ConfigureAwait(false);
        return new(fresh.ToSnapshot() with { Version = found.Version }, [.. found.MissingSections()], [.. fresh.OpenBlockers().Select(b => b.Key)],
            terms.Of(found.Statements, found.ToSnapshot().Language), await ChecksAsync(found, cancellationToken).ConfigureAwait(false));
    }

    internal static bool IsSeenBy(ReportSummary report, CommandContext x) =>
        report.Site == x.Site && (SeesAll(x.Actor) || report.Physician == x.Actor.Person || (report.Assistant == x.Actor.Person && x.Actor.HasAny(Role.Assistant)));

    private async Task<ClinicalReport> OpenAsync(CommandContext x, ReportId report, CancellationToken ct)
    {
        var failures = new Failures();
        TranscriptionRights.CheckRole(failures, x.Actor, TranscriptionAct.ReadSessions);
        var found = await archive.FindAsync(x.Tenant, report, ct).ConfigureAwait(false);
        if (found is null or { IsWithheld: true } || !IsSeenBy(ReportSummary.Of(found), x)) throw failures.With(TranscriptionRules.ReportUnknown, ("report", report));
        // Who sees all of a site sees how far reports are; what they say is for those who have a part in them.
        failures.Require(found.Physician == x.Actor.Person || (found.ToSnapshot().Assistant == x.Actor.Person && x.Actor.HasAny(Role.Assistant)),
            TranscriptionRules.NotTheReportsPhysician, ("action", TranscriptionAct.ReviewReport), ("report", report));
        failures.ThrowIfAny();
        return found;
    }

    // What stops the signature is told as the session reads now: its words may have been corrected since the last change.
    private async Task<ClinicalReport> FreshAsync(TenantId tenant, ClinicalReport report, CancellationToken ct)
    {
        if (report.Status != ReportStatus.InReview || await sources.FindAsync(tenant, report.Session, ct).ConfigureAwait(false) is not { } source) return report;
        var moved = report.On(source.Words);
        return moved.Checked(checks.Run(moved, source.Transcript, await contexts.OfAsync(tenant, report, source, ct).ConfigureAwait(false)));
    }

    private async Task<IReadOnlyList<SignatureCheck>> ChecksAsync(ClinicalReport report, CancellationToken ct)
    {
        var (state, checks) = (report.ToSnapshot(), new List<SignatureCheck>());
        foreach (var v in state.Versions)
            checks.Add(new(new(v.Number, null), await signatures.VerifyAsync(v.Signature, ReportContent.Of(state, v).Written.ToArray(), ct).ConfigureAwait(false), v.Signature.ContentHash));
        foreach (var a in state.Addenda)
            checks.Add(new(new(a.ToVersion, a.Number), await signatures.VerifyAsync(a.Signature, ReportContent.Of(state, a).Written.ToArray(), ct).ConfigureAwait(false), a.Signature.ContentHash));
        return checks;
    }

    private static bool SeesAll(Actor actor) => actor.HasAny(Role.Supervisor, Role.Auditor);

    private sealed record MeasureReports(ReportQuery Query) : ICommand<int>
    {
        public string Name => "transcription.measure-reports";

        public void Describe(IPayloadWriter payload)
        {
            payload.Write("from", $"{Query.From}");
            payload.Write("until", $"{Query.To}");
            payload.Write("patient", Query.Patient?.ToString());
            payload.Write("status", Query.Status?.ToString());
        }
    }

    private sealed record ReadReport(ReportId Report, string Action) : ICommand<ReportAnswer>
    {
        public string Name => "transcription.read-report";

        public void Describe(IPayloadWriter payload)
        {
            payload.Write("report", Report.ToString());
            payload.Write("action", Action);
        }
    }
}
