using System.Globalization;
using System.Text.Json.Serialization;

namespace Clinic.Pharmacy.Stock;

/// <summary>An exact amount of stock: whole steps of 10^-scale base units.</summary>
/// <remarks>Quantities of different scales never mix. The default value is zero at scale 0.</remarks>
[JsonConverter(typeof(StockQuantityConverter))]
public readonly record struct StockQuantity : IComparable<StockQuantity>
{
    /// <summary>The largest amount in base units: 10^12.</summary>
    public const long Largest = 1_000_000_000_000;

    /// <summary>A number of steps at a scale.</summary>
    /// <param name="steps">Whole steps; negative only for differences.</param>
    /// <param name="scale">Decimals of the base unit, 0 to 6.</param>
    public StockQuantity(long steps, int scale)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(scale);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(scale, 6);
        Steps = steps;
        Scale = scale;
    }

    /// <summary>Whole steps of 10^-scale base units.</summary>
    public long Steps { get; }

    /// <summary>Decimals of the base unit.</summary>
    public int Scale { get; }

    /// <summary>The amount in base units.</summary>
    public decimal Value => Steps / Power(Scale);

    /// <summary>Whether it is zero.</summary>
    public bool IsZero => Steps == 0;

    /// <summary>Nothing, at a scale.</summary>
    public static StockQuantity Zero(int scale) => new(0, scale);

    /// <summary>An amount in base units.</summary>
    /// <exception cref="ArgumentException">The amount is finer than the scale.</exception>
    public static StockQuantity Of(decimal value, int scale) =>
        TryOf(value, scale, out var quantity) ? quantity : throw new ArgumentException($"{value.ToString(CultureInfo.InvariantCulture)} has more than {scale} decimals or is too large.", nameof(value));

    /// <summary>An amount in base units; false when it is finer than the scale or too large. Never rounded.</summary>
    public static bool TryOf(decimal value, int scale, out StockQuantity quantity)
    {
        quantity = Zero(scale);
        if (Math.Abs(value) > Largest) return false;
        var steps = value * Power(scale);
        if (steps != decimal.Truncate(steps)) return false;
        quantity = new((long)steps, scale);
        return true;
    }

    /// <summary>The sum; both of one scale.</summary>
    public static StockQuantity operator +(StockQuantity left, StockQuantity right) => new(checked(left.Steps + Same(left, right)), left.Scale);

    /// <summary>The difference; both of one scale.</summary>
    public static StockQuantity operator -(StockQuantity left, StockQuantity right) => new(checked(left.Steps - Same(left, right)), left.Scale);

    /// <summary>The opposite.</summary>
    public static StockQuantity operator -(StockQuantity quantity) => new(-quantity.Steps, quantity.Scale);

    /// <summary>Whether left is less than right; both of one scale.</summary>
    public static bool operator <(StockQuantity left, StockQuantity right) => left.Steps < Same(left, right);

    /// <summary>Whether left is more than right; both of one scale.</summary>
    public static bool operator >(StockQuantity left, StockQuantity right) => left.Steps > Same(left, right);

    /// <summary>Whether left is right or less; both of one scale.</summary>
    public static bool operator <=(StockQuantity left, StockQuantity right) => left.Steps <= Same(left, right);

    /// <summary>Whether left is right or more; both of one scale.</summary>
    public static bool operator >=(StockQuantity left, StockQuantity right) => left.Steps >= Same(left, right);

    /// <summary>The sum; both of one scale.</summary>
    public static StockQuantity Add(StockQuantity left, StockQuantity right) => left + right;

    /// <summary>The difference; both of one scale.</summary>
    public static StockQuantity Subtract(StockQuantity left, StockQuantity right) => left - right;

    /// <summary>The opposite.</summary>
    public static StockQuantity Negate(StockQuantity quantity) => -quantity;

    /// <summary>The smaller of two; both of one scale.</summary>
    public static StockQuantity Min(StockQuantity left, StockQuantity right) => left <= right ? left : right;

    /// <inheritdoc/>
    public int CompareTo(StockQuantity other) => Steps.CompareTo(Same(this, other));

    /// <summary>The amount in base units as invariant text.</summary>
    public override string ToString() => Value.ToString("0.######", CultureInfo.InvariantCulture);

    internal static decimal Power(int scale) => scale switch { 0 => 1, 1 => 10, 2 => 100, 3 => 1_000, 4 => 10_000, 5 => 100_000, _ => 1_000_000 };

    private static long Same(StockQuantity left, StockQuantity right) =>
        left.Scale == right.Scale
            ? right.Steps
            : throw new InvalidOperationException($"Stock quantities of scale {left.Scale} and {right.Scale} do not mix.");
}
