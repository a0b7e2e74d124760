using NodaTime;

namespace Clinic.Dispensing.Patterns;

/// <summary>The rows behind one pattern: a few of the largest, and figures of all.</summary>
internal sealed class LossEvidence(int most)
{
    private readonly SortedSet<LossRow> rows = new(Comparer<LossRow>.Create(Compare));
    private readonly HashSet<LocalDate> days = [];
    private readonly int[] weekdays = new int[7];
    private long count;
    private Instant first = Instant.MaxValue;
    private Instant last = Instant.MinValue;

    public void Add(in LossRow row, LocalDate began)
    {
        count++;
        if (days.Add(began)) weekdays[(int)began.DayOfWeek - 1]++;
        first = Instant.Min(first, row.At);
        last = Instant.Max(last, row.At);
        rows.Add(row);
        if (rows.Count > most) rows.Remove(rows.Max);
    }

    public LossPattern In(LossPattern pattern) => count == 0
        ? pattern
        : pattern with { Evidence = [.. rows], EvidenceRows = count, Days = days.Count, Weekdays = [.. weekdays], Seen = new Interval(first, last) };

    private static int Compare(LossRow a, LossRow b)
    {
        var byShare = (b.Lost / b.Delivered).CompareTo(a.Lost / a.Delivered);
        if (byShare != 0) return byShare;
        var byTime = a.At.CompareTo(b.At);
        if (byTime != 0) return byTime;
        var bySource = a.Source.CompareTo(b.Source);
        return bySource != 0 ? bySource : a.Lost.CompareTo(b.Lost);
    }
}
