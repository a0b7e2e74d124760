using Clinic.Abstractions;

namespace Clinic.Dispensing;

/// <summary>Permanent codes of dispensing, one file per family, each with its sentences.</summary>
public static partial class DispensingRules
{
    /// <summary>The sentences of all codes, in Spanish and English.</summary>
    public static RuleTexts Texts { get; } = new(
    [
        .. GeneralTexts(), .. RequestsTexts(), .. PreparationTexts(), .. IdentitiesTexts(), .. UseTexts(), .. ReturnsTexts(), .. ClosingTexts(), .. RightsTexts(), .. SpokenTexts(), .. BillingTexts(), .. PackTexts(),
    ], SpanishWords());
}
