using Clinic.Pharmacy.Stock;

namespace Clinic.Pharmacy.CountSessions;

/// <summary>How far a first count may be off before somebody else must count again. Pure.</summary>
/// <param name="Units">In base units; null does not look at units.</param>
/// <param name="Percent">In percent of what is expected; null does not look at percent.</param>
/// <param name="Value">In money at lot cost; null does not look at value.</param>
public sealed record CountTolerance(decimal? Units, decimal? Percent, decimal? Value)
{
    /// <summary>Whether a difference passes any of the limits; controlled medicines have none to give.</summary>
    public bool IsPassedBy(StockQuantity expected, StockQuantity counted, UnitCost cost, bool isControlled)
    {
        var off = Math.Abs((counted - expected).Value);
        if (off == 0) return false;
        return isControlled
            || (Units is { } units && off > units)
            || (Percent is { } percent && off * 100 > percent * expected.Value)
            || (Value is { } value && off * cost.Amount > value);
    }
}
