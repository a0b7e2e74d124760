using Clinic.Abstractions;
using Clinic.Pharmacy.Lots;
using Clinic.Pharmacy.Reservations;
using Clinic.Pharmacy.Rights;
using Clinic.Pharmacy.Stock;
using Clinic.Pharmacy.Transfers;

namespace Clinic.Pharmacy.Reversing;

/// <summary>Takes whole postings back: not twice, not a reversal, not past a count.</summary>
public sealed class StockReversing
{
    private readonly IUnitOfWork work;
    private readonly StockDesk desk;
    private readonly LedgerGuards guards;
    private readonly ILotStore lots;
    private readonly IStockStore stock;
    private readonly IMovementStore movements;
    private readonly ITransferStore transfers;
    private readonly IReservationStore reservations;
    private readonly IIdGenerator ids;

    internal StockReversing(
        IUnitOfWork work, StockDesk desk, LedgerGuards guards, ILotStore lots, IStockStore stock, IMovementStore movements, ITransferStore transfers,
        IReservationStore reservations, IIdGenerator ids)
    {
        this.work = work;
        this.desk = desk;
        this.guards = guards;
        this.lots = lots;
        this.stock = stock;
        this.movements = movements;
        this.transfers = transfers;
        this.reservations = reservations;
        this.ids = ids;
    }

    /// <summary>Takes a posting back.</summary>
    /// <exception cref="PharmacyException">It is unknown, reversed, a reversal, a count, absorbed by a count, or would leave less than nothing.</exception>
    public Task<ReverseAnswer> ReverseAsync(CommandContext x, ReverseStock command, CancellationToken cancellationToken = default) =>
        work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Stages a reversal into a commit of the caller.</summary>
    public async Task<ReverseAnswer> StageAsync(IUnit unit, ReverseStock command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(command);
        var x = unit.Context;
        var failures = new Failures();
        PharmacyRights.CheckRole(failures, x.Actor, command.Act);
        failures.Text("reason", command.Reason, 200);
        var original = await movements.FindPostingAsync(x.Tenant, command.Posting, cancellationToken).ConfigureAwait(false)
            ?? throw failures.With(PharmacyRules.PostingUnknown, ("posting", command.Posting));
        OwnedElsewhere.Check(failures, original.Movements[0].Document, command.OnBehalfOf);
        CheckReversible(original, failures);
        failures.ThrowIfAny();

        var transfer = await ReversedTransferAsync(x.Tenant, original, cancellationToken).ConfigureAwait(false);
        var book = new ReservationBook(unit, reservations, stock);
        var draft = new PostingDraft(unit, stock, ids, original.Movements[0].Occurred) { Reason = command.Reason };
        // The last line first: what came in last goes out first, so no step is below zero on the way.
        foreach (var movement in original.Movements.Reverse())
            await StageLineAsync(unit, command.Act, book, draft, movement, failures, cancellationToken).ConfigureAwait(false);
        failures.ThrowIfAny();
        book.Save();
        if (transfer is not null) transfers.Save(unit, transfer);
        unit.Audit("stock.reversed", PharmacyFacts.Posting(original.Id), command.Reason);
        return new(draft.Id, original.Id, original.Movements.Count);
    }

    private static void CheckReversible(StockPosting original, Failures failures)
    {
        var lines = original.Movements;
        failures.Require(lines.All(m => m.Reverses is null), PharmacyRules.ReversalOfReversal, ("posting", original.Id));
        failures.Require(lines.All(m => m.Kind != MovementKind.Count), PharmacyRules.CountNotReversible, ("posting", original.Id));
        failures.Require(original.Reversed.Count == 0, PharmacyRules.AlreadyReversed, ("posting", original.Id));
        if (original.Returned.Values.FirstOrDefault(q => !q.IsZero) is { IsZero: false } back)
            failures.Add(PharmacyRules.ReturnedAlready, ("posting", original.Id), ("found", back));
    }

    private async Task StageLineAsync(
        IUnit unit, PharmacyAct act, ReservationBook book, PostingDraft draft, StockMovement movement, Failures failures, CancellationToken ct)
    {
        var tenant = unit.Context.Tenant;
        await desk.LocationOfLineAsync(unit.Context, movement.Location, act, failures, ct).ConfigureAwait(false);
        var lying = await stock.FindAsync(tenant, movement.Lot, movement.Location, ct).ConfigureAwait(false);
        var lot = lying?.Lot ?? await lots.FindAsync(tenant, movement.Lot, ct).ConfigureAwait(false);
        if (lot is null)
        {
            failures.Add(PharmacyRules.LotUnknown, ("lot", movement.Lot));
            return;
        }

        await guards.CheckAbsorbedAsync(tenant, lot, movement, failures, ct).ConfigureAwait(false);
        var goesOut = movement.Direction == MovementDirection.In;
        if (goesOut && lying is not null)
        {
            failures.Require(movement.Quantity <= lying.OnHand, PharmacyRules.StockShort, ("asked", movement.Quantity), ("available", lying.OnHand), ("location", movement.Location));
            await guards.CheckLaterAsync(tenant, lying, movement.Quantity, movement.Occurred, unit.Now, failures, ct).ConfigureAwait(false);
            if (failures.Count == 0) await book.GiveWayAsync(lying, lying.OnHand - movement.Quantity, "reversal", ct).ConfigureAwait(false);
        }

        if (failures.Count > 0) return;
        draft.Add(movement.Kind, goesOut ? MovementDirection.Out : MovementDirection.In, lot, movement.Location, movement.Quantity,
            m => m with { Reverses = movement.Id, Target = movement.Target, Transfer = movement.Transfer, Serial = movement.Serial, Returns = movement.Returns });
    }

    // A dispatch goes back only while nothing arrived; an arrival goes back into transit.
    private async Task<Transfer?> ReversedTransferAsync(TenantId tenant, StockPosting original, CancellationToken ct)
    {
        if (original.Movements[0].Transfer is not { } id) return null;
        var transfer = await transfers.FindAsync(tenant, id, ct).ConfigureAwait(false)
            ?? throw new PharmacyException(PharmacyRules.TransferUnknown, ("transfer", id));
        return original.Movements[0].Kind switch
        {
            MovementKind.Waste => transfer.Recover([.. original.Movements.Select(m => (m.Lot, m.Quantity))]),
            _ when original.Movements.Any(m => m.Direction == MovementDirection.Out && m.Location == transfer.From) => transfer.Reverse(),
            _ => transfer.Unreceive([.. original.Movements.Where(m => m.Direction == MovementDirection.In).Select(m => (m.Lot, m.Quantity))]),
        };
    }
}
