namespace Clinic.Abstractions;

internal static class MoneySplit
{
    public static Money[] ByLargestRemainder(Money whole, IReadOnlyList<decimal> weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        var total = 0m;
        foreach (var w in weights) total += w >= 0 ? w : throw new ArgumentException("A weight must not be negative.", nameof(weights));
        if (total == 0) throw new ArgumentException("At least one weight must be positive.", nameof(weights));
        var unit = MinorUnit(whole.Currency);
        var minor = whole.Amount / unit;
        if (minor != decimal.Truncate(minor)) throw new ArgumentException("Only an amount rounded to its currency can be split.", nameof(weights));

        var parts = new decimal[weights.Count];
        var remainders = new (decimal Left, int Index)[weights.Count];
        var given = 0m;
        for (var i = 0; i < parts.Length; i++)
        {
            var exact = minor * (weights[i] / total);
            parts[i] = decimal.Truncate(exact);
            remainders[i] = (Math.Abs(exact - parts[i]), i);
            given += parts[i];
        }

        var step = Math.Sign(minor);
        foreach (var (_, i) in remainders.OrderByDescending(r => r.Left).ThenBy(r => r.Index).Where(r => weights[r.Index] > 0))
        {
            if (given == minor) break;
            parts[i] += step;
            given += step;
        }

        return [.. parts.Select(p => new Money(p * unit, whole.Currency))];
    }

    private static decimal MinorUnit(Currency currency) => new(1, 0, 0, false, (byte)currency.Digits);
}
