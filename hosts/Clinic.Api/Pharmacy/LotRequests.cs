using Clinic.Abstractions;
using Clinic.Pharmacy.Gs1;
using Clinic.Pharmacy.Inquiries;
using Clinic.Pharmacy.Lots;
using Clinic.Pharmacy.Receiving;
using Clinic.Pharmacy.Stock;
using NodaTime;

namespace Clinic.Api.Pharmacy;

/// <summary>Changes the status of a lot.</summary>
/// <param name="Trigger">What happens; a recall goes by lot number.</param>
/// <param name="Reason">Why.</param>
/// <param name="Version">The version that was read; or send it as If-Match.</param>
public sealed record LotStatusRequest(LotTrigger Trigger, string Reason, long? Version = null);

/// <summary>Recalls a manufacturer's lot number.</summary>
/// <param name="Presentation">The presentation.</param>
/// <param name="Number">The number, exactly as printed.</param>
/// <param name="Reason">Why.</param>
/// <param name="Document">The notice of manufacturer or authority.</param>
public sealed record RecallRequest(PresentationId Presentation, LotNumber Number, string Reason, string? Document = null);

/// <summary>A lot.</summary>
/// <param name="Id">The id.</param>
/// <param name="Presentation">What it is a lot of.</param>
/// <param name="Site">The site that received it.</param>
/// <param name="Number">The manufacturer's number, exactly as printed.</param>
/// <param name="Expiration">The last usable date, or null.</param>
/// <param name="ExpirationRaw">The text it was read from, or null.</param>
/// <param name="IsExpired">Whether that date is over at the site.</param>
/// <param name="Status">Whether it may be used, apart from expiry.</param>
/// <param name="UnitCost">What one base unit cost, free goods spread.</param>
/// <param name="Scale">Decimals of its quantities.</param>
/// <param name="Received">When it was received.</param>
/// <param name="Supplier">Who delivered it, or null.</param>
/// <param name="Receipt">The receipt it came with, or null.</param>
/// <param name="Gtin">The GTIN that was scanned, or null.</param>
/// <param name="Version">Name it at the next change.</param>
public sealed record LotResponse(
    LotId Id, PresentationId Presentation, SiteId Site, LotNumber Number, LocalDate? Expiration, string? ExpirationRaw, bool IsExpired, LotStatus Status,
    UnitCost UnitCost, int Scale, Instant Received, string? Supplier, ReceiptId? Receipt, Gtin? Gtin, long Version)
{
    internal static LotResponse Of(LotView view)
    {
        var s = view.Lot.ToSnapshot();
        return new(
            s.Id, s.Presentation, s.Site, s.Number, s.Expiration?.Date, s.Expiration?.Raw, view.IsExpired, s.Status, s.UnitCost, s.Scale, s.Received, s.Supplier,
            s.Receipt, s.Gtin, s.Version);
    }
}

/// <summary>Which lots are asked for; every part that is missing takes all.</summary>
/// <param name="Presentation">Of one presentation.</param>
/// <param name="Number">With this number, exactly as printed.</param>
/// <param name="Status">In this status.</param>
/// <param name="ExpiresBefore">With an expiration date before this date.</param>
public readonly record struct LotFilter(PresentationId? Presentation, string? Number, Binding.Word<LotStatus>? Status, Binding.Day? ExpiresBefore)
{
    internal LotQuery Query => new(Presentation, Number is null ? null : new LotNumber(Number), Status?.Value, ExpiresBefore?.Value);
}
