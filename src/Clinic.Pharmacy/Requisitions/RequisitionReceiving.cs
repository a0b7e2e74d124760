using Clinic.Abstractions;
using Clinic.Pharmacy.Lots;
using Clinic.Pharmacy.Rights;
using Clinic.Pharmacy.Stock;
using Clinic.Pharmacy.Transfers;

namespace Clinic.Pharmacy.Requisitions;

/// <summary>The people of the requesting side count what arrived; a supervisor gives up what never did.</summary>
public sealed class RequisitionReceiving
{
    private readonly IUnitOfWork work;
    private readonly RequisitionDesk desk;
    private readonly StockTransfers transfers;
    private readonly ILotStore lots;

    internal RequisitionReceiving(IUnitOfWork work, RequisitionDesk desk, StockTransfers transfers, ILotStore lots)
    {
        this.work = work;
        this.desk = desk;
        this.transfers = transfers;
        this.lots = lots;
    }

    /// <summary>Counts a delivery: whole goods to the destination, damaged and blocked ones to quarantine or waste, the rest stays in transit.</summary>
    /// <exception cref="PharmacyException">The sender receives it, more arrives than is outstanding, or a rule is broken.</exception>
    public Task<RequisitionAnswer> ReceiveAsync(CommandContext x, ReceiveRequisition command, CancellationToken cancellationToken = default) =>
        work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Gives up what never arrived.</summary>
    /// <exception cref="PharmacyException">Nothing is outstanding, or the role is missing.</exception>
    public Task<RequisitionAnswer> WriteOffAsync(CommandContext x, WriteOffRequisition command, CancellationToken cancellationToken = default) =>
        work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    private async Task<RequisitionAnswer> StageAsync(IUnit unit, ReceiveRequisition command, CancellationToken ct)
    {
        var x = unit.Context;
        var failures = new Failures();
        failures.OptionalText("note", command.Note, 160);
        var stored = await desk.LoadAsync(unit, command.Requisition, command.Version, PharmacyAct.ReceiveRequisition, RequisitionDesk.Requesting, failures, ct).ConfigureAwait(false);
        var delivery = Named(stored, command.Delivery, failures);
        failures.ThrowIfAny();
        var counted = await CountedAsync(x, delivery!, command.Lots, failures, ct).ConfigureAwait(false);
        failures.ThrowIfAny();
        var next = stored.Receive(delivery!.Transfer, [.. counted.Select(c => (c.Lot, c.Whole, c.Damaged))], x.Actor.Person, unit.Now, command.Note);
        var (arrived, setAside) = await PlacedAsync(unit, stored, command, counted, failures, ct).ConfigureAwait(false);
        failures.ThrowIfAny();
        if (arrived.Count > 0)
            await transfers.StageAsync(unit, new ReceiveTransfer { Transfer = delivery.Transfer, OnBehalfOf = stored.Owner, Arrived = arrived, Occurred = command.Occurred }, ct).ConfigureAwait(false);
        string[] events = next.DeliveryOf(delivery.Transfer).IsOpen ? [PharmacyEvents.RequisitionReceived, PharmacyEvents.RequisitionShort] : [PharmacyEvents.RequisitionReceived];
        return desk.Save(unit, next, "received", events, delivery.Transfer, setAside);
    }

    private async Task<RequisitionAnswer> StageAsync(IUnit unit, WriteOffRequisition command, CancellationToken ct)
    {
        var x = unit.Context;
        var failures = new Failures();
        failures.Text("reason", command.Reason, 200);
        var stored = await desk.LoadAsync(unit, command.Requisition, command.Version, PharmacyAct.WriteOffRequisition, RequisitionDesk.Requesting, failures, ct).ConfigureAwait(false);
        failures.ThrowIfAny();
        TransferId[] lost = command.Delivery is { } one ? [one] : [.. stored.Deliveries.Where(d => d.IsCounted && d.IsOpen).Select(d => d.Transfer)];
        var next = stored.WriteOff(lost, command.Reason, x.Actor.Person, unit.Now);
        foreach (var transfer in lost)
            await transfers.StageAsync(unit, new WriteOffTransfer(transfer, command.Reason) { OnBehalfOf = stored.Owner }, ct).ConfigureAwait(false);
        return desk.Save(unit, next, "written-off", [], command.Delivery);
    }

