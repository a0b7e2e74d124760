using Clinic.Pharmacy.Stock;
using NodaTime;

namespace Clinic.Pharmacy.Reports;

/// <summary>Average daily consumption over the days on which there was stock. Pure.</summary>
/// <remarks>A day counts as out of stock when nothing lay anywhere at the site all day: zero at its beginning and nothing came in.</remarks>
/// <param name="Used">Issued less returned in the period, in base units.</param>
/// <param name="Days">The days of the period.</param>
/// <param name="DaysOut">The days without any stock.</param>
public sealed record ConsumptionRate(decimal Used, int Days, int DaysOut)
{
    /// <summary>Base units per day in stock; zero when more came back than left, or there never was stock.</summary>
    public decimal PerDay => Used > 0 && Days > DaysOut ? Used / (Days - DaysOut) : 0;

    /// <summary>The rate of one presentation.</summary>
    /// <param name="period">The days.</param>
    /// <param name="opening">On hand at the beginning.</param>
    /// <param name="quarters">What moved, in order, all of one presentation and within the period.</param>
    public static ConsumptionRate Of(ReportPeriod period, StockQuantity opening, IEnumerable<QuarterFlow> quarters)
    {
        ArgumentNullException.ThrowIfNull(period);
        ArgumentNullException.ThrowIfNull(quarters);
        var onHand = opening;
        var used = StockQuantity.Zero(opening.Scale);
        var withStock = 0;
        var next = period.From;
        foreach (var day in quarters.GroupBy(q => q.Begins.InZone(period.Zone).Date))
        {
            if (!onHand.IsZero) withStock += Period.DaysBetween(next, day.Key);
            var began = onHand;
            var lay = !began.IsZero;
            foreach (var quarter in day)
            {
                onHand += quarter.Change;
                used += quarter.Used;
                lay |= !onHand.IsZero || !quarter.Used.IsZero;
            }

            if (lay) withStock++;
            next = day.Key.PlusDays(1);
        }

        if (!onHand.IsZero) withStock += Period.DaysBetween(next, period.Through) + 1;
        return new(used.Value, period.Days, period.Days - withStock);
    }
}
