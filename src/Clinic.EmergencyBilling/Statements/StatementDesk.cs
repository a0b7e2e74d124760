using Clinic.Abstractions;
using Clinic.EmergencyBilling.Rights;
using Clinic.EmergencyBilling.Stays;

namespace Clinic.EmergencyBilling.Statements;

/// <summary>Invoices, settles, credits and reprices closed stays.</summary>
public sealed class StatementDesk
{
    private readonly StayDesk desk;
    private readonly StayBilling billing;

    internal StatementDesk(StayDesk desk, StayBilling billing)
    {
        this.desk = desk;
        this.billing = billing;
    }

    /// <summary>Asks for the invoices of a closed stay; they leave after the commit.</summary>
    /// <exception cref="EmergencyBillingException">The stay is not closed, has no bill, its prices moved, or the role is missing.</exception>
    public Task<StayAnswer> InvoiceAsync(CommandContext x, InvoiceStay command, CancellationToken cancellationToken = default) => desk.RunAsync(x, command, cancellationToken);

    /// <summary>Says that all invoices of a stay are paid.</summary>
    /// <exception cref="EmergencyBillingException">One is not accepted yet, the receipt is not named, or the role is missing.</exception>
    public Task<StayAnswer> SettleAsync(CommandContext x, SettleStay command, CancellationToken cancellationToken = default) => desk.RunAsync(x, command, cancellationToken);

    /// <summary>Takes back what was invoiced, line by line; then the stay can be corrected and billed anew.</summary>
    /// <exception cref="EmergencyBillingException">Nothing was invoiced, an invoice is with the issuer, the reason or the role is missing.</exception>
    public Task<StayAnswer> CreditAsync(CommandContext x, CreditStay command, CancellationToken cancellationToken = default) => desk.RunAsync(x, command, cancellationToken);

    /// <summary>Prices a closed stay again under the prices in force.</summary>
    /// <exception cref="EmergencyBillingException">It is not closed, nothing would change, nothing is in force, or the role is missing.</exception>
    public Task<StatementAnswer> RepriceAsync(CommandContext x, RepriceStay command, CancellationToken cancellationToken = default) =>
        desk.Work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Stages a new price into a commit of the caller.</summary>
    public async Task<StatementAnswer> StageAsync(IUnit unit, RepriceStay command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(command);
        var failures = new Failures();
        EmergencyRights.CheckRole(failures, unit.Context.Actor, EmergencyAct.RepriceStay);
        var stay = await desk.LoadAsync(unit, command.Stay, command.Version, failures, cancellationToken).ConfigureAwait(false);
        return await billing.RepriceAsync(unit, stay, command, failures, cancellationToken).ConfigureAwait(false);
    }
}
