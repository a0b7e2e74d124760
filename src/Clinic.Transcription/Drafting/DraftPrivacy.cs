using Clinic.Abstractions;
using Clinic.Transcription.Drafting.Redaction;
using Clinic.Transcription.Transcripts;

namespace Clinic.Transcription.Drafting;

/// <summary>Sees to it that a drafter outside gets no identifiers of the patient.</summary>
internal sealed class DraftPrivacy(IPatientDirectory patients, ITranscriptRedactor redactor)
{
    public async Task<ReportDraft> DraftAsync(TenantId tenant, PatientId patient, IReportDrafter drafter, Transcript transcript, DraftContext context, CancellationToken ct)
    {
        if (!drafter.SendsOutside) return await drafter.DraftAsync(transcript, context, ct).ConfigureAwait(false);
        var known = await patients.FindAsync(tenant, patient, ct).ConfigureAwait(false);
        var redacted = redactor.Redact(transcript, Identifiers(known));
        return redacted.Restore(await drafter.DraftAsync(redacted.Transcript, context, ct).ConfigureAwait(false));
    }

    private static List<string> Identifiers(Patient? patient) =>
        patient is null ? [] : [.. new[] { patient.Name, patient.DocumentNumber, patient.Contact }.OfType<string>().Where(t => !string.IsNullOrWhiteSpace(t))];
}
