using System.Globalization;
using System.Text.Json;
using Clinic.Abstractions;
using Clinic.Pharmacy.Allocation;
using Clinic.Pharmacy.Issuing;
using Clinic.Pharmacy.Lots;
using Clinic.Pharmacy.Reservations;
using Clinic.Pharmacy.Rights;
using Clinic.Pharmacy.Stock;

namespace Clinic.Pharmacy.Transfers;

/// <summary>Sends stock between locations; on its way it lies in transit, so the total never changes.</summary>
public sealed class StockTransfers
{
    private readonly IUnitOfWork work;
    private readonly StockDesk desk;
    private readonly StockPicking picking;
    private readonly LedgerGuards guards;
    private readonly ILotStore lots;
    private readonly IStockStore stock;
    private readonly ITransferStore transfers;
    private readonly IMovementStore movements;
    private readonly IReservationStore reservations;
    private readonly IIdGenerator ids;

    internal StockTransfers(
        IUnitOfWork work, StockDesk desk, StockPicking picking, LedgerGuards guards, ILotStore lots, IStockStore stock, ITransferStore transfers,
        IMovementStore movements, IReservationStore reservations, IIdGenerator ids)
    {
        this.work = work;
        this.desk = desk;
        this.picking = picking;
        this.guards = guards;
        this.lots = lots;
        this.stock = stock;
        this.transfers = transfers;
        this.movements = movements;
        this.reservations = reservations;
        this.ids = ids;
    }

    /// <summary>Sends stock.</summary>
    /// <exception cref="PharmacyException">Any line breaks a rule or is short; nothing leaves.</exception>
    public Task<DispatchAnswer> DispatchAsync(CommandContext x, DispatchTransfer command, CancellationToken cancellationToken = default) =>
        work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Takes in what arrived.</summary>
    /// <exception cref="PharmacyException">Nothing is on its way, or more arrives than was sent.</exception>
    public Task<ArrivalAnswer> ReceiveAsync(CommandContext x, ReceiveTransfer command, CancellationToken cancellationToken = default) =>
        work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Writes off what never arrived.</summary>
    /// <exception cref="PharmacyException">Nothing is on its way, or the role is missing.</exception>
    public Task<ArrivalAnswer> WriteOffAsync(CommandContext x, WriteOffTransfer command, CancellationToken cancellationToken = default) =>
        work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Moves part of a lot at once.</summary>
    /// <exception cref="PharmacyException">Less is on hand, or the place is wrong.</exception>
    public Task<MoveAnswer> MoveAsync(CommandContext x, MoveStock command, CancellationToken cancellationToken = default) =>
        work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Stages a dispatch into a commit of the caller.</summary>
    public async Task<DispatchAnswer> StageAsync(IUnit unit, DispatchTransfer command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(command);
        var x = unit.Context;
        var failures = new Failures();
        PharmacyRights.CheckRole(failures, x.Actor, PharmacyAct.Transfer);
        failures.OptionalText("reason", command.Reason, 200);
        failures.OptionalText("document", command.Document, 60);
        OwnedElsewhere.Check(failures, command.Document, command.OnBehalfOf);
        desk.CheckLines(command.Lines.Count, failures);
        foreach (var twice in command.Lines.GroupBy(l => l.Presentation).Where(g => g.Count() > 1))
            failures.Add(PharmacyRules.FieldInvalid, ("field", "lines"), ("found", $"presentation {twice.Key} more than once"), ("allowed", "each presentation once"));
        var site = await desk.SiteAsync(x, cancellationToken).ConfigureAwait(false);
        var from = await desk.LocationAsync(x, command.From, PharmacyAct.Transfer, failures, cancellationToken).ConfigureAwait(false);
        var to = await desk.AnyLocationAsync(x, command.To, failures, cancellationToken).ConfigureAwait(false);
        var via = await desk.TransitAsync(x, failures, cancellationToken).ConfigureAwait(false);
        var occurred = desk.Occurred(command.Occurred, unit.Now, failures);
        CheckEnds(x.Actor, command.From, command.To, from, to, failures);
        failures.ThrowIfAny();

        var book = new ReservationBook(unit, reservations, stock);
        foreach (var (reservation, enough) in command.Consuming) book.Own(reservation, enough);
        var picked = new List<PickedLine>();
        foreach (var line in command.Lines)
        {
            var one = await picking.PickAsync(unit, book, from!, line, command.Policy ?? AllocationPolicy.Default, (occurred, site.DateOf(occurred)),
                usableOnly: to!.IsPickable, failures, cancellationToken).ConfigureAwait(false);
            if (one is not null) picked.Add(one);
        }

        failures.ThrowIfAny();
        book.ConsumeOwn(picked);
        book.Save();
        var transfer = ids.Next<TransferId>();
        var posting = new PostingDraft(unit, stock, ids, occurred) { Reason = command.Reason, Document = command.Document, Transfer = transfer };
        var lines = new List<TransferLine>();
        foreach (var (part, quantity) in picked.SelectMany(p => p.Parts))
        {
            posting.Add(MovementKind.Transfer, MovementDirection.Out, part.Lot, from!.Id, quantity);
            posting.Add(MovementKind.Transfer, MovementDirection.In, part.Lot, via.Id, quantity);
            lines.Add(new(part.Lot.Id, part.Lot.Presentation, quantity, StockQuantity.Zero(quantity.Scale), StockQuantity.Zero(quantity.Scale)));
        }

        var sent = Transfer.Restore(new(transfer, from!.Id, via.Id, to!.Id, occurred, lines, TransferStatus.InTransit, Version: 1));
        transfers.Add(unit, sent);
        unit.Audit("transfer.dispatched", sent.Fact, $"{lines.Count} lots");
        return new(transfer, posting.Id, lines, sent.Version);
    }

