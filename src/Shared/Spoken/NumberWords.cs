namespace Clinic.Spoken;

/// <summary>Whole numbers in words, strictly: what is not how a number is said is no number.</summary>
internal sealed class NumberWords(NumberTable table)
{
    private const long Million = 1_000_000;

    /// <summary>The number that begins here, below 1,000 million, and the place after it.</summary>
    public (decimal Value, int Next)? At(IReadOnlyList<Token> tokens, int i)
    {
        if (Is(tokens, i, table.Digits, out var zero) && zero == 0 && !IsOh(tokens[i])) return (0, i + 1);
        if (BelowMillion(tokens, i) is not { } head) return null;
        if (!IsMillion(tokens, head.Next)) return head.Value == 0 ? null : head;
        var after = head.Next + 1;
        var millions = head.Value * Million;
        if (head.Value >= 1000) return null;
        return BelowMillion(tokens, after) is { } rest ? (millions + rest.Value, rest.Next) : (millions, after);
    }

    public bool IsMillion(IReadOnlyList<Token> tokens, int i) =>
        i < tokens.Count && tokens[i].Kind == TokenKind.Word && table.Millions.Contains(tokens[i].Text);

    public bool IsThousand(IReadOnlyList<Token> tokens, int i) => i < tokens.Count && tokens[i].IsWord(table.Thousand);

    private (decimal Value, int Next)? BelowMillion(IReadOnlyList<Token> tokens, int i)
    {
        if (table.ThousandStandsAlone && IsThousand(tokens, i)) return Rest(tokens, 1000, i + 1);
        var group = BelowThousand(tokens, i) ?? Article(tokens, i);
        if (group is not { } head) return null;
        return IsThousand(tokens, head.Next) ? Rest(tokens, head.Value * 1000, head.Next + 1) : head;
    }

    private (decimal Value, int Next) Rest(IReadOnlyList<Token> tokens, decimal value, int i)
    {
        if (BelowThousand(tokens, i) is { } rest) return (value + rest.Value, rest.Next);
        // "one thousand and five"; "and a half" is left alone.
        return IsJoiner(tokens, i, table.RestJoiner) && BelowThousand(tokens, i + 1) is { } joined ? (value + joined.Value, joined.Next) : (value, i);
    }

    private (decimal Value, int Next)? BelowThousand(IReadOnlyList<Token> tokens, int i)
    {
        // "2 mil 500": figures stand for a group too, but only beside a word that makes them one.
        if (i < tokens.Count && tokens[i].IsPlainInteger)
            return tokens[i].Text.Length <= 3 && tokens[i].Text[0] != '0' && (IsThousand(tokens, i + 1) || IsMillion(tokens, i + 1) || (i > 0 && IsThousand(tokens, i - 1)))
                ? (tokens[i].Readings[0], i + 1)
                : null;
        if (Is(tokens, i, table.Hundreds, out var hundreds))
        {
            if (!tokens[i].IsWord("cien") && BelowHundred(tokens, i + 1) is { } rest) return (hundreds + rest.Value, rest.Next);
            return (hundreds, i + 1);
        }

        return Hundred(tokens, i) ?? BelowHundred(tokens, i);
    }

    // "two hundred and five", "a hundred".
    private (decimal Value, int Next)? Hundred(IReadOnlyList<Token> tokens, int i)
    {
        if (table.HundredWord is not { } word || i + 1 >= tokens.Count || !tokens[i + 1].IsWord(word)) return null;
        var count = table.Articles.Contains(tokens[i].Text) ? 1 : Is(tokens, i, table.Small, out var small) && small < 10 ? small : 0;
        if (count == 0) return null;
        var after = IsJoiner(tokens, i + 2, table.RestJoiner) ? i + 3 : i + 2;
        return BelowHundred(tokens, after) is { } rest ? ((count * 100) + rest.Value, rest.Next) : (count * 100, i + 2);
    }

    private (decimal Value, int Next)? BelowHundred(IReadOnlyList<Token> tokens, int i)
    {
        if (Is(tokens, i, table.Tens, out var tens))
        {
            var unit = table.TensJoiner is null ? i + 1 : IsJoiner(tokens, i + 1, table.TensJoiner) ? i + 2 : tokens.Count;
            return Is(tokens, unit, table.Small, out var ones) && ones < 10 ? (tens + ones, unit + 1) : (tens, i + 1);
        }

        return Is(tokens, i, table.Small, out var small) ? (small, i + 1) : null;
    }

    // "a thousand", "a million".
    private (decimal Value, int Next)? Article(IReadOnlyList<Token> tokens, int i) =>
        i < tokens.Count && table.Articles.Contains(tokens[i].Text) && (IsThousand(tokens, i + 1) || IsMillion(tokens, i + 1)) ? (1, i + 1) : null;

    private static bool IsOh(Token token) => token.IsWord("oh");

    private static bool IsJoiner(IReadOnlyList<Token> tokens, int i, string? word) => word is not null && i < tokens.Count && tokens[i].IsWord(word);

    private static bool Is(IReadOnlyList<Token> tokens, int i, IReadOnlyDictionary<string, int> words, out int value)
    {
        value = 0;
        return i < tokens.Count && tokens[i].Kind == TokenKind.Word && words.TryGetValue(tokens[i].Text, out value);
    }
}
