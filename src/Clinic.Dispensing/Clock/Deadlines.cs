using Clinic.Abstractions;
using Clinic.Dispensing.Closing;
using Clinic.Dispensing.Dispensations;
using Clinic.Dispensing.Rights;
using Clinic.Dispensing.Stock;
using Clinic.Dispensing.Tickets;
using NodaTime;

namespace Clinic.Dispensing.Clock;

/// <summary>What passing time does: requests lapse, holds end, use becomes overdue, tickets are brought up again.</summary>
public sealed class Deadlines
{
    private readonly DispensingDesk desk;
    private readonly IStockIssuer stock;

    internal Deadlines(DispensingDesk desk, IStockIssuer stock)
    {
        this.desk = desk;
        this.stock = stock;
    }

    /// <summary>Does what a passed deadline demands; refused while it has not passed, so twice changes nothing.</summary>
    /// <exception cref="DispensingException">The deadline has not passed or was dealt with.</exception>
    public Task<DispensationAnswer> PassAsync(CommandContext x, PassDeadline command, CancellationToken cancellationToken = default) =>
        desk.Work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Stages it into a commit of the caller.</summary>
    public async Task<DispensationAnswer> StageAsync(IUnit unit, PassDeadline command, CancellationToken cancellationToken)
    {
        var failures = new Failures();
        var before = await desk.LoadAsync(unit, command, DispensingAct.Clock, failures, cancellationToken).ConfigureAwait(false);
        failures.ThrowIfAny();
        return command.Kind switch
        {
            DeadlineKind.Validity => await EndAsync(unit, before, DispenseTrigger.Lapse, "validity passed", before.HasLapsedAt(unit.Now), before.ValidUntil, failures, cancellationToken).ConfigureAwait(false),
            DeadlineKind.Hold => await EndAsync(unit, before, DispenseTrigger.HoldExpired, "hold ended", before.HoldHasRunOutAt(unit.Now), before.Hold?.Until, failures, cancellationToken).ConfigureAwait(false),
            DeadlineKind.Authorisation => RaiseOnce(unit, before, TicketKind.LateAuthorisation, before.ToSnapshot().DeadlineOf(DeadlineKind.Authorisation), failures),
            DeadlineKind.Confirmation => RaiseOnce(unit, before, TicketKind.UnconfirmedReceipt, before.ToSnapshot().DeadlineOf(DeadlineKind.Confirmation), failures),
            DeadlineKind.Use => Overdue(unit, before, failures),
            DeadlineKind.Ticket => Escalate(unit, before, failures),
            _ => throw new ArgumentOutOfRangeException(nameof(command), command.Kind, "Unknown deadline."),
        };
    }

    private async Task<DispensationAnswer> EndAsync(
        IUnit unit, Dispensation before, DispenseTrigger trigger, string reason, bool hasPassed, Instant? until, Failures failures, CancellationToken ct)
    {
        failures.Require(hasPassed, trigger == DispenseTrigger.Lapse ? DispensingRules.StillValid : DispensingRules.HoldRuns, ("until", until), ("now", unit.Now));
        var after = before.End(failures, trigger, new(reason, unit.Context.Actor.Person, unit.Now));
        failures.ThrowIfAny();
        await StockKeeping.ReleaseAsync(unit, stock, before, reason, ct).ConfigureAwait(false);
        DispensingDesk.Publish(unit, DispensingEvents.Ended, after);
        return desk.Save(unit, before, after, trigger == DispenseTrigger.Lapse ? "dispensation.lapsed" : "dispensation.hold-ended");
    }

    private DispensationAnswer RaiseOnce(IUnit unit, Dispensation before, TicketKind kind, Instant? due, Failures failures)
    {
        failures.Require(due <= unit.Now, DispensingRules.NotOverdue, ("until", due), ("now", unit.Now));
        failures.ThrowIfAny();
        return desk.Save(unit, before, before.Raise(desk.NewTicket(unit, before, kind)), "dispensation.deadline-passed", kind.ToString());
    }

    private DispensationAnswer Overdue(IUnit unit, Dispensation before, Failures failures)
    {
        failures.Require(before.UseBy <= unit.Now, DispensingRules.NotOverdue, ("until", before.UseBy), ("now", unit.Now));
        // What waits for reconciliation stays there; only the ticket is missing.
        var waits = before.Accountability == AccountabilityStatus.ToReconcile;
        failures.Require(!waits || before.ToSnapshot().DeadlineOf(DeadlineKind.Use) is not null, DispensingRules.NotOverdue, ("until", before.UseBy), ("now", unit.Now));
        var after = waits ? before : before.BecomeOverdue(failures);
        failures.ThrowIfAny();
        if ((Reconciliation.Of(after).Any(r => r.Difference != 0) || after.Returns.Any(r => r.IsPending)) && after.Tickets.All(t => t.Kind != TicketKind.OverdueRemainder))
            after = after.Raise(desk.NewTicket(unit, after, TicketKind.OverdueRemainder));
        DispensingDesk.Publish(unit, DispensingEvents.Overdue, after);
        return desk.Save(unit, before, after, "dispensation.overdue");
    }

    private DispensationAnswer Escalate(IUnit unit, Dispensation before, Failures failures)
    {
        var due = before.Tickets.Where(t => t.IsOpen && t.Due <= unit.Now).ToList();
        failures.Require(due.Count > 0, DispensingRules.NotOverdue, ("until", before.Tickets.Where(t => t.IsOpen).Min(t => (Instant?)t.Due)), ("now", unit.Now));
        failures.ThrowIfAny();
        var after = before;
        foreach (var ticket in due)
        {
            var again = ticket with { Escalations = ticket.Escalations + 1, Due = unit.Now + desk.Options.EscalateEvery };
            after = after.With(again);
            DispensingDesk.Publish(unit, DispensingEvents.TicketEscalated, after, again);
        }

        return desk.Save(unit, before, after, "ticket.escalated", $"{due.Count} tickets");
    }
}
