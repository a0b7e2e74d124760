using Clinic.Abstractions;
using Clinic.Pharmacy.Issuing;
using Clinic.Pharmacy.Rights;
using Clinic.Pharmacy.Stock;
using Clinic.Pharmacy.Transfers;

namespace Clinic.Pharmacy.Requisitions;

/// <summary>The people of the supplying side: gather and send what was approved, in one delivery or several.</summary>
public sealed class RequisitionFulfilment
{
    private readonly IUnitOfWork work;
    private readonly RequisitionDesk desk;
    private readonly RequisitionReservations kept;
    private readonly StockTransfers transfers;

    internal RequisitionFulfilment(IUnitOfWork work, RequisitionDesk desk, RequisitionReservations kept, StockTransfers transfers)
    {
        this.work = work;
        this.desk = desk;
        this.kept = kept;
        this.transfers = transfers;
    }

    /// <summary>Begins to gather the goods.</summary>
    /// <exception cref="PharmacyException">It is not approved.</exception>
    public Task<RequisitionAnswer> PickAsync(CommandContext x, PickRequisition command, CancellationToken cancellationToken = default) =>
        work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Sends some or all that is still to be sent; it lies in transit until it is received.</summary>
    /// <exception cref="PharmacyException">It is not being picked, more leaves than was granted, or stock is short; nothing leaves.</exception>
    public Task<RequisitionAnswer> DispatchAsync(CommandContext x, DispatchRequisition command, CancellationToken cancellationToken = default) =>
        work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Decides that the unsent rest is not sent any more.</summary>
    /// <exception cref="PharmacyException">Nothing has left, or nothing is unsent.</exception>
    public Task<RequisitionAnswer> CloseRestAsync(CommandContext x, CloseRequisitionRest command, CancellationToken cancellationToken = default) =>
        work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    private async Task<RequisitionAnswer> StageAsync(IUnit unit, PickRequisition command, CancellationToken ct)
    {
        var failures = new Failures();
        var stored = await LoadAsync(unit, command.Requisition, command.Version, failures, ct).ConfigureAwait(false);
        failures.ThrowIfAny();
        return desk.Save(unit, stored.Pick(unit.Context.Actor.Person, unit.Now), "picking", []);
    }

    private async Task<RequisitionAnswer> StageAsync(IUnit unit, DispatchRequisition command, CancellationToken ct)
    {
        var x = unit.Context;
        var failures = new Failures();
        var stored = await LoadAsync(unit, command.Requisition, command.Version, failures, ct).ConfigureAwait(false);
        failures.ThrowIfAny();
        // The machine answers first: what may not be sent at all is not looked for.
        _ = RequisitionLifecycle.Next(stored.Id, stored.Status, stored.ToSnapshot().SuspendedFrom, RequisitionTrigger.Dispatch);
        var unsent = stored.Figures.Where(f => !f.Unsent.IsZero).ToDictionary(f => f.Presentation, f => f.Unsent);
        failures.Require(unsent.Count > 0, PharmacyRules.RequisitionNothingToSend, ("requisition", stored.Id));
        foreach (var foreign in (command.Lines ?? []).Where(l => stored.Lines.All(s => s.Presentation != l.Presentation)))
            failures.Add(PharmacyRules.RequisitionLineUnknown, ("presentation", foreign.Presentation));
        failures.ThrowIfAny();

        var lines = command.Lines ?? await EverythingAsync(x, unsent, failures, ct).ConfigureAwait(false);
        var own = await kept.ActiveAsync(x.Tenant, stored, ct).ConfigureAwait(false);
        var sent = await transfers.StageAsync(unit, new DispatchTransfer
        {
            From = stored.Origin,
            To = stored.Destination,
            Lines = lines,
            Policy = command.Policy,
            Occurred = command.Occurred,
            Document = stored.Owner,
            OnBehalfOf = stored.Owner,
            Consuming = [.. own.Where(r => unsent.ContainsKey(r.Presentation)).Select(r => (r, unsent[r.Presentation]))],
        }, ct).ConfigureAwait(false);
        var lots = sent.Lines.Select(l => new DeliveredLot(l.Lot, l.Presentation, l.Sent, StockQuantity.Zero(l.Sent.Scale), StockQuantity.Zero(l.Sent.Scale), StockQuantity.Zero(l.Sent.Scale)));
        var next = stored.Dispatch(new(sent.Transfer, x.Actor.Person, unit.Now, [.. lots]), x.Actor.Person, unit.Now);
        return desk.Save(unit, next, "dispatched", [PharmacyEvents.RequisitionDispatched], sent.Transfer);
    }

    private async Task<RequisitionAnswer> StageAsync(IUnit unit, CloseRequisitionRest command, CancellationToken ct)
    {
        var failures = new Failures();
        failures.Text("reason", command.Reason, 200);
        var stored = await LoadAsync(unit, command.Requisition, command.Version, failures, ct).ConfigureAwait(false);
        failures.ThrowIfAny();
        var next = stored.CloseRest(command.Reason, unit.Context.Actor.Person, unit.Now);
        await kept.ReleaseAsync(unit, stored, "rest not sent", ct).ConfigureAwait(false);
        return desk.Save(unit, next, "rest-closed", []);
    }

    private async Task<IReadOnlyList<PickLine>> EverythingAsync(CommandContext x, Dictionary<PresentationId, StockQuantity> unsent, Failures failures, CancellationToken ct)
    {
        var lines = new List<PickLine>();
        foreach (var (id, quantity) in unsent)
        {
            if (await desk.Stock.PresentationAsync(x, id, failures, ct).ConfigureAwait(false) is { } presentation) lines.Add(new(id, presentation.ToQuantity(quantity)));
        }

        failures.ThrowIfAny();
        return lines;
    }

    private Task<Requisition> LoadAsync(IUnit unit, RequisitionId id, long? version, Failures failures, CancellationToken ct) =>
        desk.LoadAsync(unit, id, version, PharmacyAct.FulfilRequisition, RequisitionDesk.Supplying, failures, ct);
}
