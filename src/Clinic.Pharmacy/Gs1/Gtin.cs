using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Clinic.Pharmacy.Gs1;

/// <summary>A GS1 trade item number, kept as 14 digits with a valid check digit.</summary>
/// <remarks>
/// GTIN-8, -12 and -13 are the same number with zeros in front, so they compare equal to their 14-digit form.
/// The default value is empty and refused wherever a GTIN is taken.
/// </remarks>
[System.Text.Json.Serialization.JsonConverter(typeof(Json.GtinConverter))]
public readonly record struct Gtin
{
    /// <summary>The number of digits of the normal form.</summary>
    public const int Length = 14;

    private readonly long number;

    private Gtin(long number) => this.number = number;

    /// <summary>Whether this is the default value, which is no trade item number.</summary>
    public bool IsEmpty => number == 0;

    /// <summary>Reads 8, 12, 13 or 14 digits with their check digit.</summary>
    /// <exception cref="FormatException">Wrong length, other characters, wrong check digit or zeros only.</exception>
    public static Gtin Parse(string text) =>
        TryParse(text, out var gtin)
            ? gtin
            : throw new FormatException("A GTIN has 8, 12, 13 or 14 digits, not all zero, of which the last is its check digit.");

    /// <summary>Reads 8, 12, 13 or 14 digits without throwing; false when it is no GTIN.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Gtin gtin) => TryParse(text.AsSpan(), out gtin);

    /// <summary>Reads digits without throwing; the format provider is not used.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, IFormatProvider? provider, out Gtin gtin) =>
        TryParse(text.AsSpan(), out gtin);

    /// <summary>Reads 8, 12, 13 or 14 digits without throwing; false when it is no GTIN.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Gtin gtin)
    {
        gtin = text.Length is 8 or 12 or 13 or 14 && CheckDigit.IsValid(text) ? FromChecked(text) : default;
        return !gtin.IsEmpty;
    }

    /// <summary>The 14 digits.</summary>
    public override string ToString() => number.ToString("D14", CultureInfo.InvariantCulture);

    /// <summary>The number of digits whose check digit was looked at before.</summary>
    internal static Gtin FromChecked(ReadOnlySpan<char> digits)
    {
        long number = 0;
        foreach (var digit in digits) number = (number * 10) + (digit - '0');
        return new(number);
    }

    /// <summary>Writes the 14 digits and returns their count.</summary>
    internal int Write(Span<char> target)
    {
        number.TryFormat(target, out var written, "D14", CultureInfo.InvariantCulture);
        return written;
    }
}
