using Clinic.Abstractions;
using Clinic.Pharmacy.Stock;
using NodaTime;

namespace Clinic.Pharmacy.Receiving;

/// <summary>A supplier's delivery as it was received; never changed, only reversed.</summary>
/// <param name="Id">The id.</param>
/// <param name="Posting">The movements it wrote.</param>
/// <param name="Location">Where the goods were put.</param>
/// <param name="Supplier">Who delivered.</param>
/// <param name="Document">The supplier's paper, such as the invoice number.</param>
/// <param name="Received">When it arrived.</param>
/// <param name="Recorded">When it was written down.</param>
/// <param name="Actor">Who received it.</param>
/// <param name="Lines">The lots, at least one.</param>
public sealed record Receipt(
    ReceiptId Id, PostingId Posting, LocationId Location, string Supplier, string? Document, Instant Received, Instant Recorded, PersonId Actor,
    IReadOnlyList<ReceiptLine> Lines);
