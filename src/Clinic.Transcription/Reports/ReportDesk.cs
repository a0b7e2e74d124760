using System.Text.Json;
using Clinic.Abstractions;
using Clinic.Transcription.Rights;
using Microsoft.Extensions.Options;

namespace Clinic.Transcription.Reports;

/// <summary>Begins, reviews, signs and amends reports; for the responsible physician, an assistant proposes.</summary>
public sealed partial class ReportDesk
{
    private const int MostReason = 500;
    private const string Offline = "offline";

    private readonly IUnitOfWork work;
    private readonly ReportArchive archive;
    private readonly IReportSources sources;
    private readonly ReportDrafters drafters;
    private readonly ReportTemplates templates;
    private readonly ReportChecks checks;
    private readonly ReportContexts contexts;
    private readonly ISignatureProvider signatures;
    private readonly ReportOptions options;
    private readonly IIdGenerator ids;

    internal ReportDesk(
        IUnitOfWork work, ReportArchive archive, IReportSources sources, ReportDrafters drafters, ReportTemplates templates, ReportChecks checks, ReportContexts contexts,
        ISignatureProvider signatures, IOptions<ReportOptions> options, IIdGenerator ids)
    {
        this.work = work;
        this.archive = archive;
        this.sources = sources;
        this.drafters = drafters;
        this.templates = templates;
        this.checks = checks;
        this.contexts = contexts;
        this.signatures = signatures;
        this.options = options.Value;
        this.ids = ids;
    }

    /// <summary>Begins the report of a session; a drafter writes after the commit.</summary>
    /// <exception cref="TranscriptionException">The session has no text or an unfinished report, the patient did not agree, or the actor is not its physician.</exception>
    public Task<ReportAnswer> BeginAsync(CommandContext x, BeginReport command, CancellationToken cancellationToken = default) =>
        work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Gives any command about a stored report.</summary>
    /// <exception cref="TranscriptionException">A guard failed; every failed one is named.</exception>
    public Task<ReportAnswer> RunAsync(CommandContext x, ReportCommand command, CancellationToken cancellationToken = default) =>
        work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>The same inside a commit that somebody else began.</summary>
    public async Task<ReportAnswer> StageAsync(IUnit unit, BeginReport command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(command);
        var failures = new Failures();
        var x = unit.Context;
        TranscriptionRights.CheckRole(failures, x.Actor, TranscriptionAct.ReviewReport);
        var source = command.Session == default ? null : await sources.FindAsync(x.Tenant, command.Session, cancellationToken).ConfigureAwait(false);
        if (source is null || source.Site != x.Site || source.Physician != x.Actor.Person) throw failures.With(TranscriptionRules.ReportUnknown, ("report", $"of session {command.Session}"));
        var template = templates.Find(command.Template ?? options.Template);
        failures.Field("template", template is not null, command.Template ?? options.Template, string.Join(", ", templates.All.Select(t => t.Name)));
        failures.Require(!source.IsWithdrawn, TranscriptionRules.SignedAfterWithdrawal, ("session", source.Session));
        var drafter = command.IsManual ? null : drafters.Choose(failures, command.Drafter, source);
        var others = await archive.Store.OfSessionAsync(x.Tenant, source.Session, cancellationToken).ConfigureAwait(false);
        if (others.FirstOrDefault(r => r.IsOpen) is { } open) failures.Add(TranscriptionRules.ReportOpen, ("session", source.Session), ("report", open.Report));
        failures.ThrowIfAny();
        unit.Require(source.Fact, source.Version);
        var report = ClinicalReport.Begin(new()
        {
            Id = ids.Next<ReportId>(),
            Site = source.Site,
            Session = source.Session,
            Patient = source.Patient,
            Encounter = source.Encounter,
            Physician = source.Physician,
            Assistant = source.Assistant,
            Language = source.Language,
            Template = template!,
            Status = ReportStatus.Drafting,
            StartedAt = unit.Now,
            Drafter = drafter?.Name,
            TranscriptVersion = source.Words?.Version,
            Version = 1,
        });
        await archive.AddAsync(unit, report, cancellationToken).ConfigureAwait(false);
        unit.Audit("report.begun", report.Fact, drafter is null ? "manual" : drafter.Name);
        return Answer(report);
    }

    /// <summary>The same inside a commit that somebody else began.</summary>
    public async Task<ReportAnswer> StageAsync(IUnit unit, ReportCommand command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(command);
        var failures = new Failures();
        var before = await LoadAsync(unit, command, failures, cancellationToken).ConfigureAwait(false);
        var source = await sources.FindAsync(unit.Context.Tenant, before.Session, cancellationToken).ConfigureAwait(false)
            ?? throw failures.With(TranscriptionRules.ReportUnknown, ("report", command.Report));
        // What is signed points for good at the words on which it was signed.
        var read = before.Status == ReportStatus.InReview || command is AmendReport ? before.On(source.Words) : before;
        var after = await ApplyAsync(unit, read, source, command, failures, cancellationToken).ConfigureAwait(false);
        failures.ThrowIfAny();
        unit.Require(source.Fact, source.Version);
        await archive.SaveAsync(unit, before, after, cancellationToken).ConfigureAwait(false);
        unit.Audit(command.Done, after.Fact, FormattableString.Invariant($"{after.Status}, version {after.Version}, signed {after.ToSnapshot().Versions.Count}"));
        if (EventOf(command) is { } type) unit.Publish(type, JsonSerializer.Serialize(ReportHappening.Of(after), ClinicJson.Options));
        return Answer(after);
    }

    internal static ReportAnswer Answer(ClinicalReport report) => new(report.Id, report.Status, report.Version, report.ToSnapshot().Versions.Count);

    private async Task<ClinicalReport> LoadAsync(IUnit unit, ReportCommand command, Failures failures, CancellationToken ct)
    {
        var (actor, site) = (unit.Context.Actor, unit.Context.Site);
        TranscriptionRights.CheckRole(failures, actor, command.Act);
        var found = await archive.FindAsync(unit.Context.Tenant, command.Report, ct).ConfigureAwait(false);
        if (found is null or { IsWithheld: true } || found.Site != site || !ReportInquiries.IsSeenBy(ReportSummary.Of(found), unit.Context)) throw failures.With(TranscriptionRules.ReportUnknown, ("report", command.Report));
        var isPhysician = found.Physician == actor.Person;
        failures.Require(isPhysician || command.IsForOthersToo, TranscriptionRules.NotTheReportsPhysician, ("action", command.Act), ("report", command.Report));
        failures.Require(command.Version is null || command.Version == found.Version, TranscriptionRules.StaleReport, ("report", command.Report), ("asked", command.Version), ("found", found.Version));
        return found;
    }

    private static string? EventOf(ReportCommand command) => command switch
    {
        SignReport or AmendReport or AddAddendum => TranscriptionEvents.ReportSigned,
        EnterReportInError => TranscriptionEvents.ReportEnteredInError,
        _ => null,
    };
}
