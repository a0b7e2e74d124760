using Clinic.Abstractions;
using Clinic.Abstractions.Administration;
using Clinic.Api.Binding;
using Clinic.Api.Problems;
using Clinic.Api.Security;
using Clinic.Dispensing.Rights;
using Clinic.Dispensing.Spoken;

namespace Clinic.Api.Spoken;

/// <summary>The route that understands sentences.</summary>
public static class SpokenRoutes
{
    private static readonly Role[] Speakers = [.. DispensingRights.RolesFor(DispensingAct.Use).Union(DispensingRights.RolesFor(DispensingAct.HandOver))];

    /// <summary>Maps the route.</summary>
    public static void MapSpoken(this IEndpointRouteBuilder api) =>
        api.MapGroup("").WithTags("Spoken").MapPost("/spoken/interpret", InterpretAsync).With(
            "/spoken/interpret", "Understands a spoken or typed command and says what to confirm and send; changes nothing.", "interpret", Speakers, changes: false);

    private static async Task<InterpretResponse> InterpretAsync(
        ClinicCommand command, Body<InterpretRequest> body, SpokenInterpreter interpreter, PatientReadLog reads, IIdGenerator ids, CancellationToken ct)
    {
        var said = body.Value;
        if (said.Session == Guid.Empty) throw new ApiException(400, ApiRules.FieldInvalid, ("field", "session"), ("allowed", "a new UUID per utterance"));
        var request = new SpokenRequest(command.X.Tenant, command.X.Actor.Person, said.Session, said.Text, said.Language, said.Choices?.Spoken);
        var answer = SpokenAnswers.Of(await interpreter.InterpretAsync(request, ct));
        await reads.NoteAsync(command.X with { Command = ids.Next<CommandId>() }, "patient.named", PatientsOf(answer), ct);
        return answer;
    }

    // Candidates are named too, so whoever asks for a common name has seen all of them.
    private static IEnumerable<PatientId> PatientsOf(InterpretResponse answer) => answer.Doubts
        .Where(d => d.Slot == SpokenSlot.Patient)
        .SelectMany(d => d.Choices)
        .Select(c => c.Id)
        .Append(answer.Command?.Patient.Value)
        .OfType<Guid>()
        .Where(id => id != Guid.Empty)
        .Select(id => new PatientId(id));
}
