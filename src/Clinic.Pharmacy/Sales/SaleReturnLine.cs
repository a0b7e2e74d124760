using Clinic.Abstractions;
using Clinic.Pharmacy.Prices;
using Clinic.Pharmacy.Stock;

namespace Clinic.Pharmacy.Sales;

/// <summary>A credit line: what came back of one lot, and what was paid back for it.</summary>
/// <param name="Line">The line of the sale.</param>
/// <param name="Lot">The lot.</param>
/// <param name="Quantity">How much, in the base unit.</param>
/// <param name="Condition">How it came back.</param>
/// <param name="Location">Where it was put.</param>
/// <param name="Posting">The movement with which it came back.</param>
/// <param name="Net">The credit before taxes.</param>
/// <param name="Taxes">The taxes credited per group.</param>
/// <param name="Total">Net and taxes.</param>
public sealed record SaleReturnLine(
    int Line, LotId Lot, StockQuantity Quantity, GoodsCondition Condition, LocationId Location, PostingId Posting, Money Net,
    IReadOnlyList<TaxPart> Taxes, Money Total);
