using System.Globalization;
using System.Text;

namespace Clinic.Dispensing.Spoken.Reading;

/// <summary>Words without case and accents, the same in every culture.</summary>
internal static class Folding
{
    public static string Fold(string word)
    {
        var folded = new StringBuilder(word.Length);
        foreach (var c in word.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark) continue;
            folded.Append(char.ToLowerInvariant(c) switch
            {
                // The micro sign and the Greek letter that looks like it.
                '\u00b5' or '\u03bc' => 'u',
                var plain => plain,
            });
        }

        return folded.ToString();
    }

    /// <summary>A phrase of a table as folded words.</summary>
    public static string[] Words(string phrase) => Fold(phrase).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
