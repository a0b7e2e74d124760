using Clinic.Abstractions;
using Clinic.Transcription.Drafting;

namespace Clinic.Transcription.Reports;

/// <summary>What the clinic's own record says of a patient before a draft or a check.</summary>
internal sealed class ReportContexts(IPatientDirectory patients)
{
    public async Task<DraftContext> OfAsync(TenantId tenant, PatientId patient, string language, ReportTemplate template, CancellationToken ct)
    {
        var known = await patients.FindAsync(tenant, patient, ct).ConfigureAwait(false);
        return new(language) { Sections = [.. template.Sections.Select(s => s.Section)], KnownAllergies = [.. known?.Allergies ?? []] };
    }
}
