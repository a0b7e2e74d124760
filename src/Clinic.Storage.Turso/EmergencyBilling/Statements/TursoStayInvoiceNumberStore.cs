using Clinic.Abstractions;
using Clinic.EmergencyBilling.Statements.Invoices;

namespace Clinic.Storage.Turso.EmergencyBilling.Statements;

/// <summary>The numbers that the clinic gives itself, without gaps.</summary>
internal sealed class TursoStayInvoiceNumberStore(ClinicDatabase source) : IStayInvoiceNumberStore
{
    /// <inheritdoc/>
    public Task<StayInvoiceNumber?> FindAsync(TenantId tenant, StayInvoiceId invoice, CancellationToken cancellationToken) =>
        source.FindAsync(
            "SELECT n.kind, n.series, n.sequence, n.invoice_id, n.at FROM stay_invoice_numbers n WHERE n.tenant_id = ?1 AND n.invoice_id = ?2", [tenant.Value, invoice.Value],
            r => new StayInvoiceNumber(r.Enum<StayInvoiceKind>(0), r.Text(1), r.Long(2), r.Id<StayInvoiceId>(3), r.Instant(4)), cancellationToken);

    /// <inheritdoc/>
    public async Task<long> LastAsync(TenantId tenant, StayInvoiceKind kind, string series, CancellationToken cancellationToken) =>
        (await source.ListAsync(
            "SELECT coalesce(max(n.sequence), 0) FROM stay_invoice_numbers n WHERE n.tenant_id = ?1 AND n.kind = ?2 AND n.series = ?3",
            [tenant.Value, SqlValue.Of(kind), series], r => r.Long(0), cancellationToken).ConfigureAwait(false))[0];

    /// <inheritdoc/>
    public void Add(IUnit unit, StayInvoiceNumber number)
    {
        ArgumentNullException.ThrowIfNull(number);
        var mine = TursoUnit.Of(unit);
        mine.Add(
            """
            INSERT INTO stay_invoice_numbers (tenant_id, kind, series, sequence, invoice_id, at)
            SELECT ?1, ?2, ?3, ?4, ?5, ?6
            WHERE ?4 = 1 + coalesce((SELECT max(o.sequence) FROM stay_invoice_numbers o WHERE o.tenant_id = ?1 AND o.kind = ?2 AND o.series = ?3), 0)
            """,
            Guard.OneRow(StayInvoice.FactOf(number.Invoice)),
            mine.Tenant, SqlValue.Of(number.Kind), number.Series, number.Sequence, number.Invoice.Value, number.At);
    }
}
