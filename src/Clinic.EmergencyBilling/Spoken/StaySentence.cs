using Clinic.Abstractions;

namespace Clinic.EmergencyBilling.Spoken;

/// <summary>A sentence about the clock of a stay, with who said it and what was chosen since.</summary>
/// <param name="Tenant">The clinic whose patients and stays are meant.</param>
/// <param name="Actor">Who speaks.</param>
/// <param name="Text">The sentence as typed or transcribed.</param>
/// <param name="Language">The language spoken; null to tell it from the words.</param>
/// <param name="Confidence">How certain the recogniser of speech was, 0 to 1; null for what was typed.</param>
/// <param name="Choices">Answers to earlier questions about the same sentence; null for none.</param>
public sealed record StaySentence(
    TenantId Tenant, PersonId Actor, string Text, SpokenLanguage? Language = null, decimal? Confidence = null, StayChoices? Choices = null)
{
    /// <summary>The name of the type only; the sentence names patients.</summary>
    public override string ToString() => nameof(StaySentence);
}
