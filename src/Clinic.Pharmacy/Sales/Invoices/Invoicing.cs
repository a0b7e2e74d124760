using System.Globalization;
using Clinic.Abstractions;
using Clinic.Pharmacy.Rights;
using Clinic.Pharmacy.Stock;
using NodaTime;

namespace Clinic.Pharmacy.Sales.Invoices;

/// <summary>Takes pending documents to their issuer, after the commit that asked for them.</summary>
public sealed class Invoicing
{
    private readonly IUnitOfWork work;
    private readonly IInvoiceStore invoices;
    private readonly InvoiceDesk desk;
    private readonly IInvoiceIssuer issuer;
    private readonly SalesOptions options;
    private readonly IClock clock;
    private readonly IIdGenerator ids;

    internal Invoicing(IUnitOfWork work, IInvoiceStore invoices, InvoiceDesk desk, IInvoiceIssuer issuer, SalesOptions options, IClock clock, IIdGenerator ids)
    {
        this.work = work;
        this.invoices = invoices;
        this.desk = desk;
        this.issuer = issuer;
        this.options = options;
        this.clock = clock;
        this.ids = ids;
    }

    /// <summary>Asks again for a document that was rejected.</summary>
    /// <exception cref="PharmacyException">It is unknown or was not rejected, or the role is missing.</exception>
    public Task<InvoiceAnswer> AskAgainAsync(CommandContext x, AskInvoiceAgain command, CancellationToken cancellationToken = default) =>
        work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Asks the issuer for what is due, the oldest first; what cannot be reached comes again after a growing pause.</summary>
    /// <returns>How many were asked, how many failed, and the kind of the first failure.</returns>
    public async Task<JobReport> RunDueAsync(TenantId tenant, int most, CancellationToken cancellationToken = default)
    {
        var due = await invoices.DueAsync(tenant, clock.GetCurrentInstant(), most, cancellationToken).ConfigureAwait(false);
        return await JobReport.OfEachAsync(due, async (invoice, ct) => await AskAsync(tenant, invoice, ct).ConfigureAwait(false) ? 1 : 0, cancellationToken).ConfigureAwait(false);
    }

    // First the attempt is written down, so that nobody else asks meanwhile; a crash after it only delays the next attempt.
    private async Task<bool> AskAsync(TenantId tenant, Invoice due, CancellationToken ct)
    {
        var attempt = new AttemptInvoice(due.Id, due.Version);
        InvoiceAnswer taken;
        try
        {
            taken = await work.RunAsync(Context(tenant, due), attempt, (unit, token) => StageAsync(unit, attempt, token), ct).ConfigureAwait(false);
        }
        catch (ConcurrencyConflictException)
        {
            return false;
        }

        if (taken.Version != due.Version + 1) return false;
        var request = await desk.RequestAsync(tenant, due, ct).ConfigureAwait(false);
        // A credit note names the invoice it corrects, so it waits until that one has its number.
        if (request is { Kind: InvoiceKind.CreditNote, Corrects: null }) return false;
        var outcome = due.Status == InvoiceStatus.Accepted
            ? await issuer.VoidAsync(request, ct).ConfigureAwait(false)
            : await issuer.IssueAsync(request, ct).ConfigureAwait(false);
        if (outcome is InvoiceOutcome.Later) return false;
        var answer = new AnswerInvoice(due.Id, outcome.GetType().Name, (outcome as InvoiceOutcome.Accepted)?.Number);
        await work.RunAsync(Context(tenant, due), answer, (unit, token) => StageAsync(unit, answer, outcome, token), ct).ConfigureAwait(false);
        return true;
    }

    private CommandContext Context(TenantId tenant, Invoice invoice) => new(tenant, invoice.ToSnapshot().Site, Actor.System, "job", ids.Next<CommandId>());

    private async Task<InvoiceAnswer> StageAsync(IUnit unit, AttemptInvoice command, CancellationToken ct)
    {
        var invoice = await LoadAsync(unit.Context.Tenant, command.Invoice, ct).ConfigureAwait(false);
        // Somebody else was quicker: there is nothing to do, and nothing is written.
        if (invoice.Version != command.Version) return new(invoice.Id, invoice.Status, Version: 0);
        var next = invoice.Attempt(unit.Now + Pause(invoice.ToSnapshot().Attempts));
        invoices.Save(unit, next);
        unit.Audit("invoice.attempted", next.Fact, string.Create(CultureInfo.InvariantCulture, $"attempt {next.ToSnapshot().Attempts}"));
        return Answer(next);
    }

    private async Task<InvoiceAnswer> StageAsync(IUnit unit, AnswerInvoice command, InvoiceOutcome outcome, CancellationToken ct)
    {
        var invoice = await LoadAsync(unit.Context.Tenant, command.Invoice, ct).ConfigureAwait(false);
        var next = invoice.Answer(outcome, unit.Now);
        if (ReferenceEquals(next, invoice)) return Answer(invoice);
        invoices.Save(unit, next);
        unit.Audit("invoice.answered", next.Fact, next.Status.ToString());
        return Answer(next);
    }

    private async Task<InvoiceAnswer> StageAsync(IUnit unit, AskInvoiceAgain command, CancellationToken ct)
    {
        var failures = new Failures();
        PharmacyRights.CheckRole(failures, unit.Context.Actor, PharmacyAct.CancelSale);
        failures.ThrowIfAny();
        var stored = await LoadAsync(unit.Context.Tenant, command.Invoice, ct).ConfigureAwait(false);
        if (command.Version is { } read) VersionCheck.Same(failures, "invoice", read, stored.Version);
        failures.ThrowIfAny();
        var next = stored.AskAgain(unit.Now);
        invoices.Save(unit, next);
        unit.Audit("invoice.asked-again", next.Fact);
        return Answer(next);
    }

    private Duration Pause(int failures)
    {
        var doubled = options.InvoicePause.TotalMilliseconds * Math.Pow(2, Math.Min(failures, 30));
        return Duration.FromMilliseconds(Math.Min(doubled, options.LongestInvoicePause.TotalMilliseconds));
    }

    private async Task<Invoice> LoadAsync(TenantId tenant, InvoiceId id, CancellationToken ct) =>
        (id == default ? null : await invoices.FindAsync(tenant, id, ct).ConfigureAwait(false)) ?? throw new PharmacyException(PharmacyRules.InvoiceUnknown, ("invoice", id));

    private static InvoiceAnswer Answer(Invoice i) => new(i.Id, i.Status, i.Version);
}
