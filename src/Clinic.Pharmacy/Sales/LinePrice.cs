using Clinic.Abstractions;
using Clinic.Pharmacy.Prices;

namespace Clinic.Pharmacy.Sales;

/// <summary>What a line costs the buyer, frozen from its quote; says nothing of what the clinic paid.</summary>
/// <param name="Source">The list version and the special price behind it.</param>
/// <param name="Parts">Which price covers which part.</param>
/// <param name="Net">The amount before taxes, after discount, rounded.</param>
/// <param name="Discount">What a special price took off.</param>
/// <param name="Taxes">The taxes per group.</param>
/// <param name="Total">Net and taxes.</param>
public sealed record LinePrice(
    PriceSource Source, IReadOnlyList<PricedPart> Parts, Money Net, Money Discount, IReadOnlyList<TaxPart> Taxes, Money Total)
{
    /// <summary>The taxes together.</summary>
    public Money Tax() => Total - Net;

    /// <summary>Whether it is the same price by the same rule.</summary>
    public bool IsSameAs(LinePrice other) =>
        other is not null && Source == other.Source && Net == other.Net && Discount == other.Discount && Total == other.Total
        && Parts.SequenceEqual(other.Parts) && Taxes.SequenceEqual(other.Taxes);

    /// <summary>The price of a quote.</summary>
    internal static LinePrice Of(PriceQuote quote)
    {
        var open = quote.WithoutCosts();
        return new(open.Source, open.Parts, open.Net, open.Discount, open.Taxes, open.Total);
    }
}
