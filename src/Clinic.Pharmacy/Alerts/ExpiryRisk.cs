using Clinic.Pharmacy.Stock;
using NodaTime;

namespace Clinic.Pharmacy.Alerts;

/// <summary>What will not be used before it expires, first expired first used. Pure.</summary>
public static class ExpiryRisk
{
    /// <summary>Every lot of which something is left over, first to expire first; expired lots whole.</summary>
    /// <param name="lots">The lots that serve the same need, in any order.</param>
    /// <param name="today">The calendar date at the site; it still uses a whole day.</param>
    /// <param name="perDay">Average consumption in base units.</param>
    public static IReadOnlyList<RiskShare> Of(IEnumerable<RiskLot> lots, LocalDate today, decimal perDay)
    {
        ArgumentNullException.ThrowIfNull(lots);
        ArgumentOutOfRangeException.ThrowIfNegative(perDay);
        var used = 0m;
        var left = new List<RiskShare>();
        foreach (var lot in lots.Where(l => l.LastDay is not null).OrderBy(l => l.LastDay).ThenBy(l => l.Lot.Value))
        {
            var days = Math.Max(ExpiryLevels.DaysLeft(lot.LastDay!.Value, today) + 1, 0);
            var taken = Math.Clamp((perDay * days) - used, 0, lot.OnHand.Value);
            used += taken;
            var steps = (long)Math.Floor((lot.OnHand.Value - taken) * StockQuantity.Power(lot.OnHand.Scale));
            if (steps > 0) left.Add(new(lot.Lot, new(steps, lot.OnHand.Scale), lot.UnitCost));
        }

        return left;
    }
}
