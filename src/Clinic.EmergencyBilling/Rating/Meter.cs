using Clinic.EmergencyBilling.Tariffs;

namespace Clinic.EmergencyBilling.Rating;

/// <summary>Turns running time into billed time: segment rounding, grace, minimum and blocks per scope.</summary>
internal sealed class Meter(Metering metering, LocalClock clock)
{
    private readonly long graceLimit = BlockRounding.Seconds(metering.Grace.Limit);
    private readonly long minimum = BlockRounding.Seconds(metering.MinimumDuration);
    private readonly long block = BlockRounding.Seconds(metering.Block.Size);
    private readonly long threshold = BlockRounding.Seconds(metering.Block.Threshold);
    private readonly bool forward = metering.Attribution == Attribution.ExtendForward;

    public List<Stretch> Bill(List<Stretch> running)
    {
        var segments = metering.SegmentRounding is { } rounding ? RoundEach(running, rounding) : running;
        if (metering is { Grace.Mode: GraceMode.None } && minimum == 0 && block == 1) return segments;
        var billed = new List<Stretch>(segments.Count + 1);
        switch (metering.Scope)
        {
            case MeteringScope.Stay:
                Settle(segments, billed);
                break;
            case MeteringScope.Segment:
                // Rounding may have added a frozen tail, which belongs to the segment before it.
                foreach (var group in Grouped(segments)) Settle(group, billed);
                break;
            default:
                foreach (var date in ByDate(segments).Values) Settle(date, billed);
                break;
        }

        return billed;
    }

    private List<Stretch> RoundEach(List<Stretch> running, BlockRounding rounding)
    {
        var size = BlockRounding.Seconds(rounding.Size);
        var least = BlockRounding.Seconds(rounding.Threshold);
        var rounded = new List<Stretch>(running.Count);
        foreach (var segment in running) Fit([segment], BlockRounding.Units(segment.Seconds, size, least) * size, 0, rounded);
        return rounded;
    }

    private void Settle(List<Stretch> group, List<Stretch> billed)
    {
        long total = 0;
        foreach (var stretch in group) total += stretch.Seconds;
        long skip = 0;
        switch (metering.Grace.Mode)
        {
            case GraceMode.WaiveIfWithin when total < graceLimit || (total == graceLimit && metering.Grace.Boundary == LimitBoundary.Included):
                return;
            case GraceMode.Deduct:
                skip = Math.Min(graceLimit, total);
                break;
        }

        var left = total - skip;
        if (left > 0) Fit(group, BlockRounding.Units(Math.Max(left, minimum), block, threshold) * block, skip, billed);
    }

    // Takes the wanted seconds after those skipped; what is missing is added at the end.
    private void Fit(List<Stretch> group, long wanted, long skip, List<Stretch> billed)
    {
        foreach (var stretch in group)
        {
            var skipped = Math.Min(skip, stretch.Seconds);
            skip -= skipped;
            var taken = Math.Min(wanted, stretch.Seconds - skipped);
            wanted -= taken;
            if (taken > 0) billed.Add(stretch with { Start = stretch.Start + skipped, Seconds = taken });
        }

        if (wanted == 0) return;
        var last = group[^1];
        if (last.IsFrozen || !forward) billed.Add(new(last.End, wanted, last.IsFrozen ? last.FrozenAt : last.End - 1));
        else if (billed.Count > 0 && billed[^1].End == last.End && !billed[^1].IsFrozen) billed[^1] = billed[^1] with { Seconds = billed[^1].Seconds + wanted };
        else billed.Add(new(last.End, wanted));
    }

    private static IEnumerable<List<Stretch>> Grouped(List<Stretch> segments)
    {
        for (var i = 0; i < segments.Count; i++)
        {
            var group = new List<Stretch>(2) { segments[i] };
            if (i + 1 < segments.Count && segments[i + 1].IsFrozen) group.Add(segments[++i]);
            yield return group;
        }
    }

    // A clock put back over midnight visits a date twice, so dates are gathered and not only followed.
    private SortedDictionary<int, List<Stretch>> ByDate(List<Stretch> segments)
    {
        var dates = new SortedDictionary<int, List<Stretch>>();
        foreach (var segment in segments)
        {
            for (var at = segment.Start; at < segment.End;)
            {
                clock.Read(segment.IsFrozen ? segment.FrozenAt : at, out var day, out var second);
                var next = segment.IsFrozen ? segment.End : Math.Min(Math.Min(segment.End, clock.Until), at + 86_400 - second);
                if (!dates.TryGetValue(day, out var date)) dates.Add(day, date = []);
                date.Add(segment with { Start = at, Seconds = next - at });
                at = next;
            }
        }

        return dates;
    }
}
