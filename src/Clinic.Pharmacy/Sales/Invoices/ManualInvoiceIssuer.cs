using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Pharmacy.Sales.Invoices;

/// <summary>Numbers documents by the clinic's own series, without gaps; nothing leaves the house.</summary>
public sealed class ManualInvoiceIssuer(IUnitOfWork work, IInvoiceNumberStore numbers, SalesOptions options, IClock clock) : IInvoiceIssuer
{
    /// <inheritdoc/>
    public async Task<InvoiceOutcome> IssueAsync(InvoiceRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        // The document's id is the command's: asked twice, the second answer is the first one.
        var x = new CommandContext(request.Tenant, request.Site, Actor.System, "job", new CommandId(request.Invoice.Value));
        var command = new NumberInvoice(request.Invoice, request.Kind, options.SeriesOf(request.Site));
        var given = await numbers.FindAsync(request.Tenant, request.Invoice, cancellationToken).ConfigureAwait(false)
            ?? await work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken).ConfigureAwait(false);
        return new InvoiceOutcome.Accepted(given.ToString(), null, given.At);
    }

    /// <inheritdoc/>
    public Task<InvoiceOutcome> VoidAsync(InvoiceRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        // The number stays given: a series has no gaps, only annulled documents.
        return Task.FromResult<InvoiceOutcome>(new InvoiceOutcome.Voided(clock.GetCurrentInstant().TruncateToMicroseconds()));
    }

    private async Task<InvoiceNumber> StageAsync(IUnit unit, NumberInvoice command, CancellationToken ct)
    {
        var last = await numbers.LastAsync(unit.Context.Tenant, command.Kind, command.Series, ct).ConfigureAwait(false);
        var number = new InvoiceNumber(command.Kind, command.Series, last + 1, command.Invoice, unit.Now);
        numbers.Add(unit, number);
        unit.Audit("invoice.numbered", new("pharmacy.invoice", command.Invoice.Value), number.ToString());
        return number;
    }
}
