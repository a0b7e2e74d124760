using Clinic.Abstractions;
using Clinic.Dispensing.Closing;
using Clinic.Dispensing.Tickets;

namespace Clinic.Dispensing.Dispensations;

public sealed partial class Dispensation
{
    /// <summary>Whether nothing keeps the books from being closed.</summary>
    public bool IsSettled
    {
        get
        {
            var reasons = new Failures();
            WhyNotClosable(reasons, closer: null);
            return reasons.Count == 0;
        }
    }

    /// <summary>Every reason why the books cannot be closed now, but the machine's.</summary>
    internal void WhyNotClosable(Failures failures, PersonId? closer)
    {
        failures.Require(IsAtRest, DispensingRules.StillDispensing, ("status", Status));
        foreach (var row in Reconciliation.Of(this).Where(r => r.Difference != 0)) failures.Add(row.NotBalanced());
        foreach (var pending in state.Returns.Where(r => r.IsPending)) failures.Add(DispensingRules.ReturnPending, ("return", pending.Id));
        foreach (var ticket in state.Tickets.Where(t => t.IsOpen)) failures.Add(DispensingRules.TicketOpen, ("ticket", ticket.Id), ("kind", ticket.Kind));
        failures.Require(Authorised is not null || HadTicket(TicketKind.LateAuthorisation), DispensingRules.NotAuthorised, ("dispensation", Id));
        foreach (var handOver in state.HandOvers.Where(h => DispensationSnapshot.IsUnconfirmed(h) && !state.WasRaisedFor(h)))
            failures.Add(DispensingRules.ReceiptUnconfirmed, ("handOver", handOver.Id));
        failures.Require(closer is null || state.HandOvers.All(h => h.Recipient != closer), DispensingRules.CloserIsRecipient);
    }

    internal Dispensation Close(Failures failures, Signed by) =>
        Next(state with { Accountability = Fire(failures, AccountabilityTrigger.Close), Closed = by });

    internal Dispensation Reopen(Failures failures) =>
        Next(state with { Accountability = Fire(failures, AccountabilityTrigger.Reopen), Closed = null });

    internal Dispensation RaiseDiscrepancy(Failures failures) =>
        Next(state with { Accountability = Fire(failures, AccountabilityTrigger.RaiseDiscrepancy) });

    internal Dispensation PutUnderReview(Failures failures) => Accountability == AccountabilityStatus.UnderReview
        ? this
        : Next(state with { Accountability = Fire(failures, AccountabilityTrigger.RecordDoseBeyond) });

    internal Dispensation Raise(Ticket ticket) => Next(state with { Tickets = [.. state.Tickets, ticket] });

    internal Dispensation With(Ticket ticket) => Next(state with { Tickets = [.. state.Tickets.Select(t => t.Id == ticket.Id ? ticket : t)] });

    internal bool HadTicket(TicketKind kind) => state.Tickets.Any(t => t.Kind == kind && !t.IsOpen);

    internal bool HasOpenTicket(TicketKind kind, LotId? lot = null) => state.Tickets.Any(t => t.Kind == kind && t.IsOpen && (lot is null || t.Lot == lot));

    internal Dispensation ResolveExplained(Failures failures, Ticket resolved)
    {
        var next = With(resolved);
        // The bill may be looked at long after the books were closed; it moves no medicine.
        if (resolved.Kind == TicketKind.BillingDiffers) return next;
        var others = next.state.Tickets.Any(t => t.IsOpen && t.KeepsUnderReview);
        return next.Next(next.state with { Accountability = Fire(failures, AccountabilityTrigger.ResolveExplained, others) });
    }

    /// <summary>Books what is unaccounted for of the ticket's lot, and closes when that was the last of it.</summary>
    internal Dispensation ResolveUnexplained(Failures failures, Ticket resolved, Signed by)
    {
        var account = state.Lines[resolved.Line!.Value - 1].AccountOf(resolved.Lot!.Value)!;
        var booked = resolved with { Resolution = resolved.Resolution! with { Booked = account.Outstanding } };
        var next = With(booked).WithAccount(resolved.Line.Value, account with { Booked = account.Booked + account.Outstanding });
        var others = next.state.Tickets.Any(t => t.IsOpen && t.KeepsUnderReview);
        var accountability = Fire(failures, AccountabilityTrigger.ResolveUnexplained, others, next.IsSettled);
        return next.Next(next.state with { Accountability = accountability, Closed = accountability == AccountabilityStatus.ClosedWithDifference ? by : null });
    }
}
