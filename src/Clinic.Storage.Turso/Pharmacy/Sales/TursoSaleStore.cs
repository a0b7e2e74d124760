using System.Text.Json;
using Clinic.Abstractions;
using Clinic.Pharmacy.Sales;

namespace Clinic.Storage.Turso.Pharmacy.Sales;

/// <summary>Sales; a line of a basket is read and written without the others.</summary>
internal sealed class TursoSaleStore : ISaleStore
{
    private const string Select = $"""
        SELECT {SaleRows.Columns},
            (SELECT json_group_array({SaleRows.LineArray}) FROM sale_lines x WHERE x.tenant_id = s.tenant_id AND x.sale_id = s.id),
            (SELECT json_group_array({SaleRows.PaymentArray}) FROM sale_payments x WHERE x.tenant_id = s.tenant_id AND x.sale_id = s.id),
            (SELECT json_group_array({SaleRows.ReturnArray}) FROM sale_returns x WHERE x.tenant_id = s.tenant_id AND x.sale_id = s.id)
        FROM sales s WHERE s.tenant_id = ?1 AND s.id = ?2
        """;

    private const string SelectLine = $"""
        SELECT {SaleRows.Columns},
            (SELECT {SaleRows.LineArray} FROM sale_lines x WHERE x.tenant_id = s.tenant_id AND x.sale_id = s.id AND (x.number = ?3 OR x.presentation_id = ?4))
        FROM sales s WHERE s.tenant_id = ?1 AND s.id = ?2
        """;

    private const string Insert = """
        INSERT INTO sales (tenant_id, id, site_id, location_id, cashier_id, segment, currency, buyer, buyer_key, patient_id, department_id, begun, status, line_count,
            last_line, net, discount, tax, rounding, credited, completed, shift_id, invoice_id, cancelled, reason, version, created_at, updated_at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?27)
        """;

    private const string Update = """
        UPDATE sales SET cashier_id = ?3, buyer = ?4, buyer_key = ?5, status = ?6, line_count = ?7, last_line = ?8, net = ?9, discount = ?10, tax = ?11, rounding = ?12,
            credited = ?13, completed = ?14, shift_id = ?15, invoice_id = ?16, cancelled = ?17, reason = ?18, version = ?19, updated_at = ?20
        WHERE tenant_id = ?1 AND id = ?2 AND version = ?19 - 1
        """;

    // Running sums only: the buyer of a basket does not change with its lines.
    private const string UpdateSums = """
        UPDATE sales SET line_count = ?3, last_line = ?4, net = ?5, discount = ?6, tax = ?7, version = ?8, updated_at = ?9
        WHERE tenant_id = ?1 AND id = ?2 AND version = ?8 - 1
        """;

    private const string PutLine = """
        INSERT INTO sale_lines (tenant_id, sale_id, number, presentation_id, code, description, quantity, unit, scale, steps, controlled, net, tax, price, prescription,
            reservation_id, posting_id, lots)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)
        ON CONFLICT (tenant_id, sale_id, number) DO UPDATE SET quantity = ?7, unit = ?8, scale = ?9, steps = ?10, net = ?12, tax = ?13, price = ?14, prescription = ?15,
            reservation_id = ?16, posting_id = ?17, lots = ?18
        """;

    private const string DropLine = "DELETE FROM sale_lines WHERE tenant_id = ?1 AND sale_id = ?2 AND number = ?3";

    private const string InsertPayment = """
        INSERT INTO sale_payments (tenant_id, sale_id, number, kind, amount, is_refund, given, reference, department_id, shift_id, at, by_id, return_number)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
        """;

    private const string InsertReturn = """
        INSERT INTO sale_returns (tenant_id, sale_id, number, at, by_id, shift_id, reason, lines, rounding, total, credit_note_id)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
        """;

    private readonly ClinicDatabase source;
    private readonly BuyerField buyers;

    public TursoSaleStore(ClinicDatabase source, FieldKeyRing? keys = null)
    {
        this.source = source;
        buyers = new(new FieldCipher(keys));
    }

    /// <inheritdoc/>
    public Task<Sale?> FindAsync(TenantId tenant, SaleId sale, CancellationToken cancellationToken) =>
        source.FindAsync(Select, [tenant.Value, sale.Value], r => Read(tenant, r), cancellationToken);

    /// <inheritdoc/>
    public Task<Basket?> FindBasketAsync(TenantId tenant, SaleId sale, PresentationId? presentation, int? line, CancellationToken cancellationToken) =>
        source.FindAsync(SelectLine, [tenant.Value, sale.Value, line, presentation?.Value], r => ReadBasket(tenant, r), cancellationToken);

    /// <inheritdoc/>
    public async Task<Page<SaleHead>> ListAsync(TenantId tenant, SaleQuery query, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(page);
        var filter = new Filter($"SELECT {SaleRows.Columns} FROM sales s WHERE s.tenant_id = ?1", tenant.Value);
        if (query.Status is { } status) filter.And("s.status =", SqlValue.Of(status));
        if (query.Shift is { } shift) filter.And("s.shift_id =", shift.Value);
        if (query.Patient is { } patient) filter.And("s.patient_id =", patient.Value);
        if (query.Cashier is { } cashier) filter.And("s.cashier_id =", cashier.Value);
        if (query.Site is { } site) filter.And("s.site_id =", site.Value);
        if (page.After is { } after) filter.And("(s.begun, s.id) < (SELECT a.begun, a.id FROM sales a WHERE a.tenant_id = ?1 AND a.id =", after).Close();
        var (sql, values) = filter.End("ORDER BY s.begun DESC, s.id DESC", page.Size + 1);
        return Paging.Cut(
            await source.ListAsync(sql, values, r => SaleRows.Head(r, tenant.Value, buyers), cancellationToken).ConfigureAwait(false), page, h => h.Id.ToString());
    }

