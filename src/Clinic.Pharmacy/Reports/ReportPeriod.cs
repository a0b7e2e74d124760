using NodaTime;

namespace Clinic.Pharmacy.Reports;

/// <summary>Whole days at a site, from the first to the last, both included; as instants [start, end).</summary>
public sealed record ReportPeriod
{
    /// <summary>The most days of a period: ten years.</summary>
    public const int MostDays = 3660;

    private ReportPeriod(LocalDate from, LocalDate through, DateTimeZone zone)
    {
        From = from;
        Through = through;
        Zone = zone;
        Start = zone.AtStartOfDay(from).ToInstant();
        End = zone.AtStartOfDay(through.PlusDays(1)).ToInstant();
    }

    /// <summary>The first day.</summary>
    public LocalDate From { get; }

    /// <summary>The last day.</summary>
    public LocalDate Through { get; }

    /// <summary>The zone in which the days begin and end.</summary>
    public DateTimeZone Zone { get; }

    /// <summary>The beginning of the first day, included.</summary>
    public Instant Start { get; }

    /// <summary>The end of the last day, not included.</summary>
    public Instant End { get; }

    /// <summary>How many days, the last one included.</summary>
    public int Days => Period.DaysBetween(From, Through) + 1;

    /// <summary>Days at a site.</summary>
    /// <exception cref="PharmacyException">The last day is before the first, or there are more than ten years between them.</exception>
    public static ReportPeriod Of(LocalDate from, LocalDate through, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var failures = new Failures();
        failures.Require(from <= through && Period.DaysBetween(from, through) < MostDays, PharmacyRules.ReportPeriodInvalid, ("from", from), ("through", through), ("allowed", MostDays));
        failures.ThrowIfAny();
        return new(from, through, zone);
    }

    /// <summary>The calendar months of the period, cut to it, in order.</summary>
    public IEnumerable<ReportPeriod> Months()
    {
        for (var first = From; first <= Through;)
        {
            var last = LocalDate.Min(DateAdjusters.EndOfMonth(first), Through);
            yield return new(first, last, Zone);
            first = last.PlusDays(1);
        }
    }
}
