using Clinic.Abstractions;
using Clinic.Pharmacy.Prices;

namespace Clinic.Pharmacy.Sales;

/// <summary>What a basket would cost now; nothing is kept.</summary>
/// <param name="Lines">The lines.</param>
/// <param name="Taxes">The taxes per group.</param>
/// <param name="Net">The sum before taxes.</param>
/// <param name="Discount">The sum of the discounts.</param>
/// <param name="Total">The sum with taxes, before the rounding of cash.</param>
/// <param name="Rounding">What would be added when cash is among the payments.</param>
/// <param name="Warnings">What a cashier should know.</param>
public sealed record SaleQuote(
    IReadOnlyList<QuotedLine> Lines, IReadOnlyList<TaxPart> Taxes, Money Net, Money Discount, Money Total, Money Rounding,
    IReadOnlyList<SaleWarning> Warnings);
