using System.Text.Json.Serialization;
using Clinic.Abstractions;
using Clinic.EmergencyBilling.Spoken;
using Clinic.EmergencyBilling.Stays;
using NodaTime;

namespace Clinic.Api.Spoken;

/// <summary>What a sentence about the clock of a stay gave.</summary>
/// <param name="Intent">What was asked; null when no command was heard.</param>
/// <param name="Missing">The parts that were not said.</param>
/// <param name="Doubts">The parts that are not certain, with what each may mean.</param>
/// <param name="Command">What is meant, once it is understood.</param>
public sealed record ClockResponse(StayIntent? Intent, IReadOnlyList<StaySlot> Missing, IReadOnlyList<ClockDoubtResponse> Doubts, ClockMeantResponse? Command)
{
    /// <summary>The intent only; doubts name patients.</summary>
    public override string ToString() => Intent?.ToString() ?? nameof(ClockResponse);
}

/// <summary>A part that is not certain.</summary>
/// <param name="Slot">The part; the choice is sent back as <c>patient</c>, <c>stay</c> or <c>at</c>.</param>
/// <param name="Choices">What it may mean; empty when it must be said again.</param>
public sealed record ClockDoubtResponse(StaySlot Slot, IReadOnlyList<ClockChoiceResponse> Choices)
{
    /// <summary>The part only.</summary>
    public override string ToString() => Slot.ToString();
}

/// <summary>One candidate.</summary>
/// <param name="Id">Of a patient or stay; null for an instant.</param>
/// <param name="At">The instant; null for a patient or stay.</param>
/// <param name="Text">What the speaker is shown.</param>
public sealed record ClockChoiceResponse(Guid? Id, Instant? At, string Text)
{
    /// <summary>The id only; the text may name a patient.</summary>
    public override string ToString() => Id?.ToString("D") ?? nameof(ClockChoiceResponse);
}

/// <summary>What is meant, once it is understood.</summary>
/// <param name="Stay">The stay.</param>
/// <param name="Patient">Its patient.</param>
/// <param name="Body">The body of what is sent; an approver may have to be added for times long ago.</param>
public sealed record ClockMeantResponse(StayId Stay, PatientId Patient, ClockBody Body)
{
    /// <summary>The stay only.</summary>
    public override string ToString() => Stay.ToString();
}

/// <summary>The body of a command about the clock, without what was not said.</summary>
/// <param name="Source">Where the command comes from: voice.</param>
/// <param name="At">When; absent for now, or for the local time.</param>
/// <param name="AtLocal">When, on the wall clock of the site; absent for now, or for the instant.</param>
/// <param name="Reason">The reason said.</param>
/// <param name="Kind">Why the clock stands still.</param>
/// <param name="Disposition">Where the patient goes.</param>
public sealed record ClockBody(
    StaySource Source,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Instant? At,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] LocalEntry? AtLocal,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Reason,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] PauseKind? Kind,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Disposition? Disposition)
{
    /// <summary>The source only; a reason may name a patient.</summary>
    public override string ToString() => Source.ToString();
}
