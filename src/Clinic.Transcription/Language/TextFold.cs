using Clinic.Abstractions;

namespace Clinic.Transcription.Language;

/// <summary>Text as the rules compare it: lower case without accents, the same under every culture.</summary>
internal static class TextFold
{
    // Nearly every word of a recogniser is plain already; apostrophes are one letter for the rules.
    public static string Of(string text) => IsPlain(text) ? text : FoldedText.Of(text).Replace('’', '\'').Replace('‘', '\'').Replace('`', '\'');

    private static bool IsPlain(string text)
    {
        foreach (var letter in text)
        {
            if (letter is not (>= 'a' and <= 'z' or >= '0' and <= '9' or ' ' or '\'')) return false;
        }

        return true;
    }
}
