using System.Collections.Frozen;

namespace Clinic.Transcription.Language;

/// <summary>Cuts a text into tokens in one pass and joins what recognisers write apart, such as <c>do n't</c>.</summary>
internal static class TokenReader
{
    // Tails and words that recognisers write as two tokens.
    private static readonly FrozenSet<string> Joined = new[] { "gon na", "wan na", "lem me", "got ta", "can not", "gim me" }.ToFrozenSet(StringComparer.Ordinal);

    public static List<Token> Read(string text)
    {
        var tokens = new List<Token>((text.Length / 5) + 4);
        var at = 0;
        while (at < text.Length)
        {
            if (char.IsLetter(text[at])) at = Word(text, at, tokens);
            else if (char.IsAsciiDigit(text[at])) at = Number(text, at, tokens);
            else if (Fraction(text[at]) is { } part) tokens.Add(new($"0{part}", at, ++at, TokenKind.Number));
            else if (text[at] == '\n') tokens.Add(new("\n", at, ++at, TokenKind.Mark));
            else if (char.IsWhiteSpace(text[at]) || text[at] is '-' or '–' or '"' or '«' or '»') at++;
            else if (text[at] == '<' && Tag(text, at) is var end && end > at) at = end;
            else if (text[at] == '\'' && at + 1 < text.Length && char.IsLetter(text[at + 1])) at = Word(text, at, tokens);
            else tokens.Add(new(text[at].ToString(), at, ++at, TokenKind.Mark));
        }

        return tokens;
    }

    private static int Word(string text, int at, List<Token> tokens)
    {
        var end = at + 1;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || IsMarkOfLetter(text[end]) || IsInner(text, end))) end++;
        var word = TextFold.Of(text[at..end]);
        if (tokens.Count > 0 && tokens[^1] is { Kind: TokenKind.Word } last && at - last.End <= 1 && Join(last.Word, word) is { } joined)
            tokens[^1] = new(joined, last.Start, end, TokenKind.Word);
        else tokens.Add(new(word, at, end, TokenKind.Word));
        return end;
    }

    private static string? Join(string first, string second) =>
        second is "n't" or "'s" or "'m" or "'re" or "'ve" or "'ll" or "'d" ? first + second
        : Joined.Contains($"{first} {second}") ? first + second
        : null;

    private static bool IsMarkOfLetter(char letter) => char.GetUnicodeCategory(letter) == System.Globalization.UnicodeCategory.NonSpacingMark;

    private static bool IsInner(string text, int at) => text[at] is '\'' or '’' && at + 1 < text.Length && char.IsLetter(text[at + 1]);

    private static int Number(string text, int at, List<Token> tokens)
    {
        var end = at;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || (text[end] is '.' or ',' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1])))) end++;
        if (end < text.Length && Fraction(text[end]) is { } part && text.AsSpan(at, end - at).IndexOfAny('.', ',') < 0)
        {
            tokens.Add(new($"{text[at..end]}{part}", at, end + 1, TokenKind.Number));
            return end + 1;
        }

        tokens.Add(new(text[at..end], at, end, TokenKind.Number));
        return end;
    }

    // "½", "1½".
    private static string? Fraction(char letter) => letter switch { '½' => ".5", '¼' => ".25", '¾' => ".75", _ => null };

    // A recogniser's own mark such as <INAUDIBLE_SPEECH/>; returns where it ends.
    private static int Tag(string text, int at)
    {
        var close = text.IndexOf('>', at, Math.Min(40, text.Length - at));
        return close < 0 || (at + 1 < text.Length && !char.IsLetter(text[at + 1])) ? at : close + 1;
    }
}
