using Clinic.Abstractions;

namespace Clinic.Dispensing.Spoken;

/// <summary>A sentence to be understood, with who said it and what was chosen since.</summary>
/// <param name="Tenant">The clinic whose patients and medicines are meant.</param>
/// <param name="Actor">Who speaks.</param>
/// <param name="Session">One id per utterance: the same while asking, choosing and confirming it; a new one for the next.</param>
/// <param name="Text">The sentence as typed or transcribed.</param>
/// <param name="Language">The language spoken; null to tell it from the words.</param>
/// <param name="Choices">Answers to earlier questions about the same sentence; null for none.</param>
public sealed record SpokenRequest(
    TenantId Tenant, PersonId Actor, Guid Session, string Text, SpokenLanguage? Language = null, SpokenChoices? Choices = null)
{
    /// <summary>The session only; the sentence names patients.</summary>
    public override string ToString() => Session.ToString("D");
}
