using System.Globalization;
using Clinic.Abstractions;
using Clinic.EmergencyBilling.Statements.Invoices;
using Clinic.EmergencyBilling.Stays;
using Clinic.EmergencyBilling.Tariffs;

namespace Clinic.EmergencyBilling.Statements;

/// <summary>What a change of a stay means for its bill: a revision, invoices, or their negation, in the same commit.</summary>
internal sealed class StayBilling(
    IStatementStore statements, IStayInvoiceStore invoices, ITariffSource tariffs, VisitCharges charges, EmergencyBillingOptions options, IIdGenerator ids)
{
    /// <summary>Checks what the bill needs, and gives what is to be staged once every guard holds.</summary>
    public async Task<BillChange> PrepareAsync(IUnit unit, EmergencyStay before, EmergencyStay after, Failures failures, CancellationToken ct)
    {
        if (ReferenceEquals(before, after) || !Concerns(after)) return BillChange.None;
        var last = await statements.FindAsync(unit.Context.Tenant, after.Id, null, ct).ConfigureAwait(false);
        return after.Events[^1].Kind switch
        {
            StayEventKind.Closed or StayEventKind.Abandoned or StayEventKind.TimeCorrected or StayEventKind.CarvedOut when after.Status == StayStatus.Closed =>
                await RevisedAsync(unit, after, last, ct).ConfigureAwait(false),
            StayEventKind.MarkedNotBillable or StayEventKind.EnteredInError => Negated(unit, after, last),
            StayEventKind.Invoiced => await InvoicedAsync(unit, after, last, failures, ct).ConfigureAwait(false),
            StayEventKind.Settled => await SettledAsync(unit, after, failures, ct).ConfigureAwait(false),
            StayEventKind.Credited => await CreditedAsync(unit, after, last, failures, ct).ConfigureAwait(false),
            _ => BillChange.None,
        };
    }

    /// <summary>Stages a revision under the prices in force; refused when nothing would change.</summary>
    public async Task<StatementAnswer> RepriceAsync(IUnit unit, EmergencyStay stay, RepriceStay command, Failures failures, CancellationToken ct)
    {
        var last = await statements.FindAsync(unit.Context.Tenant, stay.Id, null, ct).ConfigureAwait(false);
        failures.Require(stay.Status == StayStatus.Closed, EmergencyBillingRules.StayTransitionRefused,
            ("machine", "stay"), ("status", stay.Status), ("trigger", "Reprice"), ("allowed", string.Join(", ", StayLifecycle.Allowed(stay.Status))));
        failures.Text("reason", command.Reason, 300);
        failures.ThrowIfAny();
        var fresh = await PriceAsync(unit, stay, ct).ConfigureAwait(false);
        if (last is { Statement.Kind: StatementKind.Final } && StatementDifference.SameFigures(last.Statement, fresh))
            throw failures.With(EmergencyBillingRules.NothingToReprice, ("revision", last.Revision), ("recorded", Text(last.Statement)));
        unit.Require(stay.Fact, stay.Version);
        var next = Next(unit, stay, last, fresh);
        statements.Add(unit, next);
        unit.Audit("stay.repriced", stay.Fact, string.Create(CultureInfo.InvariantCulture, $"revision {next.Revision}, {Text(fresh)}"));
        return new(stay.Id, next.Revision, fresh.Total, last is { Statement.Kind: StatementKind.Final } ? last.Statement.Total : null);
    }

    private static bool Concerns(EmergencyStay stay) =>
        stay.Status is StayStatus.Closed or StayStatus.Invoiced or StayStatus.Settled or StayStatus.Credited or StayStatus.NotBillable or StayStatus.EnteredInError;

    private async Task<BillChange> RevisedAsync(IUnit unit, EmergencyStay after, RecordedStatement? last, CancellationToken ct)
    {
        ChargeStatement fresh;
        try
        {
            fresh = await PriceAsync(unit, after, ct).ConfigureAwait(false);
        }
        catch (EmergencyBillingException e) when (e.Code is EmergencyBillingRules.NoTariffInForce or EmergencyBillingRules.CalendarEnds)
        {
            // The clock ends all the same; without a bill it cannot be invoiced until somebody prices it.
            return BillChange.None;
        }

        // A correction to the same value changes no money, so it makes no revision.
        if (last is { Statement.Kind: StatementKind.Final } && StatementDifference.SameFigures(last.Statement, fresh)) return new(last.Revision, fresh.Total, () => { });
        var next = Next(unit, after, last, fresh);
        return new(next.Revision, fresh.Total, () => statements.Add(unit, next));
    }

    private BillChange Negated(IUnit unit, EmergencyStay after, RecordedStatement? last)
    {
        if (last is not { Statement.Kind: StatementKind.Final }) return BillChange.None;
        var credit = Next(unit, after, last, Crediting.Of(last.Statement, unit.Now), last.Revision);
        return new(credit.Revision, 0m, () => statements.Add(unit, credit));
    }

    private async Task<BillChange> InvoicedAsync(IUnit unit, EmergencyStay after, RecordedStatement? last, Failures failures, CancellationToken ct)
    {
        if (last is not { Statement: { Kind: StatementKind.Final } bill })
        {
            failures.Add(EmergencyBillingRules.StatementMissing, ("stay", after.Id));
            return BillChange.None;
        }

        var fresh = await PriceAsync(unit, after, ct).ConfigureAwait(false);
        failures.Require(StatementDifference.SameFigures(bill, fresh), EmergencyBillingRules.StatementOutdated,
            ("revision", last.Revision), ("recorded", Text(bill)), ("now", Text(fresh)));
        failures.Require(bill.Lines.Sum(l => l.Amount) == bill.Subtotal, EmergencyBillingRules.StatementDamaged, ("stay", after.Id), ("revision", last.Revision));
        var joined = await charges.LeftAsync(unit, after, ct).ConfigureAwait(false);
        foreach (var odd in joined.Where(o => o.Unpriced is not null))
            failures.Add(EmergencyBillingRules.OtherChargeUnpriced, ("reference", odd.Reference), ("code", odd.Code), ("source", odd.Source), ("found", odd.Unpriced));
        foreach (var odd in joined.Where(o => o.Currency != bill.Currency))
            failures.Add(EmergencyBillingRules.OtherCurrency, ("reference", odd.Reference), ("found", odd.Currency), ("allowed", bill.Currency));
        var asked = InvoiceSplitting.Of(after, last, joined, options.OtherChargesGoTo, ids, unit.Now);
        return new(last.Revision, asked.Sum(i => i.Total), () =>
        {
            foreach (var invoice in asked) invoices.Add(unit, invoice);
        });
    }

    private async Task<BillChange> SettledAsync(IUnit unit, EmergencyStay after, Failures failures, CancellationToken ct)
    {
        failures.Text("reason", after.Events[^1].Reason, 300);
        var due = 0m;
        foreach (var invoice in (await invoices.OfStayAsync(unit.Context.Tenant, after.Id, ct).ConfigureAwait(false)).Where(i => i.IsCharge))
        {
            failures.Require(invoice.Status == StayInvoiceStatus.Accepted, EmergencyBillingRules.InvoiceNotAccepted, ("invoice", invoice.Id), ("status", invoice.Status));
            unit.Require(invoice.Fact, invoice.Version);
            due += invoice.Total;
        }

        return new(null, due, () => { });
    }

    private async Task<BillChange> CreditedAsync(IUnit unit, EmergencyStay after, RecordedStatement? last, Failures failures, CancellationToken ct)
    {
        if (last is not { Statement.Kind: StatementKind.Final })
        {
            failures.Add(EmergencyBillingRules.StatementMissing, ("stay", after.Id));
            return BillChange.None;
        }

        var standing = (await invoices.OfStayAsync(unit.Context.Tenant, after.Id, ct).ConfigureAwait(false)).Where(i => i.IsCharge).ToList();
        foreach (var waiting in standing.Where(i => i.Status == StayInvoiceStatus.Pending && i.Attempts > 0))
            failures.Add(EmergencyBillingRules.InvoiceOnItsWay, ("invoice", waiting.Id));
        var credit = Next(unit, after, last, Crediting.Of(last.Statement, unit.Now), last.Revision);
        return new(credit.Revision, credit.Statement.Total, () =>
        {
            statements.Add(unit, credit);
            foreach (var invoice in standing)
            {
                if (invoice.Status == StayInvoiceStatus.Accepted) invoices.Add(unit, invoice.Negation(ids.Next<StayInvoiceId>(), credit.Revision, unit.Now));
                // What the issuer never accepted was never owed; what was accepted stays, and its credit note answers it.
                invoices.Save(unit, invoice.Status == StayInvoiceStatus.Accepted ? invoice.Credited() : invoice.Annulled(unit.Now));
            }
        });
    }

    private async Task<ChargeStatement> PriceAsync(IUnit unit, EmergencyStay stay, CancellationToken ct)
    {
        var inForce = await tariffs.ReadAsync(unit.Context.Tenant, stay.Site, ct).ConfigureAwait(false);
        inForce.Require(unit);
        return ChargeStatement.Of(StayInquiries.Price(stay, inForce, unit.Now), StatementKind.Final);
    }

    private static RecordedStatement Next(IUnit unit, EmergencyStay stay, RecordedStatement? last, ChargeStatement statement, int? reverses = null) =>
        new(stay.Id, stay.Site, (last?.Revision ?? 0) + 1, statement, stay.Version, unit.Context.Actor.Person, unit.Now, reverses);

    private static string Text(ChargeStatement s) => new Money(s.Total, s.Currency).ToString();
}
