using System.Globalization;
using Clinic.Abstractions;
using Clinic.EmergencyBilling.Rights;
using NodaTime;

namespace Clinic.EmergencyBilling.Statements.Invoices;

/// <summary>Takes pending documents to their issuer, after the commit that asked for them.</summary>
public sealed class StayInvoicing
{
    private readonly IUnitOfWork work;
    private readonly IStayInvoiceStore invoices;
    private readonly IStayInvoiceIssuer issuer;
    private readonly EmergencyBillingOptions options;
    private readonly IClock clock;
    private readonly IIdGenerator ids;

    internal StayInvoicing(IUnitOfWork work, IStayInvoiceStore invoices, IStayInvoiceIssuer issuer, EmergencyBillingOptions options, IClock clock, IIdGenerator ids)
    {
        this.work = work;
        this.invoices = invoices;
        this.issuer = issuer;
        this.options = options;
        this.clock = clock;
        this.ids = ids;
    }

    /// <summary>Asks again for a document that was rejected.</summary>
    /// <exception cref="EmergencyBillingException">It is unknown, was changed since or was not rejected, or the role is missing.</exception>
    public Task<StayInvoiceAnswer> AskAgainAsync(CommandContext x, AskStayInvoiceAgain command, CancellationToken cancellationToken = default) =>
        work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Asks the issuer for what is due, the oldest first; what cannot be reached comes again after a growing pause.</summary>
    /// <returns>How many were asked, how many failed, and the kind of the first failure.</returns>
    public async Task<JobReport> RunDueAsync(TenantId tenant, int most, CancellationToken cancellationToken = default)
    {
        var due = await invoices.DueAsync(tenant, clock.GetCurrentInstant(), most, cancellationToken).ConfigureAwait(false);
        return await JobReport.OfEachAsync(due, async (invoice, ct) => await AskAsync(tenant, invoice, ct).ConfigureAwait(false) ? 1 : 0, cancellationToken).ConfigureAwait(false);
    }

    // First the attempt is written down, so that nobody else asks meanwhile; a crash after it only delays the next attempt.
    private async Task<bool> AskAsync(TenantId tenant, StayInvoice due, CancellationToken ct)
    {
        var state = due.ToSnapshot();
        var x = new CommandContext(tenant, state.Site, Actor.System, "job", ids.Next<CommandId>());
        var corrects = state.Credits is { } credited ? await invoices.FindAsync(tenant, credited, ct).ConfigureAwait(false) : null;
        var attempt = new AttemptStayInvoice(due.Id, due.Version);
        StayInvoiceAnswer taken;
        try
        {
            taken = await work.RunAsync(x, attempt, (unit, token) => StageAsync(unit, attempt, token), ct).ConfigureAwait(false);
        }
        catch (ConcurrencyConflictException)
        {
            return false;
        }

        if (taken.Version != due.Version + 1) return false;
        var outcome = await issuer.IssueAsync(new(tenant, state, corrects?.Number), ct).ConfigureAwait(false);
        if (outcome is StayInvoiceOutcome.Later) return false;
        var answer = new AnswerStayInvoice(due.Id, outcome.GetType().Name, (outcome as StayInvoiceOutcome.Accepted)?.Number);
        await work.RunAsync(x with { Command = ids.Next<CommandId>() }, answer, (unit, token) => StageAsync(unit, answer, outcome, token), ct).ConfigureAwait(false);
        return true;
    }

    private async Task<StayInvoiceAnswer> StageAsync(IUnit unit, AttemptStayInvoice command, CancellationToken ct)
    {
        var invoice = await LoadAsync(unit, command.Invoice, ct).ConfigureAwait(false);
        // Somebody else was quicker: there is nothing to do, and nothing is written.
        if (invoice.Version != command.Version || invoice.Status != StayInvoiceStatus.Pending) return new(invoice.Id, invoice.Status, Version: 0);
        var next = invoice.Attempt(unit.Now + Pause(invoice.Attempts));
        invoices.Save(unit, next);
        unit.Audit("stay-invoice.attempted", next.Fact, string.Create(CultureInfo.InvariantCulture, $"attempt {next.Attempts}"));
        return Answer(next);
    }

    private async Task<StayInvoiceAnswer> StageAsync(IUnit unit, AnswerStayInvoice command, StayInvoiceOutcome outcome, CancellationToken ct)
    {
        var invoice = await LoadAsync(unit, command.Invoice, ct).ConfigureAwait(false);
        var next = invoice.Answer(outcome, unit.Now);
        if (ReferenceEquals(next, invoice)) return Answer(invoice);
        invoices.Save(unit, next);
        unit.Audit("stay-invoice.answered", next.Fact, next.Status.ToString());
        return Answer(next);
    }

    private async Task<StayInvoiceAnswer> StageAsync(IUnit unit, AskStayInvoiceAgain command, CancellationToken ct)
    {
        var failures = new Failures();
        EmergencyRights.CheckRole(failures, unit.Context.Actor, EmergencyAct.InvoiceStay);
        failures.ThrowIfAny();
        var stored = await LoadAsync(unit, command.Invoice, ct).ConfigureAwait(false);
        failures.Require(command.Version is null || command.Version == stored.Version, EmergencyBillingRules.StaleVersion,
            ("kind", "invoice"), ("asked", command.Version), ("found", stored.Version));
        failures.ThrowIfAny();
        var next = stored.AskAgain(unit.Now);
        invoices.Save(unit, next);
        unit.Audit("stay-invoice.asked-again", next.Fact);
        return Answer(next);
    }

    private Duration Pause(int attempts)
    {
        var doubled = options.InvoicePause.TotalMilliseconds * Math.Pow(2, Math.Min(attempts, 30));
        return Duration.FromMilliseconds(Math.Min(doubled, options.LongestInvoicePause.TotalMilliseconds));
    }

    private async Task<StayInvoice> LoadAsync(IUnit unit, StayInvoiceId id, CancellationToken ct)
    {
        var found = id == default ? null : await invoices.FindAsync(unit.Context.Tenant, id, ct).ConfigureAwait(false);
        return found is not null && found.ToSnapshot().Site == unit.Context.Site ? found : throw new EmergencyBillingException(EmergencyBillingRules.InvoiceUnknown, ("invoice", id));
    }

    private static StayInvoiceAnswer Answer(StayInvoice i) => new(i.Id, i.Status, i.Version);
}
