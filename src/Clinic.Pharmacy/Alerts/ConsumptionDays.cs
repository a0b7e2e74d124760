using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Pharmacy.Alerts;

/// <summary>Folds slices into local days. Pure.</summary>
public static class ConsumptionDays
{
    /// <summary>The completed days of a period at some locations taken together, first to last.</summary>
    /// <param name="history">From the beginning of the first day or earlier, up to now.</param>
    /// <param name="at">The locations that count.</param>
    /// <param name="zone">The zone of the site.</param>
    /// <param name="first">The first day.</param>
    /// <param name="after">The day after the last.</param>
    public static IReadOnlyList<DailyConsumption> Of(
        ConsumptionHistory history, IReadOnlySet<LocationId> at, DateTimeZone zone, LocalDate first, LocalDate after)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(at);
        ArgumentNullException.ThrowIfNull(zone);
        var perDay = new Dictionary<LocalDate, (long Net, long Arrived, long Change)>();
        foreach (var s in history.Slices)
        {
            if (!at.Contains(s.Location)) continue;
            var day = s.Start.InZone(zone).Date;
            var sum = perDay.GetValueOrDefault(day);
            perDay[day] = (sum.Net + s.Issued - s.Returned, sum.Arrived + s.Arrived, sum.Change + s.Change);
        }

        // From now back to the evening of the last day; whatever came later is not part of it.
        var evening = history.OnHand.Where(l => at.Contains(l.Key)).Sum(l => l.Value);
        foreach (var (day, sum) in perDay)
        {
            if (day >= after) evening -= sum.Change;
        }

        var days = new List<DailyConsumption>();
        var unit = Stock.StockQuantity.Power(history.Scale);
        for (var day = after.PlusDays(-1); day >= first; day = day.PlusDays(-1))
        {
            var sum = perDay.GetValueOrDefault(day);
            var morning = evening - sum.Change;
            days.Add(new(day, sum.Net / unit, morning > 0 || sum.Arrived > 0));
            evening = morning;
        }

        days.Reverse();
        return days;
    }
}
