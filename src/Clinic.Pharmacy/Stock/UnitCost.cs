using System.Globalization;
using System.Text.Json.Serialization;
using Clinic.Abstractions;

namespace Clinic.Pharmacy.Stock;

/// <summary>What one base unit of a lot cost, to eight decimals.</summary>
public readonly record struct UnitCost
{
    /// <summary>Decimals of a unit cost.</summary>
    public const int Decimals = 8;

    /// <summary>The largest unit cost: 10^9.</summary>
    public const decimal Largest = 1_000_000_000m;

    /// <summary>A cost per base unit.</summary>
    /// <param name="amount">Zero or more, at most eight decimals.</param>
    /// <param name="currency">The currency of the site.</param>
    /// <exception cref="ArgumentException">The amount is negative, finer than eight decimals or too large.</exception>
    [JsonConstructor]
    public UnitCost(decimal amount, Currency currency)
    {
        if (amount < 0 || amount > Largest || decimal.Round(amount, Decimals) != amount)
            throw new ArgumentException($"A unit cost is 0 to {Largest.ToString(CultureInfo.InvariantCulture)} with at most {Decimals} decimals.", nameof(amount));
        Amount = amount;
        Currency = currency;
    }

    /// <summary>The amount per base unit.</summary>
    public decimal Amount { get; }

    /// <summary>The currency.</summary>
    public Currency Currency { get; }

    /// <summary>The exact value of a quantity at this cost; not rounded.</summary>
    public Money ValueOf(StockQuantity quantity) => new(Amount * quantity.Value, Currency);

    /// <summary>Invariant text such as <c>8.73267327 USD</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Amount:0.00######} {Currency}");
}
