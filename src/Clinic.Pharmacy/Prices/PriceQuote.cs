using Clinic.Abstractions;
using Clinic.Pharmacy.Stock;
using NodaTime;

namespace Clinic.Pharmacy.Prices;

/// <summary>The price of a line and why it is that.</summary>
/// <param name="Presentation">What it is the price of.</param>
/// <param name="Quantity">How much, in base units.</param>
/// <param name="Segment">Who pays.</param>
/// <param name="On">The date whose prices were taken.</param>
/// <param name="Source">The list version and the special price behind it.</param>
/// <param name="TaxInclusive">Whether the prices of the parts contain the tax.</param>
/// <param name="Rounding">What happened to a half cent.</param>
/// <param name="Parts">Which price covers which part; their exact sum was rounded once.</param>
/// <param name="Discount">What a special price took off, in the prices of the parts; never negative.</param>
/// <param name="Net">The line without tax.</param>
/// <param name="Taxes">The tax per group.</param>
/// <param name="Total">The line with tax.</param>
/// <param name="Warnings">What somebody should look at first.</param>
/// <param name="Lots">The split over the lots; empty while they are not known.</param>
/// <param name="Earnings">What the line leaves over its cost; null while no cost is known, or where costs are hidden.</param>
public sealed record PriceQuote(
    PresentationId Presentation, StockQuantity Quantity, PriceSegment Segment, LocalDate On, PriceSource Source, bool TaxInclusive, MidpointRounding Rounding,
    IReadOnlyList<PricedPart> Parts, Money Discount, Money Net, IReadOnlyList<TaxPart> Taxes, Money Total, IReadOnlyList<PriceWarning> Warnings,
    IReadOnlyList<LotShare> Lots, PriceEarnings? Earnings)
{
    /// <summary>The whole tax.</summary>
    public Money Tax => Total - Net;

    /// <summary>Whether a floor was charged somewhere.</summary>
    public bool FloorApplied => Parts.Any(p => p.FloorApplied);

    /// <summary>The same for eyes that see no cost: without earnings, rules over cost and warnings about it.</summary>
    public PriceQuote WithoutCosts() => this with
    {
        Parts = [.. Parts.Select(p => p with { Rule = p.Rule is { Kind: PriceRuleKind.Fixed } ? p.Rule : null })],
        Warnings = [.. Warnings.Where(w => w is not (PriceWarning.BelowCost or PriceWarning.NoCost))],
        Lots = [.. Lots.Select(l => l with { Earnings = null })],
        Earnings = null,
    };
}
