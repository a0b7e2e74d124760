namespace Clinic.EmergencyBilling.Rating;

/// <summary>Gives a whole total to parts: each within one unit of its exact share, the sum exact.</summary>
internal static class LargestRemainder
{
    /// <summary>Spreads a total over exact shares of numerator over denominator.</summary>
    /// <remarks>The total must be the sum of the shares, rounded. Ties go to the earlier part.</remarks>
    public static void Spread(ReadOnlySpan<Int128> numerators, Int128 denominator, long total, Span<long> parts)
    {
        Span<long> rests = numerators.Length <= 256 ? stackalloc long[numerators.Length] : new long[numerators.Length];
        var uneven = 0;
        long given = 0;
        for (var i = 0; i < numerators.Length; i++)
        {
            parts[i] = Floor(numerators[i], denominator, out var rest);
            given += parts[i];
            rests[i] = checked((long)rest);
            if (rest != 0) uneven++;
        }

        var left = (int)(total - given);
        if (left == 0) return;
        var least = left < uneven ? Least(rests, left) : 1;
        var more = left;
        for (var i = 0; i < rests.Length; i++)
        {
            if (rests[i] <= least) continue;
            parts[i]++;
            more--;
        }

        for (var i = 0; i < rests.Length && more > 0; i++)
        {
            if (rests[i] != least) continue;
            parts[i]++;
            more--;
        }
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

    // Hoare's selection: what a sort would put at the place, without sorting the rest.
    private static long Select(Span<long> values, int place)
    {
        var (low, high) = (0, values.Length - 1);
        while (low < high)
        {
            var pivot = values[(low + high) / 2];
            var (i, j) = (low, high);
            while (i <= j)
            {
                while (values[i] < pivot) i++;
                while (values[j] > pivot) j--;
                if (i > j) break;
                (values[i], values[j]) = (values[j], values[i]);
                i++;
                j--;
            }

            if (place <= j) high = j;
            else if (place >= i) low = i;
            else return values[place];
        }

        return values[low];
    }

    // The smallest rest that still gets a unit.
    private static long Least(ReadOnlySpan<long> rests, int wanted)
    {
        Span<long> sorted = rests.Length <= 256 ? stackalloc long[rests.Length] : new long[rests.Length];
        rests.CopyTo(sorted);
        return Select(sorted, sorted.Length - wanted);
    }
}
