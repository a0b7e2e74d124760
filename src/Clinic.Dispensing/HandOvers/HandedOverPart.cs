using Clinic.Abstractions;

namespace Clinic.Dispensing.HandOvers;

/// <summary>What of one lot was handed over for a line.</summary>
/// <param name="Line">The line's number.</param>
/// <param name="Lot">The lot.</param>
/// <param name="Posting">The posting of the ledger.</param>
/// <param name="Quantity">How much, in base units.</param>
/// <param name="Cost">What it cost, exactly.</param>
public sealed record HandedOverPart(int Line, LotId Lot, Guid Posting, decimal Quantity, Money Cost);
