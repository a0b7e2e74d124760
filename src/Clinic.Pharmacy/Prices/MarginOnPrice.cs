using System.Globalization;

namespace Clinic.Pharmacy.Prices;

/// <summary>The part of a price that is not cost: (price - cost) / price. Never confused with <see cref="MarkupOnCost"/>.</summary>
/// <remarks>Below zero where the price is below the cost; always below 100 %. The default value is 0 %.</remarks>
public readonly record struct MarginOnPrice
{
    private MarginOnPrice(decimal rate) => Rate = rate;

    /// <summary>The margin as a fraction: 0.2 is 20 %.</summary>
    public decimal Rate { get; }

    /// <summary>The margin in percent.</summary>
    public decimal Percent => Rate * 100;

    /// <summary>A margin in percent.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is 100 % or more, which no price above zero cost can reach.</exception>
    public static MarginOnPrice FromPercent(decimal percent)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(percent, 100);
        return new(percent / 100);
    }

    /// <summary>The margin that a price leaves over a cost; null when the price is zero.</summary>
    /// <param name="price">The price, zero or more.</param>
    /// <param name="cost">The cost as a magnitude, zero or more; 100 % when nothing was paid.</param>
    public static MarginOnPrice? Of(decimal price, decimal cost)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(price);
        ArgumentOutOfRangeException.ThrowIfNegative(cost);
        return price == 0 ? null : new MarginOnPrice((price - cost) / price);
    }

    /// <summary>The same relation seen from the cost: margin / (1 - margin); null when nothing is cost.</summary>
    public MarkupOnCost? ToMarkup() => Rate == 1 ? null : MarkupOnCost.FromRate(Rate / (1 - Rate));

    /// <summary>The price that leaves this margin over a cost: cost / (1 - margin), not rounded.</summary>
    /// <exception cref="InvalidOperationException">The margin is 100 %.</exception>
    public decimal PriceOf(decimal cost) =>
        Rate == 1 ? throw new InvalidOperationException("No price over a cost leaves a margin of 100 %.") : cost / (1 - Rate);

    /// <summary>Invariant text such as <c>20 % of the price</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Percent:0.####} % of the price");

    internal static MarginOnPrice FromRate(decimal rate) => new(rate);
}
