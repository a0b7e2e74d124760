using Clinic.Abstractions;
using Clinic.Pharmacy.Stock;
using NodaTime;

namespace Clinic.Pharmacy.Alerts;

/// <summary>A lot as the risk of expiry looks at it.</summary>
/// <param name="Lot">The lot.</param>
/// <param name="LastDay">The last usable day; null for what does not expire.</param>
/// <param name="OnHand">What lies there.</param>
/// <param name="UnitCost">What one base unit cost.</param>
public sealed record RiskLot(LotId Lot, LocalDate? LastDay, StockQuantity OnHand, UnitCost UnitCost);
