using Clinic.Abstractions;
using Clinic.Transcription.Drafting;
using NodaTime;

namespace Clinic.Transcription.Reports;

/// <summary>What the clinic's own record and the patient's earlier signed reports say before a draft or a check.</summary>
internal sealed class ReportContexts(IPatientDirectory patients, ISiteDirectory sites, EarlierReports earlier, ReportOptions options)
{
    /// <summary>All that is known here.</summary>
    public async Task<DraftContext> OfAsync(TenantId tenant, ClinicalReport report, ReportSource source, CancellationToken ct)
    {
        var (context, zone) = await RecordAsync(tenant, report, source, ct).ConfigureAwait(false);
        var state = report.ToSnapshot();
        var (medications, allergies) = await earlier.OfAsync(tenant, state, source.VisitedAt ?? state.StartedAt, zone ?? DateTimeZone.Utc, ct).ConfigureAwait(false);
        return context with
        {
            KnownAllergies = [.. context.KnownAllergies.Union(allergies, StringComparer.OrdinalIgnoreCase)],
            KnownMedications = [.. medications.Where(m => !m.IsStopped).Select(m => m.Substance)],
            EarlierMedications = medications,
        };
    }

    /// <summary>What a drafter gets: nothing of earlier reports leaves unless the patient and the clinic let it.</summary>
    public async Task<DraftContext> ForAsync(IReportDrafter drafter, TenantId tenant, ClinicalReport report, ReportSource source, DraftContext all, CancellationToken ct) =>
        !drafter.SendsOutside || (options.EarlierReportsMayLeave && source.MayLeave) ? all : (await RecordAsync(tenant, report, source, ct).ConfigureAwait(false)).Context;

    private async Task<(DraftContext Context, DateTimeZone? Zone)> RecordAsync(TenantId tenant, ClinicalReport report, ReportSource source, CancellationToken ct)
    {
        var state = report.ToSnapshot();
        var known = await patients.FindAsync(tenant, state.Patient, ct).ConfigureAwait(false);
        // "Yesterday" is counted by the clocks of the site.
        var site = source.VisitedAt is null ? null : await sites.FindSiteAsync(tenant, source.Site, ct).ConfigureAwait(false);
        var day = site is null ? (LocalDate?)null : source.VisitedAt!.Value.InZone(site.Zone).Date;
        return (new(state.Language) { VisitedOn = day, Sections = [.. state.Template.Sections.Select(s => s.Section)], KnownAllergies = [.. known?.Allergies ?? []] }, site?.Zone);
    }
}
