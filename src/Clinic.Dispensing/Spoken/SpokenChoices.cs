using Clinic.Abstractions;

namespace Clinic.Dispensing.Spoken;

/// <summary>What the speaker chose among offered candidates, or the caller knows already.</summary>
/// <param name="Patient">The patient; stands in place of the name said.</param>
/// <param name="Presentation">The presentation; stands in place of the name said.</param>
/// <param name="Witness">The witness; stands in place of the name said.</param>
/// <param name="Quantity">One of the offered readings of the quantity; anything else is not taken.</param>
/// <param name="Dose">One of the offered readings of the dose; anything else is not taken.</param>
/// <param name="Weight">One of the offered readings of the weight; anything else is not taken.</param>
public sealed record SpokenChoices(
    PatientId? Patient = null, PresentationId? Presentation = null, PersonId? Witness = null,
    Quantity? Quantity = null, Quantity? Dose = null, Quantity? Weight = null)
{
    internal static SpokenChoices None { get; } = new();

    /// <summary>The name of the type only.</summary>
    public override string ToString() => nameof(SpokenChoices);
}
