using Clinic.Abstractions;
using Clinic.Pharmacy.Sales;

namespace Clinic.Pharmacy.Reports;

/// <summary>One disagreement of a sale with the ledger or its documents.</summary>
/// <param name="Sale">The sale.</param>
/// <param name="Kind">How they disagree.</param>
/// <param name="Lot">The lot, where it is about stock.</param>
/// <param name="Expected">What the sale says.</param>
/// <param name="Found">What the ledger or the documents say.</param>
public sealed record SaleDifference(SaleId Sale, SaleDifferenceKind Kind, LotId? Lot, decimal Expected, decimal Found);
