using Clinic.Abstractions;
using Clinic.Pharmacy.Prices;
using Clinic.Pharmacy.Stock;

namespace Clinic.Pharmacy.Sales;

/// <summary>What part of a line's price goes back with part of its goods. Pure.</summary>
/// <remarks>
/// Each amount is the rounded share of everything returned so far, less what was credited before: however many returns, with the last
/// goods the credits sum to the line, to the cent.
/// </remarks>
public static class LineCredit
{
    /// <summary>The credit for a quantity after another was returned before.</summary>
    /// <param name="price">The frozen price of the whole line.</param>
    /// <param name="sold">The quantity of the whole line; more than zero.</param>
    /// <param name="before">What came back earlier.</param>
    /// <param name="now">What comes back now; with <paramref name="before"/> at most what was sold.</param>
    public static (Money Net, IReadOnlyList<TaxPart> Taxes, Money Total) Of(LinePrice price, StockQuantity sold, StockQuantity before, StockQuantity now)
    {
        ArgumentNullException.ThrowIfNull(price);
        if (before + now > sold) throw new ArgumentOutOfRangeException(nameof(now), "More comes back than was sold.");
        Money Part(Money whole) => Share(whole, sold, before + now) - Share(whole, sold, before);
        var net = Part(price.Net);
        TaxPart[] taxes = [.. price.Taxes.Select(t => t with { Base = Part(t.Base), Amount = Part(t.Amount) })];
        return (net, taxes, taxes.Aggregate(net, (sum, t) => sum + t.Amount));
    }

    private static Money Share(Money whole, StockQuantity sold, StockQuantity part) =>
        part == sold ? whole : new Money(whole.Amount * part.Steps / sold.Steps, whole.Currency).Round(RoundingPolicy.HalfAwayFromZero);
}
