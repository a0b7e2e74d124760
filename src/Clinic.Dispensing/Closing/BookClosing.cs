using Clinic.Abstractions;
using Clinic.Dispensing.Dispensations;
using Clinic.Dispensing.Rights;
using Clinic.Dispensing.Stock;
using Clinic.Dispensing.Tickets;

namespace Clinic.Dispensing.Closing;

/// <summary>Closing the books, reviewing what differs, and opening them again.</summary>
public sealed class BookClosing
{
    private readonly DispensingDesk desk;
    private readonly IStockIssuer stock;

    internal BookClosing(DispensingDesk desk, IStockIssuer stock)
    {
        this.desk = desk;
        this.stock = stock;
    }

    /// <summary>Closes the books.</summary>
    /// <exception cref="DispensingException">Something differs, waits or is open; every reason is named.</exception>
    public Task<DispensationAnswer> CloseAsync(CommandContext x, CloseDispensation command, CancellationToken cancellationToken = default) =>
        desk.Work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Puts differences under review.</summary>
    /// <exception cref="DispensingException">A rule is broken; every failure is named.</exception>
    public Task<DispensationAnswer> RaiseDiscrepancyAsync(CommandContext x, RaiseDiscrepancy command, CancellationToken cancellationToken = default) =>
        desk.Work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Opens closed books again.</summary>
    /// <exception cref="DispensingException">A rule is broken; every failure is named.</exception>
    public Task<DispensationAnswer> ReopenAsync(CommandContext x, ReopenDispensation command, CancellationToken cancellationToken = default) =>
        desk.Work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Nullifies a dispensation of which nothing was handed over.</summary>
    /// <exception cref="DispensingException">A rule is broken; every failure is named.</exception>
    public Task<DispensationAnswer> MarkEnteredInErrorAsync(CommandContext x, MarkEnteredInError command, CancellationToken cancellationToken = default) =>
        desk.Work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Stages a closing into a commit of the caller.</summary>
    public async Task<DispensationAnswer> StageAsync(IUnit unit, CloseDispensation command, CancellationToken cancellationToken)
    {
        var failures = new Failures();
        var before = await desk.LoadAsync(unit, command, DispensingAct.Close, failures, cancellationToken).ConfigureAwait(false);
        var actor = unit.Context.Actor;
        DispensingDesk.CheckPharmacy(failures, actor, DispensingAct.Close, before);
        before.WhyNotClosable(failures, actor.Person);
        var after = before.Close(failures, new(actor.Person, unit.Now)).Joined(actor.Person);
        failures.ThrowIfAny();
        DispensingDesk.Publish(unit, DispensingEvents.Closed, after);
        return desk.Save(unit, before, after, "dispensation.closed", after.Accountability.ToString());
    }

    /// <summary>Stages a review into a commit of the caller.</summary>
    public async Task<DispensationAnswer> StageAsync(IUnit unit, RaiseDiscrepancy command, CancellationToken cancellationToken)
    {
        var failures = new Failures();
        var before = await desk.LoadAsync(unit, command, DispensingAct.Close, failures, cancellationToken).ConfigureAwait(false);
        var actor = unit.Context.Actor;
        DispensingDesk.CheckPharmacy(failures, actor, DispensingAct.Close, before);
        failures.OptionalText("evidence", command.Evidence, 1000);
        failures.Require(before.IsAtRest, DispensingRules.StillDispensing, ("status", before.Status));
        foreach (var pending in before.Returns.Where(r => r.IsPending)) failures.Add(DispensingRules.ReturnPending, ("return", pending.Id));
        var differing = Reconciliation.Of(before).Where(r => r.Difference != 0 && !before.HasOpenTicket(TicketKind.Difference, r.Lot)).ToList();
        failures.Require(differing.Count > 0, DispensingRules.NoDifference);
        var after = before.RaiseDiscrepancy(failures).Joined(actor.Person);
        failures.ThrowIfAny();
        foreach (var row in differing)
        {
            var ticket = desk.NewTicket(unit, after, TicketKind.Difference, row.Line, row.Lot, row.Difference);
            after = after.Raise(command.Evidence is { } text ? ticket with { Evidence = [new(actor.Person, unit.Now, text)] } : ticket);
        }

        return desk.Save(unit, before, after, "dispensation.under-review", $"{differing.Count} lots differ");
    }

    /// <summary>Stages opening closed books into a commit of the caller.</summary>
    public async Task<DispensationAnswer> StageAsync(IUnit unit, ReopenDispensation command, CancellationToken cancellationToken)
    {
        var failures = new Failures();
        var before = await desk.LoadAsync(unit, command, DispensingAct.Supervise, failures, cancellationToken).ConfigureAwait(false);
        failures.Text("reason", command.Reason, 200);
        if (before.ToSnapshot().Closed is { } closed)
        {
            var until = closed.At + desk.Options.ReopenWithin;
            failures.Require(unit.Now <= until, DispensingRules.ReopenTooLate, ("found", closed.At), ("allowed", until));
        }

        // Who supervises does not become part of the chain by it.
        var after = before.Reopen(failures);
        failures.ThrowIfAny();
        DispensingDesk.Publish(unit, DispensingEvents.Reopened, after);
        return desk.Save(unit, before, after, "dispensation.reopened", command.Reason);
    }

    /// <summary>Stages a nullification into a commit of the caller.</summary>
    public async Task<DispensationAnswer> StageAsync(IUnit unit, MarkEnteredInError command, CancellationToken cancellationToken)
    {
        var failures = new Failures();
        var before = await desk.LoadAsync(unit, command, DispensingAct.Supervise, failures, cancellationToken).ConfigureAwait(false);
        failures.Text("reason", command.Reason, 200);
        failures.Require(!before.IsPartlyDelivered, DispensingRules.PhysicalActivity, ("dispensation", before.Id));
        var after = before.End(failures, DispenseTrigger.MarkEnteredInError, new(command.Reason, unit.Context.Actor.Person, unit.Now)).Joined(unit.Context.Actor.Person);
        failures.ThrowIfAny();
        await StockKeeping.ReleaseAsync(unit, stock, before, "entered in error", cancellationToken).ConfigureAwait(false);
        DispensingDesk.Publish(unit, DispensingEvents.Ended, after);
        return desk.Save(unit, before, after, "dispensation.entered-in-error");
    }
}
