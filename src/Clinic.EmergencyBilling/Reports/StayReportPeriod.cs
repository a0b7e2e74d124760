using NodaTime;

namespace Clinic.EmergencyBilling.Reports;

/// <summary>The days that a report is about, in the zone of the site.</summary>
public sealed record StayReportPeriod
{
    /// <summary>The most days of a report: ten years.</summary>
    public const int MostDays = 3660;

    private StayReportPeriod(LocalDate from, LocalDate through, DateTimeZone zone)
    {
        (From, Through, Zone) = (from, through, zone);
        // A day may begin later than midnight, or not be there at all.
        Start = zone.AtStartOfDay(from).ToInstant();
        End = zone.AtStartOfDay(through.PlusDays(1)).ToInstant();
    }

    /// <summary>The first day.</summary>
    public LocalDate From { get; }

    /// <summary>The last day, included.</summary>
    public LocalDate Through { get; }

    /// <summary>The zone of the site.</summary>
    public DateTimeZone Zone { get; }

    /// <summary>The beginning of the first day.</summary>
    public Instant Start { get; }

    /// <summary>The end of the last day, not included.</summary>
    public Instant End { get; }

    /// <summary>Days at a site.</summary>
    /// <exception cref="EmergencyBillingException">The last day is before the first, or there are more than ten years between them.</exception>
    public static StayReportPeriod Of(LocalDate from, LocalDate through, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var failures = new Failures();
        failures.Require(
            from <= through && through < LocalDate.MaxIsoValue && Period.DaysBetween(from, through) < MostDays,
            EmergencyBillingRules.ReportPeriodInvalid, ("from", from), ("through", through), ("allowed", MostDays));
        failures.ThrowIfAny();
        return new(from, through, zone);
    }
}
