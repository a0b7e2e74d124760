using Clinic.Pharmacy.Stock;

namespace Clinic.Pharmacy.Transfers;

/// <summary>What is on its way.</summary>
/// <param name="Transfer">The transfer.</param>
/// <param name="Posting">The movements it wrote.</param>
/// <param name="Lines">The lots.</param>
/// <param name="Version">The version now stored.</param>
public sealed record DispatchAnswer(TransferId Transfer, PostingId Posting, IReadOnlyList<TransferLine> Lines, long Version);
