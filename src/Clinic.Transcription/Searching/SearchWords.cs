using System.Globalization;
using System.Text;

namespace Clinic.Transcription.Searching;

/// <summary>Words as the index knows them: letters and digits, lower case, without accents, the same under every culture.</summary>
internal static class SearchWords
{
    /// <summary>One folded word with its place in the text.</summary>
    public readonly record struct Word(string Folded, int Start, int End);

    /// <summary>The words of a text in their order.</summary>
    public static List<Word> Of(string text)
    {
        var (words, folded, start, end) = (new List<Word>(), new StringBuilder(), 0, 0);
        var at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            var isMark = category is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
            if (Rune.IsLetter(rune) || Rune.IsNumber(rune))
            {
                if (folded.Length == 0) start = at;
                Fold(folded, rune);
                end = at + rune.Utf16SequenceLength;
            }
            else if (isMark && folded.Length > 0) end = at + rune.Utf16SequenceLength;
            else End();
            at += rune.Utf16SequenceLength;
        }

        End();
        return words;

        void End()
        {
            if (folded.Length > 0) words.Add(new(folded.ToString(), start, end));
            folded.Clear();
        }
    }

    /// <summary>The folded words with one blank between two.</summary>
    public static string Folded(string text) => string.Join(' ', Of(text).Select(w => w.Folded));

    private static void Fold(StringBuilder folded, Rune rune)
    {
        if (rune.IsAscii)
        {
            folded.Append(char.ToLowerInvariant((char)rune.Value));
            return;
        }

        foreach (var part in rune.ToString().Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            if (Rune.IsLetter(part) || Rune.IsNumber(part)) folded.Append(Rune.ToLowerInvariant(part).ToString());
        }
    }
}
