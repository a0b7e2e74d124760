using Clinic.Abstractions;

namespace Clinic.Pharmacy;

/// <summary>Permanent codes of the pharmacy, one file per family, each with its sentences.</summary>
public static partial class PharmacyRules
{
    /// <summary>The sentences of all codes, in Spanish and English.</summary>
    public static RuleTexts Texts { get; } = new(
    [
        .. CatalogueTexts(),
        .. StockTexts(),
        .. LotsTexts(),
        .. ReservationsTexts(),
        .. ImportsTexts(),
        .. Gs1Texts(),
        .. PricesTexts(),
        .. RequisitionsTexts(),
        .. RightsTexts(),
        .. PacksTexts(),
        .. SalesTexts(),
        .. ReportsTexts(),
        .. CountSessionsTexts(),
        .. RecallsTexts(),
        .. AlertsTexts(),
    ], SpanishWords());
}