    private static RequisitionDelivery? Named(Requisition stored, TransferId? said, Failures failures)
    {
        if (said is { } id) return stored.DeliveryOf(id);
        var open = stored.Deliveries.Where(d => d.IsOpen).ToList();
        if (open.Count == 0) failures.Add(PharmacyRules.RequisitionNothingShort, ("transfer", "any delivery"));
        if (open.Count > 1) failures.Add(PharmacyRules.RequisitionDeliveryNotNamed, ("requisition", stored.Id), ("found", open.Count));
        return open.Count == 1 ? open[0] : null;
    }

    private async Task<IReadOnlyList<Counted>> CountedAsync(
        CommandContext x, RequisitionDelivery delivery, IReadOnlyList<CountedLot>? said, Failures failures, CancellationToken ct)
    {
        if (said is null) return [.. delivery.Lots.Where(l => !l.Outstanding.IsZero).Select(l => new Counted(l.Lot, l.Outstanding, StockQuantity.Zero(l.Sent.Scale), false))];
        var counted = new List<Counted>();
        foreach (var twice in said.GroupBy(c => c.Lot).Where(g => g.Count() > 1)) failures.Add(PharmacyRules.LotNamedTwice, ("lot", twice.Key));
        foreach (var lot in said)
        {
            var sent = delivery.Lots.FirstOrDefault(l => l.Lot == lot.Lot);
            failures.Require(sent is not null, PharmacyRules.LotUnknown, ("lot", lot.Lot));
            if (sent is null || await desk.Stock.PresentationAsync(x, sent.Presentation, failures, ct).ConfigureAwait(false) is not { } presentation) continue;
            StockQuantity Read(Quantity? quantity)
            {
                var read = StockQuantity.Zero(presentation.Scale);
                if (quantity is { } some) failures.Add(presentation.TryConvert(some, out read));
                return read;
            }

            counted.Add(new(lot.Lot, Read(lot.Whole), Read(lot.Damaged), lot.Discard));
        }

        return counted;
    }

    // Goods that may not be used any more never reach a place to pick from, whatever happened while they were on their way.
    private async Task<(IReadOnlyList<ArrivedLot> Arrived, IReadOnlyList<LotId> SetAside)> PlacedAsync(
        IUnit unit, Requisition stored, ReceiveRequisition command, IReadOnlyList<Counted> counted, Failures failures, CancellationToken ct)
    {
        var x = unit.Context;
        var today = await desk.TodayAsync(x.Tenant, x.Site, unit.Now, ct).ConfigureAwait(false);
        var blocked = new List<LotId>();
        foreach (var c in counted.Where(c => !c.Whole.IsZero))
        {
            if (await lots.FindAsync(x.Tenant, c.Lot, ct).ConfigureAwait(false) is { } lot && lot.WhyNotUsable(today) is not null) blocked.Add(c.Lot);
        }

        var needed = command.Quarantine is not null || blocked.Count > 0 || counted.Any(c => !c.Damaged.IsZero && !c.Discard);
        var quarantine = needed ? await desk.QuarantineAsync(x, command.Quarantine, stored.Requesting, failures, ct).ConfigureAwait(false) : default;
        var arrived = new List<ArrivedLot>();
        foreach (var c in counted)
        {
            if (!c.Whole.IsZero) arrived.Add(new(c.Lot, c.Whole, blocked.Contains(c.Lot) ? quarantine : stored.Destination));
            if (!c.Damaged.IsZero) arrived.Add(c.Discard ? new(c.Lot, c.Damaged, stored.Destination, $"broken: {command.Note ?? stored.Number?.ToString()}") : new(c.Lot, c.Damaged, quarantine));
        }

        return (arrived, [.. blocked]);
    }

    private sealed record Counted(LotId Lot, StockQuantity Whole, StockQuantity Damaged, bool Discard);
}
