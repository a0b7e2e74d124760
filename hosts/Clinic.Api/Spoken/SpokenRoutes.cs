using System.Diagnostics;
using System.Text.Json;
using Clinic.Abstractions;
using Clinic.Abstractions.Administration;
using Clinic.Abstractions.Conversations;
using Clinic.Api.Binding;
using Clinic.Api.Problems;
using Clinic.Api.Security;
using Clinic.Dispensing.Rights;
using Clinic.Dispensing.Spoken;
using Clinic.EmergencyBilling.Rights;
using Clinic.EmergencyBilling.Spoken;
using NodaTime;

namespace Clinic.Api.Spoken;

/// <summary>The route that understands sentences.</summary>
public static class SpokenRoutes
{
    private static readonly Role[] Dispensers = [.. DispensingRights.RolesFor(DispensingAct.Use).Union(DispensingRights.RolesFor(DispensingAct.HandOver))];
    private static readonly Role[] Keepers = [.. EmergencyRights.RolesFor(EmergencyAct.RunClock).Union(EmergencyRights.RolesFor(EmergencyAct.CloseStay))];

    /// <summary>Maps the route.</summary>
    public static void MapSpoken(this IEndpointRouteBuilder api) =>
        api.MapGroup("").WithTags("Spoken").MapPost("/spoken/interpret", InterpretAsync).With(
            "/spoken/interpret", "Understands a spoken or typed command and says what to confirm and send; changes nothing.", "interpret",
            [.. Dispensers.Union(Keepers)], changes: false);

    private static async Task<InterpretResponse> InterpretAsync(
        ClinicCommand command, Body<InterpretRequest> body, InterpreterDesk desk, PatientReadLog reads, ConversationLog log, IIdGenerator ids, CancellationToken ct)
    {
        var said = body.Value;
        if (said.Session == Guid.Empty) throw new ApiException(400, ApiRules.FieldInvalid, ("field", "session"), ("allowed", "a new UUID per utterance"));
        if (said.Confidence is < 0 or > 1) throw new ApiException(400, ApiRules.FieldInvalid, ("field", "confidence"), ("allowed", "0 to 1"));
        var started = Stopwatch.GetTimestamp();
        var (domain, answer) = await desk.InterpretAsync(command.X, said, Allowed(command.X.Actor, said.Domain), ct);
        var took = Duration.FromTimeSpan(Stopwatch.GetElapsedTime(started));
        await reads.NoteAsync(command.X with { Command = ids.Next<CommandId>() }, "patient.named", PatientsOf(answer), ct);
        await log.KeepAsync(command.X with { Command = ids.Next<CommandId>() }, Heard(said, domain, answer, took), ct);
        return answer;
    }

    // Who may only keep the clock is not told of medicines, and the other way round.
    private static ConversationDomain[] Allowed(Actor actor, ConversationDomain? asked)
    {
        var allowed = new List<ConversationDomain>();
        if (actor.HasAny(Dispensers)) allowed.Add(ConversationDomain.Dispensing);
        if (actor.HasAny(Keepers)) allowed.Add(ConversationDomain.Emergency);
        if (asked is not { } one) return [.. allowed];
        if (allowed.Contains(one)) return [one];
        var roles = one == ConversationDomain.Dispensing ? Dispensers : Keepers;
        throw new ClinicRuleException(
            ClinicRules.RoleMissing, ("action", "interpret"), ("allowed", string.Join(", ", roles.Where(r => r != Role.System))), ("found", actor.RolesText()));
    }

    private static Utterance Heard(InterpretRequest said, ConversationDomain domain, InterpretResponse answer, Duration took)
    {
        var intent = answer.Command?.Intent.ToString() ?? answer.Clock?.Intent?.ToString();
        return new(
            said.Session, domain, said.Text, answer.Sentence, intent is null ? null : JsonNamingPolicy.CamelCase.ConvertName(intent),
            JsonNamingPolicy.CamelCase.ConvertName(answer.Kind.ToString()), Certainty(answer.Kind) * (said.Confidence ?? 1m), took, answer.Send?.IdempotencyKey);
    }

    // How much of the sentence was certain; what the recogniser of speech doubted is doubted on top.
    private static decimal Certainty(InterpretKind kind) => kind switch
    {
        InterpretKind.Understood or InterpretKind.Impossible => 1m,
        InterpretKind.Incomplete => 0.75m,
        InterpretKind.Ambiguous => 0.5m,
        InterpretKind.Unknown => 0.25m,
        _ => 0m,
    };

    // Candidates are named too, so whoever asks for a common name has seen all of them.
    private static IEnumerable<PatientId> PatientsOf(InterpretResponse answer) => answer.Doubts
        .Where(d => d.Slot == SpokenSlot.Patient)
        .SelectMany(d => d.Choices)
        .Select(c => c.Id)
        .Concat((answer.Clock?.Doubts ?? []).Where(d => d.Slot == StaySlot.Patient).SelectMany(d => d.Choices).Select(c => c.Id))
        .Append(answer.Command?.Patient.Value)
        .Append(answer.Clock?.Command?.Patient.Value)
        .OfType<Guid>()
        .Where(id => id != Guid.Empty)
        .Select(id => new PatientId(id));
}
