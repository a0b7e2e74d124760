using Clinic.Abstractions;

namespace Clinic.EmergencyBilling.Statements.Invoices;

/// <summary>Numbers documents by the clinic's own series, without gaps; nothing leaves the house.</summary>
public sealed class ManualStayInvoiceIssuer : IStayInvoiceIssuer
{
    private readonly IUnitOfWork work;
    private readonly IStayInvoiceNumberStore numbers;
    private readonly EmergencyBillingOptions options;

    internal ManualStayInvoiceIssuer(IUnitOfWork work, IStayInvoiceNumberStore numbers, EmergencyBillingOptions options)
    {
        this.work = work;
        this.numbers = numbers;
        this.options = options;
    }

    /// <inheritdoc/>
    public async Task<StayInvoiceOutcome> IssueAsync(StayInvoiceRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var invoice = request.Invoice;
        // The document's id is the command's: asked twice, the second answer is the first one.
        var x = new CommandContext(request.Tenant, invoice.Site, Actor.System, "job", new CommandId(invoice.Id.Value));
        var command = new NumberStayInvoice(invoice.Id, invoice.Kind, options.SeriesOf(invoice.Site));
        var given = await numbers.FindAsync(request.Tenant, invoice.Id, cancellationToken).ConfigureAwait(false)
            ?? await work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken).ConfigureAwait(false);
        return new StayInvoiceOutcome.Accepted(given.ToString(), null, given.At);
    }

    private async Task<StayInvoiceNumber> StageAsync(IUnit unit, NumberStayInvoice command, CancellationToken ct)
    {
        var last = await numbers.LastAsync(unit.Context.Tenant, command.Kind, command.Series, ct).ConfigureAwait(false);
        var number = new StayInvoiceNumber(command.Kind, command.Series, last + 1, command.Invoice, unit.Now);
        numbers.Add(unit, number);
        unit.Audit("stay-invoice.numbered", StayInvoice.FactOf(command.Invoice), number.ToString());
        return number;
    }
}