    /// <inheritdoc/>
    public void Add(IUnit unit, Sale sale)
    {
        ArgumentNullException.ThrowIfNull(sale);
        var mine = TursoUnit.Of(unit);
        var h = sale.Head;
        mine.Add(
            Insert, Guard.OneRow(sale.Fact),
            mine.Tenant, h.Id.Value, h.Site.Value, h.Location.Value, h.Cashier.Value, h.Segment.ToString(), h.Net.Currency.Code,
            buyers.Seal(buyers.ActiveId, mine.Tenant, h.Id.Value, h.Buyer), buyers.ActiveId, h.Patient?.Value, h.Department?.Value, h.Begun, SqlValue.Of(h.Status),
            h.LineCount, h.LastLine, h.Net.Amount, h.Discount.Amount, h.Tax.Amount, h.Rounding.Amount, h.Credited.Amount, h.Completed, h.Shift?.Value, h.Invoice?.Value,
            h.Cancelled, h.Reason, h.Version, mine.Now);
        foreach (var line in sale.Lines) Put(mine, h, line);
    }

    /// <inheritdoc/>
    public void SaveLine(IUnit unit, SaleHead head, SaleLine line, bool isRemoved)
    {
        ArgumentNullException.ThrowIfNull(head);
        ArgumentNullException.ThrowIfNull(line);
        var mine = TursoUnit.Of(unit);
        mine.Add(
            UpdateSums, Guard.OneRow(head.Fact()),
            mine.Tenant, head.Id.Value, head.LineCount, head.LastLine, head.Net.Amount, head.Discount.Amount, head.Tax.Amount, head.Version, mine.Now);
        if (isRemoved) mine.Add(DropLine, Guard.OneRow(head.Fact()), mine.Tenant, head.Id.Value, line.Number);
        else Put(mine, head, line);
    }

    /// <inheritdoc/>
    public void Save(IUnit unit, Sale before, Sale after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var mine = TursoUnit.Of(unit);
        var h = after.Head;
        mine.Add(
            Update, Guard.OneRow(after.Fact),
            mine.Tenant, h.Id.Value, h.Cashier.Value, buyers.Seal(buyers.ActiveId, mine.Tenant, h.Id.Value, h.Buyer), buyers.ActiveId, SqlValue.Of(h.Status), h.LineCount,
            h.LastLine, h.Net.Amount, h.Discount.Amount, h.Tax.Amount, h.Rounding.Amount, h.Credited.Amount, h.Completed, h.Shift?.Value, h.Invoice?.Value, h.Cancelled,
            h.Reason, h.Version, mine.Now);
        foreach (var line in after.Lines.Except(before.Lines)) Put(mine, h, line);
        foreach (var p in after.Payments.Skip(before.Payments.Count))
        {
            mine.Add(
                InsertPayment, Guard.OneRow(after.Fact),
                mine.Tenant, h.Id.Value, p.Number, SqlValue.Of(p.Kind), p.Amount.Amount, p.IsRefund, p.Given?.Amount, p.Reference, p.Department?.Value, p.Shift.Value, p.At,
                p.By.Value, p.Return);
        }

        foreach (var back in after.Returns.Skip(before.Returns.Count))
        {
            mine.Add(
                InsertReturn, Guard.OneRow(after.Fact),
                mine.Tenant, h.Id.Value, back.Number, back.At, back.By.Value, back.Shift.Value, back.Reason, SaleRows.Json(back.Lines), back.Rounding.Amount,
                back.Total.Amount, back.CreditNote?.Value);
        }
    }

    private static void Put(TursoUnit mine, SaleHead head, SaleLine line) => mine.Add(
        PutLine, Guard.OneRow(head.Fact()),
        mine.Tenant, head.Id.Value, line.Number, line.Presentation.Value, line.Code, line.Description, line.Quantity.Value, line.Quantity.Unit.Code, line.Stock.Scale,
        line.Stock.Steps, SqlValue.Of(line.Controlled), line.Price.Net.Amount, line.Price.Tax().Amount, SaleRows.Json(line.Price),
        line.Prescription is null ? null : SaleRows.Json(line.Prescription), line.Reservation?.Value, line.Posting?.Value, SaleRows.Json(line.Parts));

    private Sale Read(TenantId tenant, Row r)
    {
        var head = SaleRows.Head(r, tenant.Value, buyers);
        return Sale.Restore(new(
            head, JsonRows.Read(r.Text(SaleRows.HeadColumns), SaleRows.Line),
            JsonRows.Read(r.Text(SaleRows.HeadColumns + 1), x => SaleRows.Payment(x, head.Net.Currency)),
            JsonRows.Read(r.Text(SaleRows.HeadColumns + 2), x => SaleRows.Return(x, head.Net.Currency))));
    }

    private Basket ReadBasket(TenantId tenant, Row r)
    {
        var head = SaleRows.Head(r, tenant.Value, buyers);
        if (r.TextOrNull(SaleRows.HeadColumns) is not { } json) return new(head, null);
        using var document = JsonDocument.Parse(json);
        return new(head, SaleRows.Line(document.RootElement));
    }
}
