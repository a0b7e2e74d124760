using System.Globalization;
using System.Text;

namespace Clinic.Spoken;

/// <summary>Text made safe to read: one line, composed, nothing invisible; or why it cannot be.</summary>
internal static class CleanText
{
    public const int Longest = 500;

    public static TextFault? TryClean(string? text, out string clean)
    {
        clean = "";
        if (string.IsNullOrWhiteSpace(text)) return new(TextFaultKind.Empty);
        if (text.Length > Longest) return new(TextFaultKind.TooLong, text.Length);
        var kept = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (IsRefused(text, i))
                return new(TextFaultKind.Character, i + 1, string.Create(CultureInfo.InvariantCulture, $"U+{(int)text[i]:X4}"));
            if (char.IsWhiteSpace(text[i])) kept.Append(' ');
            else if (CharUnicodeInfo.GetUnicodeCategory(text[i]) is not UnicodeCategory.Format) kept.Append(text[i]);
        }

        clean = kept.ToString().Normalize(NormalizationForm.FormC).Trim();
        return clean.Length == 0 ? new(TextFaultKind.Empty) : null;
    }

    /// <summary>A name from the books, whatever is in it; empty when it cannot be read.</summary>
    public static string Name(string name)
    {
        var kept = new StringBuilder(name.Length);
        for (var i = 0; i < name.Length; i++) kept.Append(IsRefused(name, i) || char.IsWhiteSpace(name[i]) ? ' ' : name[i]);
        return kept.ToString().Normalize(NormalizationForm.FormC).Trim();
    }

    private static bool IsRefused(string text, int i)
    {
        var c = text[i];
        if (char.IsControl(c)) return c is not ('\t' or '\r' or '\n' or '\u0085');
        if (char.IsSurrogate(c)) return !IsPaired(text, i);
        // Overrides and isolates show figures in another order than they are written; a mark alone does not.
        return c is (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069') or (>= '\ufdd0' and <= '\ufdef') or >= '\ufff9';
    }

    private static bool IsPaired(string text, int i) =>
        char.IsHighSurrogate(text[i])
            ? i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])
            : i > 0 && char.IsHighSurrogate(text[i - 1]);
}
