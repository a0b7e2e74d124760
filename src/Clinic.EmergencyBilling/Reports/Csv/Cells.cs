using NodaTime;

namespace Clinic.EmergencyBilling.Reports.Csv;

/// <summary>Values as cells.</summary>
internal static class Cells
{
    /// <summary>Hours, rounded to four decimals for reading.</summary>
    public static decimal? Hours(Duration? length) => length is { } d ? Math.Round((decimal)d.TotalSeconds / 3600m, 4) : null;

    public static LocalDateTime? Local(Instant? at, DateTimeZone zone) => at?.InZone(zone).LocalDateTime;

    public static string? Joined<T>(IEnumerable<T> all) => all.Any() ? string.Join("; ", all) : null;
}
