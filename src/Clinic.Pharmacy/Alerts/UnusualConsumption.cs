namespace Clinic.Pharmacy.Alerts;

/// <summary>Whether a day's consumption is far from comparable days. Pure; independent of order and of the unit of counting.</summary>
/// <remarks>Median and median distance: one wild day cannot hide itself, as it does with mean and deviation.</remarks>
public static class UnusualConsumption
{
    // Makes the median distance of normal data as long as its standard deviation.
    private const decimal Normal = 1.4826m;

    /// <summary>The finding, or null when the day is usual or the sample too small.</summary>
    /// <param name="value">What the day used.</param>
    /// <param name="sample">What comparable days used, in any order.</param>
    /// <param name="threshold">The least distance, in scaled spreads; more than zero.</param>
    /// <param name="floor">The least spread in base units, so that even days do not make a trifle unusual; more than zero.</param>
    /// <param name="minimumSample">The least number of comparable days.</param>
    /// <param name="direction">Which side is looked at.</param>
    public static UnusualFinding? Judge(
        decimal value, IReadOnlyCollection<decimal> sample, decimal threshold, decimal floor, int minimumSample, UnusualDirection direction = UnusualDirection.Both)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(threshold);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(floor);
        if (sample.Count == 0 || sample.Count < minimumSample) return null;
        var median = Median(sample);
        var spread = Math.Max(Median([.. sample.Select(x => Math.Abs(x - median))]), floor);
        var score = (value - median) / (Normal * spread);
        var isLookedAt = direction == UnusualDirection.Both || (score > 0) == (direction == UnusualDirection.More);
        return isLookedAt && Math.Abs(score) >= threshold ? new(value, median, spread, score) : null;
    }

    /// <summary>The middle value, or the mean of the two in the middle.</summary>
    /// <exception cref="ArgumentException">There is no value.</exception>
    public static decimal Median(IReadOnlyCollection<decimal> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count == 0) throw new ArgumentException("A median needs at least one value.", nameof(values));
        var sorted = values.Order().ToArray();
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
