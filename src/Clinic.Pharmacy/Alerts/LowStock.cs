namespace Clinic.Pharmacy.Alerts;

/// <summary>Whether there is less than the minimum. Pure.</summary>
public static class LowStock
{
    /// <summary>What is not met, or null when all is well.</summary>
    /// <param name="onHand">Usable base units.</param>
    /// <param name="perDay">Average consumption; null or 0 tells nothing about days.</param>
    /// <param name="minimumOnHand">The least in base units, or null.</param>
    /// <param name="minimumDays">The least in days of supply, or null.</param>
    public static LowStockFinding? Judge(decimal onHand, decimal? perDay, decimal? minimumOnHand, decimal? minimumDays)
    {
        var tooFew = minimumOnHand is { } units && onHand < units;
        // By multiplication: a division would round at the very edge.
        var tooShort = minimumDays is { } days && perDay is > 0 and var rate && onHand < days * rate;
        if (!tooFew && !tooShort) return null;
        decimal? lasts = perDay is > 0 and var used ? Math.Floor(onHand / used * 10) / 10 : null;
        return new(onHand, lasts, tooFew ? minimumOnHand : null, tooShort ? minimumDays : null);
    }
}
