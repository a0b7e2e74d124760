using Clinic.Abstractions;
using Clinic.Abstractions.Administration;
using Clinic.Api.Binding;
using Clinic.Api.Problems;
using Clinic.Api.Security;

namespace Clinic.Api.Patients;

/// <summary>The routes about patients.</summary>
public static class PatientRoutes
{
    private const int MostFound = 50;
    private const int UsuallyFound = 20;

    /// <summary>Maps the table below.</summary>
    public static void MapPatients(this IEndpointRouteBuilder api)
    {
        Role[] readers = [.. PatientRights.Readers];
        var r = api.MapGroup("").WithTags("Patients");
        r.Read("/patients", "Finds patients by words of their name or the beginning of a document number.", SearchAsync, readers);
        r.Read("/patients/{patient}", "Reads one patient; every look is in the audit.", FindAsync, readers);
        r.Read("/patients/{patient}/audit", "Who saw or changed a patient, newest first.", AuditAsync, Role.Auditor, Role.Administrator);
        r.Read("/patients/by-document", "Reads the patient of a document; every look is in the audit.", FindByDocumentAsync, readers);
        r.MapPost("/patients", RegisterAsync).With("/patients", "Registers a patient.", "clinic.register-patient", PatientRights.Keepers, changes: true);
        r.MapPost("/patients/{patient}/revise", ReviseAsync)
            .With("/patients/{patient}/revise", "Changes a patient who was read at a version.", "clinic.revise-patient", PatientRights.Keepers, changes: true);
    }

    private static async Task<IReadOnlyList<FoundPatientResponse>> SearchAsync(
        Caller caller, string? text, int? most, IPatientDirectory patients, PatientReadLog reads, IIdGenerator ids, CancellationToken ct)
    {
        if (most is < 1 or > MostFound)
            throw new ApiException(400, ApiRules.ParameterInvalid, ("parameter", "most"), ("found", most), ("allowed", $"1 to {MostFound}"));
        var found = await patients.SearchAsync(caller.Tenant, Needed("text", text), most ?? UsuallyFound, ct);
        await reads.NoteAsync(caller.Looking(ids), "patient.found", found.Select(p => p.Id), ct);
        return [.. found.Select(FoundPatientResponse.Of)];
    }

    private static async Task<PatientResponse> FindAsync(
        Caller caller, PatientId patient, PatientInquiries inquiries, IIdGenerator ids, HttpContext http, CancellationToken ct) =>
        Tell(http, await inquiries.FindAsync(caller.Looking(ids), patient, ct));

    private static Task<Page<AuditEntry>> AuditAsync(Caller caller, PatientId patient, [AsParameters] Paged paged, IAuditLog audit, CancellationToken ct) =>
        audit.ListAsync(caller.Tenant, new AuditQuery(ClinicFacts.Patient(patient)), paged.Request, ct);

    private static async Task<PatientResponse> FindByDocumentAsync(
        Caller caller, string? kind, string? number, PatientInquiries inquiries, IIdGenerator ids, HttpContext http, CancellationToken ct) =>
        Tell(http, await inquiries.FindByDocumentAsync(caller.Looking(ids), Needed("kind", kind), Needed("number", number), ct));

    private static Task<PatientAnswer> RegisterAsync(ClinicCommand command, Body<RegisterPatientRequest> body, PatientAdministration patients, CancellationToken ct) =>
        patients.RegisterAsync(command.X, new RegisterPatient(body.Value.Data), ct);

    private static Task<PatientAnswer> ReviseAsync(
        ClinicCommand command, PatientId patient, ReadVersion read, Body<RevisePatientRequest> body, PatientAdministration patients, CancellationToken ct) =>
        patients.ReviseAsync(command.X, new RevisePatient(patient, read.Or(body.Value.Version), body.Value.Data), ct);

    private static PatientResponse Tell(HttpContext http, Patient patient)
    {
        ReadVersion.Tell(http, patient.Version);
        return PatientResponse.Of(patient);
    }

    private static string Needed(string name, string? text) =>
        TextParameter.Checked(name, text)
        ?? throw new ApiException(400, ApiRules.ParameterInvalid, ("parameter", name), ("found", "missing"), ("allowed", "a text"));
}
