namespace Clinic.Pharmacy.Allocation;

/// <summary>Finds the first lots in picking order that together hold a quantity, without sorting the rest.</summary>
internal static class PickingPrefix
{
    private const int SmallEnoughToSort = 24;

    /// <summary>The shortest sorted prefix whose usable quantities reach <paramref name="take"/>.</summary>
    /// <param name="keys">Reordered in place; together they hold at least as much.</param>
    /// <param name="take">More than zero.</param>
    public static ReadOnlySpan<PickKey> Sorted(Span<PickKey> keys, long take)
    {
        var end = EndOfPrefix(keys, take);
        keys[..end].Sort();
        return keys[..end];
    }

    // Weighted selection: split around a pivot and go on in the half in which the quantity is reached.
    public static int EndOfPrefix(Span<PickKey> keys, long take)
    {
        int low = 0, high = keys.Length;
        while (high - low > SmallEnoughToSort)
        {
            var middle = low + Partition(keys[low..high]);
            long sum = 0;
            for (var i = low; i < middle; i++) sum += keys[i].Usable;
            if (sum >= take)
            {
                high = middle;
            }
            else
            {
                take -= sum;
                low = middle;
            }
        }

        keys[low..high].Sort();
        while (take > 0) take -= keys[low++].Usable;
        return low;
    }

    // Hoare's scheme: the left part holds nothing above the pivot, the right part nothing below; both have at least one key.
    private static int Partition(Span<PickKey> keys)
    {
        var pivot = MedianOf(keys[0], keys[keys.Length / 2], keys[^1]);
        int i = -1, j = keys.Length;
        while (true)
        {
            do i++; while (PickKey.Compare(keys[i], pivot) < 0);
            do j--; while (PickKey.Compare(keys[j], pivot) > 0);
            if (i >= j) return j + 1 == keys.Length ? j : j + 1;
            (keys[i], keys[j]) = (keys[j], keys[i]);
        }
    }

    private static PickKey MedianOf(in PickKey a, in PickKey b, in PickKey c)
    {
        var (low, high) = a.CompareTo(b) <= 0 ? (a, b) : (b, a);
        if (c.CompareTo(low) <= 0) return low;
        return c.CompareTo(high) >= 0 ? high : c;
    }
}
