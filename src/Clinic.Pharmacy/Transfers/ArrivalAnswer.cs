using Clinic.Pharmacy.Stock;

namespace Clinic.Pharmacy.Transfers;

/// <summary>What a transfer now says.</summary>
/// <param name="Transfer">The transfer.</param>
/// <param name="Posting">The movements it wrote.</param>
/// <param name="Lines">The lots, with what arrived and what was lost so far.</param>
/// <param name="Status">Where the goods are.</param>
/// <param name="Version">The version now stored.</param>
public sealed record ArrivalAnswer(TransferId Transfer, PostingId Posting, IReadOnlyList<TransferLine> Lines, TransferStatus Status, long Version);
