using System.Globalization;
using Clinic.Abstractions;
using Clinic.Pharmacy.Receiving;
using Clinic.Pharmacy.Stock;

namespace Clinic.Storage.Turso.Pharmacy;

/// <summary>Receipts with their lines.</summary>
internal sealed class TursoReceiptStore(ClinicDatabase source) : IReceiptStore
{
    private const string Select = """
        SELECT r.id, r.posting_id, r.location_id, r.supplier, r.document, r.received, r.recorded, r.actor_id,
            (SELECT json_group_array(json_array(
                x.position, x.lot_id, x.presentation_id, x.scale, x.paid, x.free, x.price, x.currency, x.unit_cost, x.rounding))
             FROM receipt_lines x WHERE x.tenant_id = r.tenant_id AND x.receipt_id = r.id)
        FROM receipts r WHERE r.tenant_id = ?1
        """;

    /// <inheritdoc/>
    public Task<Receipt?> FindAsync(TenantId tenant, ReceiptId receipt, CancellationToken cancellationToken) =>
        source.FindAsync($"{Select} AND r.id = ?2", [tenant.Value, receipt.Value], Read, cancellationToken);

    /// <inheritdoc/>
    public async Task<Page<Receipt>> ListAsync(TenantId tenant, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(page);
        var filter = new Filter(Select, tenant.Value);
        if (page.After is { } after) filter.And("(r.received, r.id) < (SELECT a.received, a.id FROM receipts a WHERE a.tenant_id = ?1 AND a.id =", after).Close();
        var (sql, values) = filter.End("ORDER BY r.received DESC, r.id DESC", page.Size + 1);
        return Paging.Cut(await source.ListAsync(sql, values, Read, cancellationToken).ConfigureAwait(false), page, r => r.Id.ToString());
    }

    /// <inheritdoc/>
    public void Add(IUnit unit, Receipt receipt)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        var mine = TursoUnit.Of(unit);
        mine.Add(
            "INSERT INTO receipts (tenant_id, id, posting_id, location_id, supplier, document, received, recorded, actor_id) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
            Guard.OneRow(PharmacyFacts.Receipt(receipt.Id)),
            mine.Tenant, receipt.Id.Value, receipt.Posting.Value, receipt.Location.Value, receipt.Supplier, receipt.Document, receipt.Received, receipt.Recorded,
            receipt.Actor.Value);
        for (var i = 0; i < receipt.Lines.Count; i++)
        {
            var x = receipt.Lines[i];
            mine.Add(
                "INSERT INTO receipt_lines (tenant_id, receipt_id, position, lot_id, presentation_id, scale, paid, free, price, currency, unit_cost, rounding) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
                Guard.None, mine.Tenant, receipt.Id.Value, i, x.Lot.Value, x.Presentation.Value, x.Paid.Scale, x.Paid.Steps, x.Free.Steps, x.Price.Amount,
                x.Price.Currency.Code, LotRows.Steps(x.UnitCost), x.Rounding.Amount);
        }
    }

    private static Receipt Read(Row r) => new(
        r.Id<ReceiptId>(0), r.Id<PostingId>(1), r.Id<LocationId>(2), r.Text(3), r.TextOrNull(4), r.Instant(5), r.Instant(6), r.Id<PersonId>(7),
        JsonRows.Read(r.Text(8), x =>
        {
            var scale = (int)x.Long(3);
            var currency = Currency.Of(x.Text(7));
            return new ReceiptLine(
                LotId.Parse(x.Text(1)), PresentationId.Parse(x.Text(2)), new(x.Long(4), scale), new(x.Long(5), scale), new(Number(x.Text(6)), currency),
                LotRows.Cost(x.Long(8), x.Text(7)), new(Number(x.Text(9)), currency));
        }));

    private static decimal Number(string text) => decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture);
}
