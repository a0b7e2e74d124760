using System.Globalization;

namespace Clinic.Spoken;

/// <summary>Cuts cleaned text into words, figures and the few signs that mean something.</summary>
internal static class Tokenizer
{
    private const string Dropped = ".,;:!¡?¿\"'`´“”„‘’«»()[]{}…-–—‐‑−*_";
    private const string Dashes = "-–—‐‑−";
    private const string Apostrophes = "'’´`";

    /// <param name="text">Text that <see cref="CleanText"/> let through.</param>
    /// <param name="isUnit">Whether a folded word may be glued to a figure, as in "50mcg" or "2pm".</param>
    public static List<Token> Split(string text, Func<string, bool> isUnit)
    {
        var tokens = new List<Token>();
        var i = 0;
        while (i < text.Length)
        {
            if (text[i] == ' ')
            {
                i++;
                continue;
            }

            i = Fraction(text, i, tokens) ?? Figure(text, i, tokens, isUnit) ?? Word(text, i, tokens) ?? Sign(text, i, tokens);
        }

        return tokens;
    }

    private static int? Fraction(string text, int i, List<Token> tokens)
    {
        decimal? value = text[i] switch { '½' => 0.5m, '¼' => 0.25m, '¾' => 0.75m, _ => null };
        if (value is not { } known) return null;
        tokens.Add(new(TokenKind.Number, text[i].ToString(), i, i + 1) { Readings = [known], IsFractionSign = true });
        return i + 1;
    }

    private static int? Figure(string text, int i, List<Token> tokens, Func<string, bool> isUnit)
    {
        var leads = text[i] is '.' or ',' && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]);
        if (!leads && !char.IsAsciiDigit(text[i])) return null;
        var end = i + 1;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || (text[end] is '.' or ',' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1])))) end++;
        var tail = end;
        while (tail < text.Length && IsWordPart(text, tail)) tail++;
        // "50mcg" is a figure with its unit; "5fu" or "10²" is no figure at all.
        if (tail > end && !isUnit(Folding.Fold(text[end..tail])))
        {
            tokens.Add(new(TokenKind.Word, Folding.Fold(text[i..tail]), i, tail));
            return tail;
        }

        var isGlued = leads && i > 0 && text[i - 1] != ' ';
        tokens.Add(new(TokenKind.Number, text[i..end], i, end) { Readings = NumberLiteral.Read(text[i..end], isGlued) });
        return end;
    }

    private static int? Word(string text, int i, List<Token> tokens)
    {
        var end = i;
        while (end < text.Length && (IsWordPart(text, end) || IsInnerApostrophe(text, i, end))) end++;
        if (end == i) return null;
        var letters = string.Concat(text[i..end].Where(c => !Apostrophes.Contains(c)));
        tokens.Add(new(TokenKind.Word, Folding.Fold(letters), i, end));
        return end;
    }

    private static int Sign(string text, int i, List<Token> tokens)
    {
        if (Dashes.Contains(text[i])) Dash(text, i, tokens);
        else if (text[i] is '/' or '\u2044') tokens.Add(new(TokenKind.Symbol, "/", i, i + 1));
        else if (!Dropped.Contains(text[i])) tokens.Add(new(TokenKind.Word, text[i].ToString(), i, i + 1));
        return i + 1;
    }

    // A dash between figures is a range, one glued before a figure a minus; any other only separates.
    private static void Dash(string text, int i, List<Token> tokens)
    {
        var next = i + 1;
        while (next < text.Length && text[next] == ' ') next++;
        if (next == text.Length || !(char.IsAsciiDigit(text[next]) || text[next] is '.' or ',')) return;
        var isRange = tokens.Count > 0 && tokens[^1].Kind == TokenKind.Number;
        var isMinus = next == i + 1 && (i == 0 || !char.IsLetter(text[i - 1]));
        if (isRange || isMinus) tokens.Add(new(TokenKind.Symbol, "-", i, i + 1));
    }

    private static bool IsInnerApostrophe(string text, int start, int i) =>
        Apostrophes.Contains(text[i]) && i > start && i + 1 < text.Length && char.IsLetter(text[i + 1]);

    private static bool IsWordPart(string text, int i) =>
        text[i] is not ('½' or '¼' or '¾') && CharUnicodeInfo.GetUnicodeCategory(text[i]) is
            UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter
            or UnicodeCategory.OtherLetter or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark
            or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber or UnicodeCategory.Surrogate;
}
