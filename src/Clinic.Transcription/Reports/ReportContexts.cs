using Clinic.Abstractions;
using Clinic.Transcription.Drafting;
using NodaTime;

namespace Clinic.Transcription.Reports;

/// <summary>What the clinic's own record says of a patient before a draft or a check.</summary>
internal sealed class ReportContexts(IPatientDirectory patients, ISiteDirectory sites)
{
    public Task<DraftContext> OfAsync(TenantId tenant, ClinicalReport report, ReportSource source, CancellationToken ct)
    {
        var state = report.ToSnapshot();
        return OfAsync(tenant, state.Patient, state.Language, state.Template, source, ct);
    }

    public async Task<DraftContext> OfAsync(TenantId tenant, PatientId patient, string language, ReportTemplate template, ReportSource source, CancellationToken ct)
    {
        var known = await patients.FindAsync(tenant, patient, ct).ConfigureAwait(false);
        // "Yesterday" is counted by the clocks of the site.
        var site = source.VisitedAt is null ? null : await sites.FindSiteAsync(tenant, source.Site, ct).ConfigureAwait(false);
        var day = site is null ? (LocalDate?)null : source.VisitedAt!.Value.InZone(site.Zone).Date;
        return new(language) { VisitedOn = day, Sections = [.. template.Sections.Select(s => s.Section)], KnownAllergies = [.. known?.Allergies ?? []] };
    }
}
