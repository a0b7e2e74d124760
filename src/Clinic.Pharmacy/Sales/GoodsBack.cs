using Clinic.Abstractions;

namespace Clinic.Pharmacy.Sales;

/// <summary>Goods of one lot that come back.</summary>
/// <param name="Line">The line of the sale.</param>
/// <param name="Quantity">How much, in the base unit or a pack.</param>
/// <param name="Condition">How it comes back.</param>
/// <param name="To">Where it is put; a place that is not picked unless it may be sold again.</param>
/// <param name="Lot">The lot; null when the line left from one only.</param>
public sealed record GoodsBack(int Line, Quantity Quantity, GoodsCondition Condition, LocationId To, LotId? Lot = null);
