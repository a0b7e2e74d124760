using Clinic.Pharmacy.Stock;

namespace Clinic.Pharmacy.Receiving;

/// <summary>What a delivery became.</summary>
/// <param name="Receipt">The receipt.</param>
/// <param name="Posting">The movements it wrote.</param>
/// <param name="Lines">The lots, in the order of the command.</param>
public sealed record ReceiveAnswer(ReceiptId Receipt, PostingId Posting, IReadOnlyList<ReceivedLot> Lines);
