namespace Clinic.EmergencyBilling.Rating;

/// <summary>Gives a whole total to parts: each within one unit of its exact share, the sum exact.</summary>
internal static class LargestRemainder
{
    /// <summary>Spreads a total over exact shares of numerator over denominator.</summary>
    /// <remarks>The total must be the sum of the shares, rounded. Ties go to the earlier part.</remarks>
    public static void Spread(ReadOnlySpan<Int128> numerators, Int128 denominator, long total, Span<long> parts)
    {
        var rests = numerators.Length <= 64 ? stackalloc (Int128 Over, int Index)[numerators.Length] : new (Int128, int)[numerators.Length];
        var uneven = 0;
        long given = 0;
        for (var i = 0; i < numerators.Length; i++)
        {
            var floor = Floor(numerators[i], denominator, out var rest);
            parts[i] = floor;
            given += floor;
            if (rest != 0) rests[uneven++] = (rest, i);
        }

        var left = (int)(total - given);
        if (left == 0) return;
        rests = rests[..uneven];
        if (left < uneven) rests.Sort(static (a, b) => a.Over != b.Over ? b.Over.CompareTo(a.Over) : a.Index.CompareTo(b.Index));
        foreach (var (_, index) in rests[..left]) parts[index]++;
    }

    /// <summary>The quotient as a whole number, halves as asked; negatives mirror positives.</summary>
    public static long Round(Int128 numerator, Int128 denominator, MidpointRounding midpoint)
    {
        var size = Int128.Abs(numerator);
        var whole = Floor(size, denominator, out var rest);
        var twice = rest * 2;
        if (twice > denominator || (twice == denominator && (midpoint == MidpointRounding.AwayFromZero || (whole & 1) == 1))) whole++;
        return numerator < 0 ? -whole : whole;
    }

    private static long Floor(Int128 numerator, Int128 denominator, out Int128 rest)
    {
        if (numerator >= 0 && numerator <= long.MaxValue && denominator <= long.MaxValue)
        {
            var (quotient, remainder) = Math.DivRem((long)numerator, (long)denominator);
            rest = remainder;
            return quotient;
        }

        var whole = numerator / denominator;
        rest = numerator - (whole * denominator);
        if (rest < 0)
        {
            rest += denominator;
            whole--;
        }

        return checked((long)whole);
    }
}
