using NodaTime;

namespace Clinic.EmergencyBilling.Rating;

/// <summary>Presence without pauses and carve-outs: sorted, disjoint, coalesced stretches.</summary>
internal static class RunningTime
{
    public static List<Stretch> Of(StayTimeline stay, long start, long end, long resolution)
    {
        var running = new List<Stretch>(4);
        var count = stay.Pauses.Count + stay.CarveOuts.Count;
        Span<(long From, long To)> cuts = count <= 32 ? stackalloc (long, long)[count] : new (long, long)[count];
        var at = start;
        foreach (var (from, to) in cuts[..Gaps(stay, start, end, resolution, cuts)])
        {
            if (from > at) running.Add(new(at, from - at));
            at = Math.Max(at, to);
        }

        if (end > at) running.Add(new(at, end - at));
        return running;
    }

    /// <summary>Writes pauses and carve-outs between two seconds by their beginning, and answers how many; they may overlap.</summary>
    public static int Gaps(StayTimeline stay, long start, long end, long resolution, Span<(long From, long To)> gaps)
    {
        var used = Take(stay.Pauses, gaps, 0, start, end, resolution);
        used = Take(stay.CarveOuts, gaps, used, start, end, resolution);
        if (used > 1) gaps[..used].Sort(static (a, b) => a.From.CompareTo(b.From));
        return used;
    }

    /// <summary>Whole steps of the clock; the Unix epoch begins a minute, so the steps do.</summary>
    public static long Cut(Instant instant, long resolution)
    {
        var second = instant.ToUnixTimeSeconds();
        var rest = second % resolution;
        return second - (rest < 0 ? rest + resolution : rest);
    }

    private static int Take(IReadOnlyList<StayInterval> intervals, Span<(long, long)> cuts, int used, long start, long end, long resolution)
    {
        for (var i = 0; i < intervals.Count; i++)
        {
            var from = Math.Max(start, Cut(intervals[i].From, resolution));
            var to = intervals[i].To is { } closed ? Math.Min(end, Cut(closed, resolution)) : end;
            if (from < to) cuts[used++] = (from, to);
        }

        return used;
    }
}
