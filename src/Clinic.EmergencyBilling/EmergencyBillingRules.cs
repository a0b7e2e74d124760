using Clinic.Abstractions;

namespace Clinic.EmergencyBilling;

/// <summary>Permanent codes of emergency billing, one file per family, each with its sentences.</summary>
public static partial class EmergencyBillingRules
{
    /// <summary>The sentences of all codes, in Spanish and English.</summary>
    public static RuleTexts Texts { get; } = new(
    [
        .. GeneralTexts(),
        .. TariffTexts(),
        .. RatingTexts(),
        .. AlertTexts(),
        .. StayTexts(),
        .. StatementTexts(),
        .. ReportTexts(),
        .. RightsTexts(),
        .. SpokenTexts(),
    ], SpanishWords());
}
