using Clinic.Abstractions;
using Clinic.Abstractions.InMemory;
using Clinic.Transcription.Reports;
using Clinic.Transcription.Sessions;
using NodaTime;

namespace Clinic.Transcription.InMemory;

/// <summary>Encrypted reports in memory.</summary>
internal sealed class InMemoryClinicalReportStore(InMemoryCoordinator coordinator) : IClinicalReportStore
{
    private readonly Dictionary<(TenantId Tenant, ReportId Id), SealedReport> all = [];
    private readonly Dictionary<(TenantId, SessionId), ReportId> open = [];

    public Task<SealedReport?> FindAsync(TenantId tenant, ReportId report, CancellationToken cancellationToken) =>
        Task.FromResult(coordinator.Read(() => all.GetValueOrDefault((tenant, report))));

    public Task<IReadOnlyList<ReportSummary>> OfSessionAsync(TenantId tenant, SessionId session, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ReportSummary>>([.. Of(tenant).Select(r => r.Summary).Where(s => s.Session == session).OrderBy(s => s.StartedAt).ThenBy(s => s.Report.ToString(), StringComparer.Ordinal)]);

    public Task<Page<ReportSummary>> ListAsync(TenantId tenant, ReportQuery query, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(page);
        var after = page.After is null ? null : ReportMark.Parse(page.After);
        var found = Of(tenant).Select(r => r.Summary).Where(s => Fits(s, query))
            .OrderByDescending(s => s.StartedAt).ThenByDescending(s => s.Report.ToString(), StringComparer.Ordinal)
            .Where(s => after is null || IsAfter(s, after))
            .Take(page.Size + 1)
            .ToList();
        return Task.FromResult(Paging.Cut(found, page, ReportMark.Of));
    }

    public Task<IReadOnlyList<ReportSummary>> DueAsync(TenantId tenant, Instant now, int most, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ReportSummary>>(
            [.. Of(tenant).Where(r => r.NextAttempt <= now).OrderBy(r => r.NextAttempt).ThenBy(r => r.Summary.Report.ToString(), StringComparer.Ordinal).Take(most).Select(r => r.Summary)]);

    public void Add(IUnit unit, SealedReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var tenant = unit.Context.Tenant;
        InMemoryUnit.Of(unit).Stage(c =>
        {
            c.AdvanceFact(report.Fact, report.Summary.Version);
            if (report.Summary.IsOpen) c.AddUnique(open, (tenant, report.Summary.Session), report.Summary.Report, report.Fact);
            c.Put(all, (tenant, report.Summary.Report), report);
        });
    }

    public void Save(IUnit unit, SealedReport report, IReadOnlyList<SealedPart> added)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(added);
        var (tenant, summary) = (unit.Context.Tenant, report.Summary);
        InMemoryUnit.Of(unit).Stage(c =>
        {
            c.AdvanceFact(report.Fact, summary.Version);
            var before = all[(tenant, summary.Report)];
            if (before.Summary.IsOpen) c.Remove(open, (tenant, summary.Session));
            if (summary.IsOpen) c.AddUnique(open, (tenant, summary.Session), summary.Report, report.Fact);
            c.Put(all, (tenant, summary.Report), new SealedReport(summary, report.Document, [.. before.Parts, .. added]) { NextAttempt = report.NextAttempt });
        });
    }

    private List<SealedReport> Of(TenantId tenant) => coordinator.Read(() => all.Where(r => r.Key.Tenant == tenant).Select(r => r.Value).ToList());

    private static bool Fits(ReportSummary s, ReportQuery q) =>
        s.Site == q.Site
        && (q.Participant is null || s.Physician == q.Participant || s.Assistant == q.Participant)
        && (q.Patient is null || s.Patient == q.Patient)
        && (q.Status is null || s.Status == q.Status)
        && (q.From is not { } from || s.StartedAt >= from)
        && (q.To is not { } to || s.StartedAt < to);

    private static bool IsAfter(ReportSummary s, ReportMark after) =>
        s.StartedAt < after.StartedAt || (s.StartedAt == after.StartedAt && string.CompareOrdinal(s.Report.ToString(), after.Report.ToString()) < 0);
}
