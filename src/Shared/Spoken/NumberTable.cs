using System.Globalization;

namespace Clinic.Spoken;

/// <summary>The number words of a language, folded.</summary>
internal sealed record NumberTable
{
    /// <summary>Zero to nine as digits after a decimal word.</summary>
    public required IReadOnlyDictionary<string, int> Digits { get; init; }

    /// <summary>Words that stand alone below a hundred, without zero.</summary>
    public required IReadOnlyDictionary<string, int> Small { get; init; }

    /// <summary>Tens that may be followed by one to nine.</summary>
    public required IReadOnlyDictionary<string, int> Tens { get; init; }

    /// <summary>Words for whole hundreds; empty where "hundred" multiplies.</summary>
    public required IReadOnlyDictionary<string, int> Hundreds { get; init; }

    /// <summary>The word for a hundred that multiplies, or null.</summary>
    public string? HundredWord { get; init; }

    /// <summary>The word that joins tens to units, or null where they stand side by side.</summary>
    public string? TensJoiner { get; init; }

    /// <summary>The word that may join hundreds or thousands to the rest, or null.</summary>
    public string? RestJoiner { get; init; }

    /// <summary>Words that are one before "hundred", "thousand" or a unit only.</summary>
    public required IReadOnlySet<string> Articles { get; init; }

    public required string Thousand { get; init; }

    /// <summary>Whether "thousand" stands for one thousand without a figure before it.</summary>
    public bool ThousandStandsAlone { get; init; }

    public required IReadOnlySet<string> Millions { get; init; }

    /// <summary>Decimal words; the flag says that it is also how a pause is dictated.</summary>
    public required IReadOnlyDictionary<string, bool> DecimalWords { get; init; }

    /// <summary>Fractions before a unit: "media", "half a".</summary>
    public required Phrases<decimal> Fractions { get; init; }

    /// <summary>Fractions after a figure or unit: "y media", "and a half".</summary>
    public required Phrases<decimal> AddedFractions { get; init; }

    /// <summary>Words between the ends of a range.</summary>
    public required IReadOnlySet<string> Ranges { get; init; }

    /// <summary>Words that make an amount inexact.</summary>
    public required Phrases<bool> Vague { get; init; }

    public required IReadOnlySet<string> Minus { get; init; }

    /// <summary>Phrases for "per kilogram" after a unit.</summary>
    public required Phrases<bool> PerKilogram { get; init; }

    /// <summary>A table from words with their values, such as "diez 10, once 11".</summary>
    public static Dictionary<string, int> Values(string row) =>
        row.Split(", ").Select(entry => entry.Split(' ')).ToDictionary(e => e[0], e => int.Parse(e[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
}
