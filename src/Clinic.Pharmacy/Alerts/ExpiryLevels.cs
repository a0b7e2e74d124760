using NodaTime;

namespace Clinic.Pharmacy.Alerts;

/// <summary>Which level of warning a last usable day has reached. Pure.</summary>
public static class ExpiryLevels
{
    /// <summary>The closest level that is reached, or null while the day is farther off than every level.</summary>
    /// <param name="lastDay">The last usable day.</param>
    /// <param name="today">The calendar date at the site.</param>
    /// <param name="levels">Days before the last usable day; 0 holds on that day and ever after.</param>
    public static int? Reached(LocalDate lastDay, LocalDate today, IEnumerable<int> levels)
    {
        ArgumentNullException.ThrowIfNull(levels);
        var left = DaysLeft(lastDay, today);
        int? closest = null;
        foreach (var level in levels)
        {
            if (left <= level && (closest is null || level < closest)) closest = level;
        }

        return closest;
    }

    /// <summary>Days from today to the last usable day; negative once it has passed.</summary>
    public static int DaysLeft(LocalDate lastDay, LocalDate today) => Period.DaysBetween(today, lastDay);
}
