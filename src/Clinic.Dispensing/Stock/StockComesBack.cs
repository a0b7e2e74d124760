using Clinic.Abstractions;

namespace Clinic.Dispensing.Stock;

/// <summary>What comes back of an earlier hand-out, into the same lot at the cost it left with.</summary>
/// <param name="Posting">The posting that handed it out.</param>
/// <param name="Lot">The lot.</param>
/// <param name="Quantity">How much, in base units.</param>
/// <param name="Unit">The base unit.</param>
/// <param name="To">Where it is put.</param>
/// <param name="IsUnopened">Whether the packs are intact.</param>
/// <param name="Reason">Why it came back.</param>
/// <param name="Owner">The dispensation that it was handed out for.</param>
public sealed record StockComesBack(
    Guid Posting, LotId Lot, decimal Quantity, UnitCode Unit, LocationId To, bool IsUnopened, string Reason, string Owner);