    /// <summary>Stages an arrival into a commit of the caller.</summary>
    public async Task<ArrivalAnswer> StageAsync(IUnit unit, ReceiveTransfer command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(command);
        var x = unit.Context;
        var failures = new Failures();
        // Whoever may receive for a record of another domain was judged there.
        if (command.OnBehalfOf is null) PharmacyRights.CheckRole(failures, x.Actor, PharmacyAct.Transfer);
        var transfer = await LoadAsync(x, command.Transfer, command.OnBehalfOf, failures, cancellationToken).ConfigureAwait(false);
        await desk.LocationAsync(x, transfer.To, PharmacyAct.Transfer, failures, cancellationToken).ConfigureAwait(false);
        var occurred = desk.Occurred(command.Occurred, unit.Now, failures);
        failures.Require(occurred >= transfer.ToSnapshot().Sent, PharmacyRules.FieldInvalid, ("field", "occurred"), ("found", occurred), ("allowed", string.Create(CultureInfo.InvariantCulture, $"from {transfer.ToSnapshot().Sent} on")));
        var arrived = command.Arrived
            ?? [.. (await ArrivedAsync(x, transfer, command.Lots, failures, cancellationToken).ConfigureAwait(false)).Select(a => new ArrivedLot(a.Lot, a.Quantity, transfer.To))];
        failures.ThrowIfAny();
        var next = transfer.Receive([.. arrived.Select(a => (a.Lot, a.Quantity))]);

        var posting = new PostingDraft(unit, stock, ids, occurred) { Transfer = transfer.Id, Document = command.OnBehalfOf };
        foreach (var parts in arrived.GroupBy(a => a.Lot))
        {
            var lot = (await lots.FindAsync(x.Tenant, parts.Key, cancellationToken).ConfigureAwait(false))!;
            var whole = parts.Aggregate(StockQuantity.Zero(lot.Scale), (sum, p) => sum + p.Quantity);
            // An arrival that was entered before and taken back may leave too little on its way at an earlier instant.
            if (await stock.FindAsync(x.Tenant, lot.Id, transfer.Via, cancellationToken).ConfigureAwait(false) is { } underway)
                await guards.CheckLaterAsync(x.Tenant, underway, whole, occurred, unit.Now, failures, cancellationToken).ConfigureAwait(false);
            foreach (var part in parts)
            {
                await guards.CheckCountAsync(x.Tenant, lot, part.At, occurred, failures, cancellationToken).ConfigureAwait(false);
                posting.Add(MovementKind.Transfer, MovementDirection.Out, lot, transfer.Via, part.Quantity);
                posting.Add(MovementKind.Transfer, MovementDirection.In, lot, part.At, part.Quantity);
                if (part.Discard is { } reason) posting.Add(MovementKind.Waste, MovementDirection.Out, lot, part.At, part.Quantity, m => m with { Reason = reason });
            }
        }

        failures.ThrowIfAny();
        transfers.Save(unit, next);
        unit.Audit("transfer.received", next.Fact, $"{arrived.Count} lots");
        return new(next.Id, posting.Id, next.Lines, next.Status, next.Version);
    }

