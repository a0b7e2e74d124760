using Clinic.Abstractions;
using Clinic.Pharmacy.Stock;

namespace Clinic.Pharmacy.Alerts;

/// <summary>What of a lot will not be used in time.</summary>
/// <param name="Lot">The lot.</param>
/// <param name="AtRisk">How much, rounded down to whole steps.</param>
/// <param name="UnitCost">What one base unit cost.</param>
public sealed record RiskShare(LotId Lot, StockQuantity AtRisk, UnitCost UnitCost)
{
    /// <summary>What it cost, exactly.</summary>
    public Money Value => UnitCost.ValueOf(AtRisk);
}
