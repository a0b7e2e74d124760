using Clinic.Abstractions;
using Clinic.Pharmacy.Gs1;
using Clinic.Pharmacy.Lots;
using Clinic.Pharmacy.Receiving;
using Clinic.Pharmacy.Stock;

namespace Clinic.Storage.Turso.Pharmacy;

/// <summary>The columns of a lot, wherever they are read.</summary>
internal static class LotRows
{
    /// <summary>Of the table with the alias <c>l</c>.</summary>
    public const string Columns =
        "l.id, l.presentation_id, l.site_id, l.number, l.expiration, l.expiration_raw, l.unit_cost, l.currency, l.scale, l.received, l.supplier, l.receipt_id, l.gtin, l.status, l.version";

    private const decimal CostSteps = 100_000_000m;

    public static Lot Read(Row r) => Lot.Restore(new(
        r.Id<LotId>(0), r.Id<PresentationId>(1), r.Id<SiteId>(2), new LotNumber(r.Text(3)),
        r.DateOrNull(4) is { } date ? new ExpirationDate(date, r.TextOrNull(5)) : null,
        Cost(r.Long(6), r.Text(7)), r.Int(8), r.Instant(9), r.TextOrNull(10), r.IdOrNull<ReceiptId>(11),
        r.TextOrNull(12) is { } gtin ? Gtin.Parse(gtin) : null, r.Enum<LotStatus>(13), r.Long(14)));

    public static UnitCost Cost(long steps, string currency) => new(steps / CostSteps, Currency.Of(currency));

    public static long Steps(UnitCost cost) => (long)(cost.Amount * CostSteps);
}
