using Clinic.Abstractions;
using Clinic.Pharmacy.Sales;
using Clinic.Pharmacy.Sales.Invoices;
using NodaTime;

namespace Clinic.Storage.Turso.Pharmacy.Sales;

/// <summary>Invoices and credit notes.</summary>
internal sealed class TursoInvoiceStore(ClinicDatabase source) : IInvoiceStore
{
    private const string Select = """
        SELECT i.id, i.kind, i.sale_id, i.return_number, i.site_id, i.currency, i.total, i.requested, i.status, i.number, i.authorisation, i.answered, i.reason,
            i.void_wanted, i.voided, i.attempts, i.next_attempt, i.version
        FROM invoices i WHERE i.tenant_id = ?1
        """;

    private const string Insert = """
        INSERT INTO invoices (tenant_id, id, kind, sale_id, return_number, site_id, currency, total, requested, status, number, authorisation, answered, reason,
            void_wanted, voided, attempts, next_attempt, version, created_at, updated_at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?20)
        """;

    private const string Update = """
        UPDATE invoices SET status = ?3, number = ?4, authorisation = ?5, answered = ?6, reason = ?7, void_wanted = ?8, voided = ?9, attempts = ?10, next_attempt = ?11,
            version = ?12, updated_at = ?13
        WHERE tenant_id = ?1 AND id = ?2 AND version = ?12 - 1
        """;

    /// <inheritdoc/>
    public Task<Invoice?> FindAsync(TenantId tenant, InvoiceId invoice, CancellationToken cancellationToken) =>
        source.FindAsync($"{Select} AND i.id = ?2", [tenant.Value, invoice.Value], Read, cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Invoice>> DueAsync(TenantId tenant, Instant now, int most, CancellationToken cancellationToken) =>
        await source.ListAsync(
            $"{Select} AND i.next_attempt IS NOT NULL AND i.next_attempt <= ?2 ORDER BY i.next_attempt, i.id LIMIT ?3",
            [tenant.Value, now, most], Read, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public async Task<Page<Invoice>> ListAsync(TenantId tenant, SaleId? sale, InvoiceStatus? status, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(page);
        var filter = new Filter(Select, tenant.Value);
        if (sale is { } of) filter.And("i.sale_id =", of.Value);
        if (status is { } one) filter.And("i.status =", SqlValue.Of(one));
        if (page.After is { } after) filter.And("(i.requested, i.id) < (SELECT a.requested, a.id FROM invoices a WHERE a.tenant_id = ?1 AND a.id =", after).Close();
        var (sql, values) = filter.End("ORDER BY i.requested DESC, i.id DESC", page.Size + 1);
        return Paging.Cut(await source.ListAsync(sql, values, Read, cancellationToken).ConfigureAwait(false), page, i => i.Id.ToString());
    }

    /// <inheritdoc/>
    public void Add(IUnit unit, Invoice invoice)
    {
        ArgumentNullException.ThrowIfNull(invoice);
        var mine = TursoUnit.Of(unit);
        var s = invoice.ToSnapshot();
        mine.Add(
            Insert, Guard.OneRow(invoice.Fact),
            mine.Tenant, s.Id.Value, SqlValue.Of(s.Kind), s.Sale.Value, s.Return, s.Site.Value, s.Total.Currency.Code, s.Total.Amount, s.Requested, SqlValue.Of(s.Status),
            s.Number, s.Authorisation, s.Answered, s.Reason, s.VoidWanted, s.Voided, s.Attempts, s.NextAttempt, s.Version, mine.Now);
    }

    /// <inheritdoc/>
    public void Save(IUnit unit, Invoice invoice)
    {
        ArgumentNullException.ThrowIfNull(invoice);
        var mine = TursoUnit.Of(unit);
        var s = invoice.ToSnapshot();
        mine.Add(
            Update, Guard.OneRow(invoice.Fact),
            mine.Tenant, s.Id.Value, SqlValue.Of(s.Status), s.Number, s.Authorisation, s.Answered, s.Reason, s.VoidWanted, s.Voided, s.Attempts, s.NextAttempt, s.Version,
            mine.Now);
    }

    private static Invoice Read(Row r) => Invoice.Restore(new(
        r.Id<InvoiceId>(0), r.Enum<InvoiceKind>(1), r.Id<SaleId>(2), r.IntOrNull(3), r.Id<SiteId>(4), new(r.Decimal(6), Currency.Of(r.Text(5))), r.Instant(7),
        r.Enum<InvoiceStatus>(8), r.TextOrNull(9), r.TextOrNull(10), r.InstantOrNull(11), r.TextOrNull(12), r.Bool(13), r.InstantOrNull(14), r.Int(15), r.InstantOrNull(16),
        r.Long(17)));
}