    /// <summary>Stages a write-off into a commit of the caller.</summary>
    public async Task<ArrivalAnswer> StageAsync(IUnit unit, WriteOffTransfer command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(command);
        var x = unit.Context;
        var failures = new Failures();
        PharmacyRights.CheckRole(failures, x.Actor, PharmacyAct.Adjust);
        failures.Text("reason", command.Reason, 200);
        var transfer = await LoadAsync(x, command.Transfer, command.OnBehalfOf, failures, cancellationToken).ConfigureAwait(false);
        await desk.LocationOfLineAsync(x, transfer.From, PharmacyAct.Adjust, failures, cancellationToken).ConfigureAwait(false);
        failures.ThrowIfAny();

        var next = transfer.WriteOff();
        var posting = new PostingDraft(unit, stock, ids, unit.Now) { Transfer = transfer.Id, Reason = command.Reason, Document = command.OnBehalfOf };
        foreach (var line in transfer.Lines.Where(l => !l.Outstanding.IsZero))
        {
            var lot = (await lots.FindAsync(x.Tenant, line.Lot, cancellationToken).ConfigureAwait(false))!;
            posting.Add(MovementKind.Waste, MovementDirection.Out, lot, transfer.Via, line.Outstanding);
        }

        transfers.Save(unit, next);
        unit.Audit("transfer.written-off", next.Fact, command.Reason);
        unit.Publish(PharmacyEvents.TransferLost, JsonSerializer.Serialize(new TransferLost(next.Id, next.From, next.To, next.Lines, command.Reason), ClinicJson.Options));
        return new(next.Id, posting.Id, next.Lines, next.Status, next.Version);
    }

    /// <summary>Stages a move into a commit of the caller.</summary>
    public async Task<MoveAnswer> StageAsync(IUnit unit, MoveStock command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(command);
        var x = unit.Context;
        var failures = new Failures();
        PharmacyRights.CheckRole(failures, x.Actor, PharmacyAct.Transfer);
        failures.Text("reason", command.Reason, 200);
        var site = await desk.SiteAsync(x, cancellationToken).ConfigureAwait(false);
        var from = await desk.LocationAsync(x, command.From, PharmacyAct.Transfer, failures, cancellationToken).ConfigureAwait(false);
        var to = await desk.LocationAsync(x, command.To, PharmacyAct.Transfer, failures, cancellationToken).ConfigureAwait(false);
        var occurred = desk.Occurred(command.Occurred, unit.Now, failures);
        CheckEnds(x.Actor, command.From, command.To, from, to, failures);
        failures.ThrowIfAny();
        var lying = await stock.FindAsync(x.Tenant, command.Lot, from!.Id, cancellationToken).ConfigureAwait(false)
            ?? throw failures.With(PharmacyRules.LotElsewhere, ("lot", command.Lot), ("location", from.Id));
        var presentation = await desk.PresentationAsync(x, lying.Lot.Presentation, failures, cancellationToken).ConfigureAwait(false);
        failures.ThrowIfAny();
        failures.Add(presentation!.TryConvert(command.Quantity, out var quantity));
        var book = new ReservationBook(unit, reservations, stock);
        if (to!.IsPickable)
        {
            failures.Add(lying.Lot.WhyNotUsable(site.DateOf(occurred)));
            await book.ExpireAsync(presentation.Id, most: 200, cancellationToken).ConfigureAwait(false);
        }

        // What is kept for somebody leaves only for a place where nobody may have it.
        var movable = to.IsPickable ? lying.Available + book.Freed(lying.Lot.Id, from.Id, lying.Lot.Scale) : lying.OnHand;
        failures.Require(quantity <= movable, PharmacyRules.StockShort, ("asked", quantity), ("available", movable), ("location", from.Id));
        await guards.CheckCountAsync(x.Tenant, lying.Lot, from.Id, occurred, failures, cancellationToken).ConfigureAwait(false);
        await guards.CheckCountAsync(x.Tenant, lying.Lot, to.Id, occurred, failures, cancellationToken).ConfigureAwait(false);
        await guards.CheckLaterAsync(x.Tenant, lying, quantity, occurred, unit.Now, failures, cancellationToken).ConfigureAwait(false);
        failures.ThrowIfAny();

        await book.GiveWayAsync(lying, lying.OnHand - quantity, "transfer", cancellationToken).ConfigureAwait(false);
        book.Save();
        var posting = new PostingDraft(unit, stock, ids, occurred) { Reason = command.Reason };
        posting.Add(MovementKind.Transfer, MovementDirection.Out, lying.Lot, from.Id, quantity);
        posting.Add(MovementKind.Transfer, MovementDirection.In, lying.Lot, to.Id, quantity);
        unit.Audit("stock.moved", PharmacyFacts.Posting(posting.Id), command.Reason);
        return new(posting.Id, quantity);
    }

