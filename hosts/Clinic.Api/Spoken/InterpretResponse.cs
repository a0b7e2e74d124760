using System.Text.Json.Serialization;
using Clinic.Abstractions;
using Clinic.Api.Problems;
using Clinic.Dispensing.Spoken;

namespace Clinic.Api.Spoken;

/// <summary>What a sentence gave; nothing was changed by it.</summary>
/// <param name="Kind">Whether it is understood, or why not.</param>
/// <param name="Language">The language of the sentence.</param>
/// <param name="Sentence">What to read back and have confirmed, or what to ask.</param>
/// <param name="Missing">The parts that were not said.</param>
/// <param name="Doubts">The parts that are not certain, with what each may mean.</param>
/// <param name="Errors">Why it cannot be, or why it is no command.</param>
/// <param name="WordsLeft">The words that could not be placed, or null.</param>
/// <param name="Examples">What can be said.</param>
/// <param name="Command">What is meant, once it is understood.</param>
/// <param name="Send">What to send once the speaker has confirmed.</param>
public sealed record InterpretResponse(
    InterpretKind Kind, SpokenLanguage Language, string Sentence, IReadOnlyList<SpokenSlot> Missing, IReadOnlyList<DoubtResponse> Doubts,
    IReadOnlyList<ClinicError> Errors, string? WordsLeft, IReadOnlyList<string> Examples, MeantResponse? Command, SendResponse? Send)
{
    /// <summary>What it gave about the clock of a stay; absent for commands of dispensing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ClockResponse? Clock { get; init; }

    /// <summary>The kind only; sentences name patients.</summary>
    public override string ToString() => Kind.ToString();
}

/// <summary>A part that is not certain.</summary>
/// <param name="Slot">The part; the choice is sent back under this name, a medication as presentation.</param>
/// <param name="Choices">What it may mean; empty when it must be said again.</param>
public sealed record DoubtResponse(SpokenSlot Slot, IReadOnlyList<ChoiceResponse> Choices)
{
    /// <summary>The part only.</summary>
    public override string ToString() => Slot.ToString();
}

/// <summary>One candidate.</summary>
/// <param name="Id">Of a patient, presentation or person; null for an amount.</param>
/// <param name="Amount">The reading of an amount; null for a name.</param>
/// <param name="Text">What the speaker is shown.</param>
public sealed record ChoiceResponse(Guid? Id, Quantity? Amount, string Text)
{
    /// <summary>The id only; the text may name a patient.</summary>
    public override string ToString() => Id?.ToString("D") ?? nameof(ChoiceResponse);
}

/// <summary>What is meant, for the body of what is sent.</summary>
/// <param name="Intent">What is done.</param>
/// <param name="Presentation">The presentation.</param>
/// <param name="Patient">The patient.</param>
/// <param name="Quantity">How much is handed over, returned or discarded; null for a dose.</param>
/// <param name="Dose">The dose, or null.</param>
/// <param name="Reason">The reason said, or null.</param>
/// <param name="Witness">Who saw it, or null; proves it where it is sent.</param>
public sealed record MeantResponse(
    SpokenIntent Intent, PresentationId Presentation, PatientId Patient, Quantity? Quantity, Quantity? Dose, string? Reason, PersonId? Witness)
{
    /// <summary>What is done only.</summary>
    public override string ToString() => Intent.ToString();
}

/// <summary>The request to send once the speaker has confirmed.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path; <c>{dispensation}</c> stands for the patient's dispensation of that presentation.</param>
/// <param name="IdempotencyKey">The header, so that confirming twice does it once.</param>
public sealed record SendResponse(string Method, string Path, CommandId IdempotencyKey);
