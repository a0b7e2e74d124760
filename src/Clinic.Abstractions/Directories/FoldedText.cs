using System.Globalization;
using System.Text;

namespace Clinic.Abstractions;

/// <summary>Text as names are searched: without case and accents, the same in every culture.</summary>
public static class FoldedText
{
    private const char Unreadable = '\ufffd';

    /// <summary>The text without case and accents; never throws for broken Unicode.</summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var folded = new StringBuilder(text.Length);
        foreach (var c in Readable(text).Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark) folded.Append(char.ToLowerInvariant(c));
        }

        return folded.ToString();
    }

    // Half a pair of surrogates, and U+FFFE, cannot be normalised.
    private static string Readable(string text)
    {
        var broken = false;
        for (var i = 0; i < text.Length && !broken; i++) broken = IsBroken(text, i);
        return broken ? string.Concat(text.Select((c, i) => IsBroken(text, i) ? Unreadable : c)) : text;
    }

    private static bool IsBroken(string text, int i)
    {
        var c = text[i];
        if (c == '\ufffe') return true;
        if (!char.IsSurrogate(c)) return false;
        return char.IsHighSurrogate(c)
            ? i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1])
            : i == 0 || !char.IsHighSurrogate(text[i - 1]);
    }
}