    private async Task<Transfer> LoadAsync(CommandContext x, TransferId id, string? onBehalfOf, Failures failures, CancellationToken ct)
    {
        var transfer = await transfers.FindAsync(x.Tenant, id, ct).ConfigureAwait(false)
            ?? throw failures.With(PharmacyRules.TransferUnknown, ("transfer", id));
        // Every movement of a transfer that another record owns names that record; the ledger never changes.
        var last = await movements.ListAsync(x.Tenant, new MovementQuery { Transfer = id }, new PageRequest(1), ct).ConfigureAwait(false);
        OwnedElsewhere.Check(failures, last.Items.Count > 0 ? last.Items[0].Document : null, onBehalfOf);
        return transfer;
    }

    private async Task<IReadOnlyList<(LotId Lot, StockQuantity Quantity)>> ArrivedAsync(
        CommandContext x, Transfer transfer, IReadOnlyList<LotPick>? said, Failures failures, CancellationToken ct)
    {
        if (said is null) return [.. transfer.Lines.Where(l => !l.Outstanding.IsZero).Select(l => (l.Lot, l.Outstanding))];
        var arrived = new List<(LotId, StockQuantity)>();
        failures.Require(said.Count > 0, PharmacyRules.NothingAsked, ("allowed", transfer.Lines.Count));
        foreach (var twice in said.GroupBy(p => p.Lot).Where(g => g.Count() > 1)) failures.Add(PharmacyRules.LotNamedTwice, ("lot", twice.Key));
        foreach (var pick in said)
        {
            var line = transfer.Lines.FirstOrDefault(l => l.Lot == pick.Lot);
            failures.Require(line is not null, PharmacyRules.LotUnknown, ("lot", pick.Lot));
            if (line is null) continue;
            var presentation = await desk.PresentationAsync(x, line.Presentation, failures, ct).ConfigureAwait(false);
            if (presentation is null) continue;
            failures.Add(presentation.TryConvert(pick.Quantity, out var quantity));
            arrived.Add((pick.Lot, quantity));
        }

        return arrived;
    }

    private static void CheckEnds(Actor actor, LocationId fromId, LocationId toId, Location? from, Location? to, Failures failures)
    {
        failures.Require(fromId != toId, PharmacyRules.SameLocation, ("location", fromId));
        // What was set aside comes back only by the right to approve; its lot may look approved all the while.
        if (from is { Kind: LocationKind.Quarantine } && to is { IsPickable: true }) PharmacyRights.CheckRole(failures, actor, PharmacyAct.ApproveLot);
        foreach (var end in new[] { from, to }.OfType<Location>().Where(l => l.Kind == LocationKind.Transit))
            failures.Add(PharmacyRules.LocationKindWrong, ("location", end.Id), ("found", end.Kind), ("allowed", "store, quarantine"));
    }
}
