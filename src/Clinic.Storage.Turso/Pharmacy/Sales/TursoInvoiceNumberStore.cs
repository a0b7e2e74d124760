using Clinic.Abstractions;
using Clinic.Pharmacy.Sales.Invoices;

namespace Clinic.Storage.Turso.Pharmacy.Sales;

/// <summary>The numbers that the clinic gives itself, without gaps.</summary>
internal sealed class TursoInvoiceNumberStore(ClinicDatabase source) : IInvoiceNumberStore
{
    private const string Insert = """
        INSERT INTO invoice_numbers (tenant_id, kind, series, sequence, invoice_id, at)
        SELECT ?1, ?2, ?3, ?4, ?5, ?6
        WHERE ?4 - 1 = (SELECT coalesce(max(n.sequence), 0) FROM invoice_numbers n WHERE n.tenant_id = ?1 AND n.kind = ?2 AND n.series = ?3)
            AND NOT EXISTS (SELECT 1 FROM invoice_numbers n WHERE n.tenant_id = ?1 AND n.invoice_id = ?5)
        """;

    /// <inheritdoc/>
    public Task<InvoiceNumber?> FindAsync(TenantId tenant, InvoiceId invoice, CancellationToken cancellationToken) => source.FindAsync(
        "SELECT n.kind, n.series, n.sequence, n.invoice_id, n.at FROM invoice_numbers n WHERE n.tenant_id = ?1 AND n.invoice_id = ?2",
        [tenant.Value, invoice.Value],
        r => new InvoiceNumber(r.Enum<InvoiceKind>(0), r.Text(1), r.Long(2), r.Id<InvoiceId>(3), r.Instant(4)), cancellationToken);

    /// <inheritdoc/>
    public async Task<long> LastAsync(TenantId tenant, InvoiceKind kind, string series, CancellationToken cancellationToken) =>
        (await source.ListAsync(
            "SELECT coalesce(max(n.sequence), 0) FROM invoice_numbers n WHERE n.tenant_id = ?1 AND n.kind = ?2 AND n.series = ?3",
            [tenant.Value, SqlValue.Of(kind), series], r => r.Long(0), cancellationToken).ConfigureAwait(false))[0];

    /// <inheritdoc/>
    public void Add(IUnit unit, InvoiceNumber number)
    {
        ArgumentNullException.ThrowIfNull(number);
        var mine = TursoUnit.Of(unit);
        mine.Add(
            Insert, Guard.OneRow(new FactKey("pharmacy.invoice", number.Invoice.Value)),
            mine.Tenant, SqlValue.Of(number.Kind), number.Series, number.Sequence, number.Invoice.Value, number.At);
    }
}
