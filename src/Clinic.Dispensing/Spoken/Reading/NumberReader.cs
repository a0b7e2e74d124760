using Clinic.Spoken;

namespace Clinic.Dispensing.Spoken.Reading;

/// <summary>One number, in figures or words, with decimals and fractions.</summary>
internal sealed class NumberReader(NumberTable table)
{
    private readonly NumberWords words = new(table);

    /// <summary>Whether a number may begin here.</summary>
    public bool Begins(IReadOnlyList<Token> tokens, int i) =>
        i < tokens.Count && (tokens[i].Kind == TokenKind.Number || words.At(tokens, i) is not null);

    public bool IsDecimalWord(Token token) => token.Kind == TokenKind.Word && table.DecimalWords.ContainsKey(token.Text);

    public (Amount Amount, int Next)? At(IReadOnlyList<Token> tokens, int i)
    {
        if (i >= tokens.Count) return null;
        if (Leading(tokens, i) is { } leading) return leading;
        if (table.Fractions.At(tokens, i) is { } fraction && UnitWords.At(tokens, fraction.Next) is not null) return (new([fraction.Meaning], false), fraction.Next);
        if (words.At(tokens, i) is { } word) return Decimals(tokens, [word.Value], word.Next, isWord: true);
        if (tokens[i].Kind != TokenKind.Number) return null;
        return FigureFraction(tokens, i) ?? Decimals(tokens, tokens[i].Readings, i + 1, isWord: false);
    }

    // "coma cinco": half, or five after a dictated pause.
    private (Amount, int)? Leading(IReadOnlyList<Token> tokens, int i)
    {
        if (tokens[i].Kind != TokenKind.Word || !table.DecimalWords.TryGetValue(tokens[i].Text, out var isPause)) return null;
        if (Digits(tokens, i + 1) is not { } decimals) return null;
        var asDecimal = Read($"0.{decimals.Text}");
        return (new(isPause ? [.. asDecimal, .. Read(decimals.Text)] : asDecimal, false), decimals.Next);
    }

    // "1/2", "1 1/2", "1½"; other fractions are no amounts of a medicine.
    private static (Amount, int)? FigureFraction(IReadOnlyList<Token> tokens, int i)
    {
        if (tokens[i].IsFractionSign) return (new(tokens[i].Readings, false), i + 1);
        if (Slashed(tokens, i) is { } slashed) return (new(slashed.Value is { } value ? [value] : [], slashed.Value is null), slashed.Next);
        if (!tokens[i].IsPlainInteger || i + 1 >= tokens.Count) return null;
        if (tokens[i + 1].IsFractionSign) return (new([tokens[i].Readings[0] + tokens[i + 1].Readings[0]], false), i + 2);
        return Slashed(tokens, i + 1) is { Value: { } part } mixed ? (new([tokens[i].Readings[0] + part], false), mixed.Next) : null;
    }

    private static (decimal? Value, int Next)? Slashed(IReadOnlyList<Token> tokens, int i)
    {
        if (i + 2 >= tokens.Count || tokens[i].Kind != TokenKind.Number || !tokens[i + 1].IsSymbol("/") || tokens[i + 2].Kind != TokenKind.Number) return null;
        decimal? value = (tokens[i].Text, tokens[i + 2].Text) switch
        {
            ("1", "2") => 0.5m,
            ("1", "4") => 0.25m,
            ("3", "4") => 0.75m,
            _ => null,
        };
        return (value, i + 3);
    }

    private (Amount, int) Decimals(IReadOnlyList<Token> tokens, IReadOnlyList<decimal> readings, int i, bool isWord)
    {
        var vague = readings.Count == 0;
        if (i < tokens.Count && IsDecimalWord(tokens[i]) && Digits(tokens, i + 1) is { } decimals)
        {
            vague |= readings.Count != 1 || readings[0] != decimal.Truncate(readings[0]);
            var whole = vague ? 0 : readings[0];
            readings = vague ? [] : [.. Read($"0.{decimals.Text}").Select(part => whole + part)];
            i = decimals.Next;
            isWord = false;
        }

        // Words have taken their "mil" already; a second one is no way to say a number.
        if (words.IsMillion(tokens, i) || words.IsThousand(tokens, i))
        {
            var factor = words.IsMillion(tokens, i) ? 1_000_000 : 1000;
            readings = [.. readings.Select(r => r * factor)];
            vague |= isWord || readings.Any(r => r >= 1_000_000_000);
            i++;
        }

        var amount = new Amount(readings, vague);
        return table.AddedFractions.At(tokens, i) is { } added ? (amount.Plus(added.Meaning), added.Next) : (amount, i);
    }

    // After the decimal word: zeros and digits one by one, or one number of two or three digits.
    private (string Text, int Next)? Digits(IReadOnlyList<Token> tokens, int i)
    {
        var text = "";
        while (i < tokens.Count && text.Length < 9)
        {
            var isDigit = tokens[i].Kind == TokenKind.Word && table.Digits.ContainsKey(tokens[i].Text);
            if (!isDigit && (tokens[i].Kind != TokenKind.Number || !tokens[i].IsPlainInteger || tokens[i].Text.Length > 9 || (text.Length > 0 && tokens[i].Text.Length > 1))) break;
            text += isDigit ? (char)('0' + table.Digits[tokens[i].Text]) : tokens[i].Text;
            i++;
        }

        if (text.Trim('0').Length == 0 && words.At(tokens, i) is { Value: > 9 and < 1000 } number)
            return (text + number.Value.ToString("0", System.Globalization.CultureInfo.InvariantCulture), number.Next);
        return text.Length == 0 ? null : (text, i);
    }

    private static IReadOnlyList<decimal> Read(string digits) => NumberLiteral.Read(digits, isGlued: false) is [var first, ..] ? [first] : [];
}
