using Clinic.Abstractions;
using Clinic.Dispensing.Spoken;

namespace Clinic.Api.Spoken;

/// <summary>A sentence to be understood.</summary>
/// <param name="Text">The sentence as typed or transcribed.</param>
/// <param name="Session">One id per utterance: the same while asking, choosing and confirming; a new one for the next.</param>
/// <param name="Language">The language spoken; null to tell it from the words.</param>
/// <param name="Choices">What was chosen since, or null.</param>
public sealed record InterpretRequest(string Text, Guid Session, SpokenLanguage? Language = null, InterpretChoices? Choices = null)
{
    /// <summary>The session only; the sentence names patients.</summary>
    public override string ToString() => Session.ToString("D");
}

/// <summary>Answers to earlier questions about the same sentence.</summary>
/// <param name="Patient">The patient meant.</param>
/// <param name="Presentation">The presentation meant.</param>
/// <param name="Witness">The witness meant.</param>
/// <param name="Quantity">One of the offered readings of the quantity.</param>
/// <param name="Dose">One of the offered readings of the dose.</param>
/// <param name="Weight">One of the offered readings of the weight.</param>
public sealed record InterpretChoices(
    PatientId? Patient = null, PresentationId? Presentation = null, PersonId? Witness = null, Quantity? Quantity = null, Quantity? Dose = null, Quantity? Weight = null)
{
    /// <summary>The name of the type only.</summary>
    public override string ToString() => nameof(InterpretChoices);

    internal SpokenChoices Spoken => new(Patient, Presentation, Witness, Quantity, Dose, Weight);
}
