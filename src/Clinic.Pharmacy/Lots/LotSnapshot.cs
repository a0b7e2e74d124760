using Clinic.Abstractions;
using Clinic.Pharmacy.Gs1;
using Clinic.Pharmacy.Receiving;
using Clinic.Pharmacy.Stock;
using NodaTime;

namespace Clinic.Pharmacy.Lots;

/// <summary>The whole state of a <see cref="Lot"/>, as stores keep it.</summary>
/// <param name="Id">The id.</param>
/// <param name="Presentation">What it is a lot of.</param>
/// <param name="Site">The site that received it.</param>
/// <param name="Number">The manufacturer's number, exactly as printed.</param>
/// <param name="Expiration">The last usable date; null for what does not expire.</param>
/// <param name="UnitCost">What one base unit cost, free goods spread.</param>
/// <param name="Scale">Decimals of its quantities, as the presentation's.</param>
/// <param name="Received">When it was received.</param>
/// <param name="Supplier">Who delivered it, or null for opening balances.</param>
/// <param name="Receipt">The receipt it came with, or null for opening balances.</param>
/// <param name="Gtin">The GTIN that was scanned, or null.</param>
/// <param name="Status">Whether it may be used.</param>
/// <param name="Version">Counts the changes, from 1.</param>
public sealed record LotSnapshot(
    LotId Id, PresentationId Presentation, SiteId Site, LotNumber Number, ExpirationDate? Expiration, UnitCost UnitCost, int Scale, Instant Received,
    string? Supplier, ReceiptId? Receipt, Gtin? Gtin, LotStatus Status, long Version);
