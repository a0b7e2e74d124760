using System.Globalization;
using System.Text;

namespace Clinic.Transcription.Drafting.Models;

/// <summary>Finds where a quote stands in a text, whatever case, accents, spaces and punctuation either has.</summary>
internal static class QuotePlace
{
    /// <summary>The stretch of the text, or null where the words do not stand there in one row.</summary>
    public static (int Start, int Length)? Find(string quote, string text)
    {
        var (wanted, _) = Plain(quote);
        if (wanted.Length == 0) return null;
        var (said, places) = Plain(text);
        for (var at = said.IndexOf(wanted, StringComparison.Ordinal); at >= 0; at = said.IndexOf(wanted, at + 1, StringComparison.Ordinal))
        {
            var end = at + wanted.Length;
            // Whole words only: "no" is not said by "noche".
            if ((at > 0 && said[at - 1] != ' ') || (end < said.Length && said[end] != ' ')) continue;
            return (places[at], places[end - 1] + 1 - places[at]);
        }

        return null;
    }

    // Letters and digits in one form, one space for whatever lies between; with the place of each in the text.
    private static (string Plain, List<int> Places) Plain(string text)
    {
        var (plain, places, gap) = (new StringBuilder(text.Length), new List<int>(text.Length), false);
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsLetterOrDigit(text[i]))
            {
                gap |= CharUnicodeInfo.GetUnicodeCategory(text[i]) != UnicodeCategory.NonSpacingMark;
                continue;
            }

            if (gap && plain.Length > 0)
            {
                plain.Append(' ');
                places.Add(i);
            }

            gap = false;
            plain.Append(Folded(text[i]));
            places.Add(i);
        }

        return (plain.ToString(), places);
    }

    private static char Folded(char letter) => char.ToLowerInvariant(letter <= 127 || char.IsSurrogate(letter) ? letter : letter.ToString().Normalize(NormalizationForm.FormD)[0]);
}
