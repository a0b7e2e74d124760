using Clinic.Abstractions;
using Clinic.Abstractions.Conversations;
using Clinic.Dispensing.Spoken;
using Clinic.EmergencyBilling.Spoken;
using Clinic.EmergencyBilling.Stays;
using NodaTime;
using SpokenLanguage = Clinic.Dispensing.Spoken.SpokenLanguage;

namespace Clinic.Api.Spoken;

/// <summary>A sentence to be understood.</summary>
/// <param name="Text">The sentence as typed or transcribed.</param>
/// <param name="Session">One id per utterance: the same while asking, choosing and confirming; a new one for the next.</param>
/// <param name="Language">The language spoken; null to tell it from the words.</param>
/// <param name="Choices">What was chosen since, or null.</param>
/// <param name="Domain">Whose commands are meant; null tries dispensing first, then the clock, as far as the speaker may.</param>
/// <param name="Confidence">How certain the recogniser of speech was, 0 to 1; null for what was typed.</param>
public sealed record InterpretRequest(
    string Text, Guid Session, SpokenLanguage? Language = null, InterpretChoices? Choices = null, ConversationDomain? Domain = null, decimal? Confidence = null)
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
/// <param name="Stay">One of the offered stays.</param>
/// <param name="At">One of the offered instants.</param>
/// <param name="Pause">Why the clock stands still.</param>
/// <param name="Reason">The reason in words.</param>
/// <param name="Disposition">Where the patient goes.</param>
public sealed record InterpretChoices(
    PatientId? Patient = null, PresentationId? Presentation = null, PersonId? Witness = null, Quantity? Quantity = null, Quantity? Dose = null, Quantity? Weight = null,
    StayId? Stay = null, Instant? At = null, PauseKind? Pause = null, string? Reason = null, Disposition? Disposition = null)
{
    /// <summary>The name of the type only.</summary>
    public override string ToString() => nameof(InterpretChoices);

    internal SpokenChoices Spoken => new(Patient, Presentation, Witness, Quantity, Dose, Weight);

    internal StayChoices Clock => new(Patient, Stay, At, Pause, Reason, Disposition);
}
