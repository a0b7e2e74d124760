using Clinic.Abstractions;
using Clinic.Api.Binding;
using Clinic.Api.Security;
using Clinic.Transcription.Exporting;
using Clinic.Transcription.Retention;
using Clinic.Transcription.Rights;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Clinic.Api.Transcription;

/// <summary>What a patient may ask for: everything that is kept, and its erasure; and what the law asks to be held.</summary>
internal static class PatientPrivacyRoutes
{
    private const string One = "/transcription/patients/{patient}";

    public static void MapPatientPrivacy(this IEndpointRouteBuilder api)
    {
        var r = api.MapGroup("").WithTags("Recorded visits of a patient");
        r.Read($"{One}/export", "Everything that is kept of a patient, as a zip of JSON and audio; the export is in the audit.", Export, [.. TranscriptionRights.RolesFor(TranscriptionAct.ExportPatient)]);
        r.Read($"{One}/erasures", "The proofs of what was erased of a patient.", ErasuresAsync, [.. TranscriptionRights.RolesFor(TranscriptionAct.ReadErasures)]);
        r.Act($"{One}/erase", "Erases recordings, transcripts and drafts of a patient; signed reports stay and say so.", TranscriptionAct.ErasePatient, EraseAsync);
        r.Act($"{One}/hold", "Lets nothing of a patient be erased, as the law asks.", TranscriptionAct.HoldSession, HoldAsync);
        r.Act($"{One}/release", "Ends the hold on a patient.", TranscriptionAct.HoldSession, ReleaseAsync);
    }

    // The zip goes out while it is written; a refusal comes before its first byte.
    private static PushStreamHttpResult Export(SiteReading reading, PatientId patient, PatientExport export, CancellationToken ct) =>
        TypedResults.Stream(to => export.WriteAsync(reading.X, patient, to, ct), "application/zip", $"patient-{patient}.zip");

    private static Task<IReadOnlyList<PatientErasure>> ErasuresAsync(SiteReading reading, PatientId patient, PatientEraser eraser, CancellationToken ct) =>
        eraser.ProofsAsync(reading.X, patient, ct);

    private static Task<PatientErasureAnswer> EraseAsync(SiteCommand command, PatientId patient, Body<ErasePatientRequest> body, PatientEraser eraser, CancellationToken ct) =>
        eraser.EraseAsync(command.X, new() { Patient = patient, Given = body.Value.Given.Given }, ct);

    private static Task<PatientHoldAnswer> HoldAsync(SiteCommand command, PatientId patient, Body<HoldPatientRequest> body, PatientHolds holds, CancellationToken ct) =>
        holds.HoldAsync(command.X, new() { Patient = patient, Reason = body.Value.Reason }, ct);

    private static Task<PatientHoldAnswer> ReleaseAsync(SiteCommand command, PatientId patient, Body<ReleasePatientRequest> _, PatientHolds holds, CancellationToken ct) =>
        holds.ReleaseAsync(command.X, new() { Patient = patient }, ct);
}
