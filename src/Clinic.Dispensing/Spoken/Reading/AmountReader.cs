using Clinic.Spoken;

namespace Clinic.Dispensing.Spoken.Reading;

/// <summary>An amount with its unit; whatever is not one exact figure comes out vague, never as a guess.</summary>
internal sealed class AmountReader(NumberTable table)
{
    public NumberReader Numbers { get; } = new(table);

    /// <summary>The amount that begins here and the place after it; null when no figure stands here.</summary>
    public (Amount Amount, int Next)? At(IReadOnlyList<Token> tokens, int i)
    {
        var isVague = false;
        while (table.Vague.At(tokens, i) is { } vague)
        {
            isVague = true;
            i = vague.Next;
        }

        var isNegative = i < tokens.Count && (tokens[i].IsSymbol("-") || (tokens[i].Kind == TokenKind.Word && table.Minus.Contains(tokens[i].Text)));
        if (isNegative) i++;
        if (Number(tokens, i) is not { } number) return null;
        var amount = isNegative ? number.Amount with { Readings = [.. number.Amount.Readings.Select(r => -r)] } : number.Amount;
        (amount, i) = Range(tokens, amount, number.Next, isVague);
        return Unit(tokens, amount, i);
    }

    private (Amount Amount, int Next)? Number(IReadOnlyList<Token> tokens, int i)
    {
        if (Numbers.At(tokens, i) is { } number) return number;
        // "a tablet"; elsewhere "a" is no number.
        return i < tokens.Count && tokens[i].Kind == TokenKind.Word && table.Articles.Contains(tokens[i].Text) && UnitWords.At(tokens, i + 1) is not null
            ? (new([1], false), i + 1)
            : null;
    }

    // "1 o 2", "1-2", "entre 1 y 2"; a figure that goes on with another one is no figure.
    private (Amount Amount, int Next) Range(IReadOnlyList<Token> tokens, Amount amount, int i, bool isVague)
    {
        while (i < tokens.Count)
        {
            var isJoined = tokens[i].IsSymbol("-") || (tokens[i].Kind == TokenKind.Word && (table.Ranges.Contains(tokens[i].Text) || tokens[i].Text is "y" or "and"));
            if (isJoined && Numbers.At(tokens, i + 1) is { } end)
            {
                amount = Sum(tokens[i], amount, end.Amount) ?? new([.. amount.Readings, .. end.Amount.Readings], true);
                i = end.Next;
            }
            else if (Numbers.At(tokens, i) is { } more)
            {
                amount = new(Thousands(tokens, i), true);
                i = more.Next;
            }
            else
            {
                break;
            }
        }

        return (amount with { IsVague = amount.IsVague || isVague, Readings = [.. amount.Readings.Distinct()] }, i);
    }

    // "1 y 1/2" is one figure, not two.
    private static Amount? Sum(Token joiner, Amount whole, Amount part) =>
        joiner.Text is "y" or "and" && whole.IsCertain && part.IsCertain && part.Readings[0] is 0.25m or 0.5m or 0.75m && whole.Readings[0] == decimal.Truncate(whole.Readings[0])
            ? new([whole.Readings[0] + part.Readings[0]], false)
            : null;

    // "1 000": a thousand, or one and something lost.
    private static IReadOnlyList<decimal> Thousands(IReadOnlyList<Token> tokens, int i) =>
        i > 0 && tokens[i - 1].IsPlainInteger && tokens[i].IsPlainInteger && tokens[i].Text.Length == 3 && tokens[i - 1].Text.Length <= 3 && tokens[i - 1].Text[0] != '0'
            ? NumberLiteral.Read(tokens[i - 1].Text + tokens[i].Text, isGlued: false)
            : [];

    private (Amount Amount, int Next) Unit(IReadOnlyList<Token> tokens, Amount amount, int i)
    {
        var start = i < tokens.Count && (tokens[i].IsWord("de") || tokens[i].IsWord("of")) && IsScaled(tokens, i) ? i + 1 : i;
        if (UnitWords.At(tokens, start) is not { } unit) return (amount, i);
        amount = amount with { Unit = unit.Meaning };
        i = unit.Next;
        if (table.AddedFractions.At(tokens, i) is { } added)
        {
            amount = amount.Plus(added.Meaning);
            i = added.Next;
        }

        if (table.PerKilogram.At(tokens, i) is { } perKilogram) return (amount with { IsPerKilogram = true }, perKilogram.Next);
        if (i + 1 < tokens.Count && tokens[i].IsSymbol("/") && UnitWords.At(tokens, i + 1) is { Meaning.Code: "kg" } kilogram)
            return (amount with { IsPerKilogram = true }, kilogram.Next);
        return (amount, i);
    }

    // "dos millones de unidades".
    private bool IsScaled(IReadOnlyList<Token> tokens, int i) => i > 0 && tokens[i - 1].Kind == TokenKind.Word && table.Millions.Contains(tokens[i - 1].Text);
}
