using Clinic.Abstractions;
using Clinic.Pharmacy.Lots;
using Clinic.Pharmacy.Stock;
using NodaTime;

namespace Clinic.Pharmacy.Reports;

/// <summary>A line of the valued kardex: a movement, or the balance that was brought forward.</summary>
/// <param name="Occurred">When; for the balance brought forward, when the part begins.</param>
/// <param name="Movement">The movement, or null for the balance brought forward.</param>
/// <param name="Kind">Why, or null for the balance brought forward.</param>
/// <param name="IsReversal">Whether it takes another movement back.</param>
/// <param name="Lot">The lot, or null for the balance brought forward.</param>
/// <param name="LotNumber">The manufacturer's number.</param>
/// <param name="Location">Where.</param>
/// <param name="In">What came in; zero for an exit.</param>
/// <param name="Out">What went out; zero for an entry.</param>
/// <param name="Balance">On hand after it.</param>
/// <param name="UnitCost">What one base unit of the lot cost, or null for the balance brought forward.</param>
/// <param name="Value">The exact value that moved, with its sign: positive in, negative out.</param>
/// <param name="BalanceValue">The exact value on hand after it, in the currency of the movement.</param>
/// <param name="Document">The paper behind it, or null.</param>
/// <param name="Reason">Why, in words, or null.</param>
public sealed record KardexRow(
    Instant Occurred, MovementId? Movement, MovementKind? Kind, bool IsReversal, LotId? Lot, LotNumber? LotNumber, LocationId? Location, StockQuantity In,
    StockQuantity Out, StockQuantity Balance, UnitCost? UnitCost, Money Value, Money BalanceValue, string? Document, string? Reason);
