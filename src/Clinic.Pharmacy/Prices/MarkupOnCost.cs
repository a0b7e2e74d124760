using System.Globalization;

namespace Clinic.Pharmacy.Prices;

/// <summary>What a price adds to a cost: (price - cost) / cost. Never confused with <see cref="MarginOnPrice"/>.</summary>
/// <remarks>Below zero where the price is below the cost; never below -100 %. The default value is 0 %.</remarks>
public readonly record struct MarkupOnCost
{
    private MarkupOnCost(decimal rate) => Rate = rate;

    /// <summary>The markup as a fraction: 0.25 is 25 %.</summary>
    public decimal Rate { get; }

    /// <summary>The markup in percent.</summary>
    public decimal Percent => Rate * 100;

    /// <summary>A markup in percent; may well be over 100 %.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is below -100 %, which no price reaches.</exception>
    public static MarkupOnCost FromPercent(decimal percent)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(percent, -100);
        return new(percent / 100);
    }

    /// <summary>The markup of a price over a cost; null when the cost is zero.</summary>
    /// <param name="price">The price, zero or more.</param>
    /// <param name="cost">The cost as a magnitude, zero or more.</param>
    public static MarkupOnCost? Of(decimal price, decimal cost)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(price);
        ArgumentOutOfRangeException.ThrowIfNegative(cost);
        return cost == 0 ? null : new MarkupOnCost((price - cost) / cost);
    }

    /// <summary>The same relation seen from the price: markup / (1 + markup); null when the price is zero.</summary>
    public MarginOnPrice? ToMargin() => Rate == -1 ? null : MarginOnPrice.FromRate(Rate / (1 + Rate));

    /// <summary>The price of a cost with this markup: cost × (1 + markup), not rounded.</summary>
    public decimal PriceOf(decimal cost) => cost * (1 + Rate);

    /// <summary>Invariant text such as <c>25 % over cost</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Percent:0.####} % over cost");

    internal static MarkupOnCost FromRate(decimal rate) => new(rate);
}
