using System.Globalization;
using System.Text;

namespace Clinic.Transcription.Language;

/// <summary>Text as the rules compare it: lower case without accents, the same under every culture.</summary>
internal static class TextFold
{
    public static string Of(string text)
    {
        if (IsPlain(text)) return text;
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark) continue;
            folded.Append(letter is '’' or '‘' or '`' ? '\'' : char.ToLowerInvariant(letter));
        }

        return folded.ToString();
    }

    private static bool IsPlain(string text)
    {
        foreach (var letter in text)
        {
            if (letter is not (>= 'a' and <= 'z' or >= '0' and <= '9' or ' ' or '\'')) return false;
        }

        return true;
    }
}
