using Clinic.Abstractions;
using Clinic.Pharmacy.Stock;

namespace Clinic.Pharmacy.SupplierReturns;

/// <summary>Where a return stands.</summary>
/// <param name="Return">The return.</param>
/// <param name="Status">The status now.</param>
/// <param name="Cost">The exact cost of its goods.</param>
/// <param name="Posting">The posting that took them out, or null.</param>
/// <param name="Difference">Credited less cost, or null before the credit note.</param>
/// <param name="Version">The version now stored.</param>
public sealed record SupplierReturnAnswer(
    SupplierReturnId Return, SupplierReturnStatus Status, Money Cost, PostingId? Posting, Money? Difference, long Version);
