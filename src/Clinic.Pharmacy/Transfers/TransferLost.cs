using Clinic.Abstractions;

namespace Clinic.Pharmacy.Transfers;

/// <summary>The content of the event <see cref="PharmacyEvents.TransferLost"/>.</summary>
/// <param name="Transfer">The transfer.</param>
/// <param name="From">Where it left.</param>
/// <param name="To">Where it was going.</param>
/// <param name="Lines">The lots, with what was lost.</param>
/// <param name="Reason">Why.</param>
public sealed record TransferLost(TransferId Transfer, LocationId From, LocationId To, IReadOnlyList<TransferLine> Lines, string Reason);
