using System.Globalization;

namespace Clinic.Pharmacy.Prices;

/// <summary>What a price is for: one base unit or one pack, from a wholesale minimum or for everybody.</summary>
/// <param name="Level">The name of a pack level such as <c>box</c>; null for one base unit.</param>
/// <param name="Minimum">The base units of a line from which the price holds; null when it holds for any quantity.</param>
public sealed record PricePer(string? Level = null, decimal? Minimum = null)
{
    /// <summary>One base unit.</summary>
    public static PricePer BaseUnit { get; } = new();

    /// <summary>Whether it holds from a minimum only.</summary>
    public bool IsWholesale() => Minimum is not null;

    /// <summary>One pack of a level.</summary>
    public static PricePer Pack(string level) => new(level);

    /// <summary>One base unit or pack in a line of a minimum of base units.</summary>
    public static PricePer Wholesale(decimal minimum, string? level = null) => new(level, minimum);

    /// <summary>Invariant text such as <c>unit</c>, <c>box</c> or <c>unit from 100</c>.</summary>
    public override string ToString() =>
        Minimum is { } least ? string.Create(CultureInfo.InvariantCulture, $"{Level ?? "unit"} from {least:0.######}") : Level ?? "unit";
}
