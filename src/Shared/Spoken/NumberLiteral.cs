using System.Globalization;

namespace Clinic.Spoken;

/// <summary>Figures with point or comma. Where one separator may be decimal or of thousands, both readings are kept.</summary>
internal static class NumberLiteral
{
    private const int MostWhole = 9;
    private const int MostDecimals = 9;

    /// <param name="text">Digits with separators between them; a separator may lead.</param>
    /// <param name="isGlued">Whether a leading separator follows something else than a space.</param>
    public static IReadOnlyList<decimal> Read(string text, bool isGlued)
    {
        if (text[0] is '.' or ',') return Leading(text, isGlued);
        var separators = text.Where(c => c is '.' or ',').ToArray();
        return separators.Length switch
        {
            0 => One(text, ""),
            1 => Single(text.Split(separators[0])),
            _ => Several(text, separators),
        };
    }

    // "dosis ,5" may be a slip for "dosis, 5": ten times as much.
    private static List<decimal> Leading(string text, bool isGlued)
    {
        var digits = text[1..];
        if (!digits.All(char.IsAsciiDigit)) return [];
        var asDecimal = One("0", digits);
        if (text[0] == '.' && !isGlued) return asDecimal;
        var asWhole = One(digits, "");
        return asDecimal.Count == 0 || asWhole.Count == 0 ? [] : [.. asDecimal, .. asWhole];
    }

    private static List<decimal> Single(string[] parts)
    {
        var (whole, rest) = (parts[0], parts[1]);
        var asDecimal = One(whole, rest);
        var mayGroup = rest.Length == 3 && whole.Length <= 3 && whole[0] != '0';
        return mayGroup ? [.. asDecimal, .. One(whole + rest, "")] : asDecimal;
    }

    // 1.000.000 and 1.234,5: with two, only the last may be decimal, and only if it differs from the others.
    private static List<decimal> Several(string text, char[] separators)
    {
        var isDecimal = separators[^1] != separators[0];
        var cut = isDecimal ? text.LastIndexOf(separators[^1]) : text.Length;
        var groups = text[..cut].Split(separators[0]);
        var isGrouped = groups[0].Length is >= 1 and <= 3 && groups[0][0] != '0' && groups.Skip(1).All(g => g.Length == 3 && g.All(char.IsAsciiDigit));
        return isGrouped ? One(string.Concat(groups), isDecimal ? text[(cut + 1)..] : "") : [];
    }

    private static List<decimal> One(string whole, string decimals)
    {
        whole = whole.TrimStart('0');
        return whole.Length > MostWhole || decimals.Length > MostDecimals
            ? []
            : [decimal.Parse($"0{whole}.{decimals}0", NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) / 1.000000000000000000m];
    }
}
