using Clinic.Abstractions;
using Clinic.Pharmacy.Lots;
using Clinic.Pharmacy.Reservations;
using Clinic.Pharmacy.Rights;
using Clinic.Pharmacy.Stock;
using NodaTime;

namespace Clinic.Pharmacy.Adjusting;

/// <summary>Discards and corrects stock; reservations that no longer fit give way, the newest first.</summary>
public sealed class StockAdjusting
{
    private readonly IUnitOfWork work;
    private readonly StockDesk desk;
    private readonly LedgerGuards guards;
    private readonly ILotStore lots;
    private readonly IStockStore stock;
    private readonly IReservationStore reservations;
    private readonly IIdGenerator ids;

    internal StockAdjusting(
        IUnitOfWork work, StockDesk desk, LedgerGuards guards, ILotStore lots, IStockStore stock, IReservationStore reservations, IIdGenerator ids)
    {
        this.work = work;
        this.desk = desk;
        this.guards = guards;
        this.lots = lots;
        this.stock = stock;
        this.reservations = reservations;
        this.ids = ids;
    }

    /// <summary>Discards stock.</summary>
    /// <exception cref="PharmacyException">Less is on hand, or a rule is broken.</exception>
    public Task<AdjustAnswer> WasteAsync(CommandContext x, WasteStock command, CancellationToken cancellationToken = default) =>
        work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Corrects stock.</summary>
    /// <exception cref="PharmacyException">Less is on hand, or a rule is broken.</exception>
    public Task<AdjustAnswer> AdjustAsync(CommandContext x, AdjustStock command, CancellationToken cancellationToken = default) =>
        work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Stages waste into a commit of the caller.</summary>
    public Task<AdjustAnswer> StageAsync(IUnit unit, WasteStock command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        return StageChangeAsync(unit, new(PharmacyAct.Waste, MovementKind.Waste, MovementDirection.Out, command.Lot, command.Location, command.Quantity, command.Occurred)
        {
            Reason = command.Reason,
            ReasonCode = command.Kind.ToString().ToLowerInvariant(),
            Document = command.Document,
            Action = "stock.wasted",
            Cause = "waste",
        }, cancellationToken);
    }

    /// <summary>Stages a correction into a commit of the caller.</summary>
    public Task<AdjustAnswer> StageAsync(IUnit unit, AdjustStock command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        return StageChangeAsync(unit, new(PharmacyAct.Adjust, MovementKind.Adjustment, command.Direction, command.Lot, command.Location, command.Quantity, command.Occurred)
        {
            Reason = command.Reason,
            Document = command.Document,
            Action = "stock.adjusted",
            Cause = "adjustment",
        }, cancellationToken);
    }

    private async Task<AdjustAnswer> StageChangeAsync(IUnit unit, Change change, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(unit);
        var x = unit.Context;
        var failures = new Failures();
        PharmacyRights.CheckRole(failures, x.Actor, change.Act);
        failures.Text("reason", change.Reason, change.ReasonCode is null ? 200 : 160);
        failures.OptionalText("document", change.Document, 60);
        failures.Require(Enum.IsDefined(change.Direction), PharmacyRules.FieldInvalid, ("field", "direction"), ("found", change.Direction), ("allowed", "in, out"));
        await desk.StockedLocationAsync(x, change.Location, change.Act, failures, ct).ConfigureAwait(false);
        var occurred = desk.Occurred(change.Occurred, unit.Now, failures);
        var lot = await lots.FindAsync(x.Tenant, change.Lot, ct).ConfigureAwait(false);
        failures.Require(lot is not null, PharmacyRules.LotUnknown, ("lot", change.Lot));
        failures.ThrowIfAny();
        var presentation = await desk.PresentationAsync(x, lot!.Presentation, failures, ct).ConfigureAwait(false);
        failures.ThrowIfAny();
        failures.Add(presentation!.TryConvert(change.Quantity, out var quantity));
        await guards.CheckCountAsync(x.Tenant, lot, change.Location, occurred, failures, ct).ConfigureAwait(false);

        var lying = await stock.FindAsync(x.Tenant, lot.Id, change.Location, ct).ConfigureAwait(false);
        failures.Require(lying is not null, PharmacyRules.LotElsewhere, ("lot", lot.Number), ("location", change.Location));
        if (lying is not null && change.Direction == MovementDirection.Out)
        {
            failures.Require(quantity <= lying.OnHand, PharmacyRules.StockShort, ("asked", quantity), ("available", lying.OnHand), ("location", change.Location));
            await guards.CheckLaterAsync(x.Tenant, lying, quantity, occurred, unit.Now, failures, ct).ConfigureAwait(false);
        }
        else if (lying is not null && lying.OnHand.Value + quantity.Value > StockQuantity.Largest)
        {
            failures.Add(PharmacyRules.QuantityTooLarge, ("found", lying.OnHand.Value + quantity.Value), ("allowed", StockQuantity.Largest));
        }

        failures.ThrowIfAny();
        if (change.Direction == MovementDirection.Out)
        {
            var book = new ReservationBook(unit, reservations, stock);
            await book.GiveWayAsync(lying!, lying!.OnHand - quantity, change.Cause, ct).ConfigureAwait(false);
            book.Save();
        }

        var reason = change.ReasonCode is null ? change.Reason : $"{change.ReasonCode}: {change.Reason}";
        var posting = new PostingDraft(unit, stock, ids, occurred) { Reason = reason, Document = change.Document };
        var movement = posting.Add(change.Kind, change.Direction, lot, change.Location, quantity);
        unit.Audit(change.Action, PharmacyFacts.Posting(posting.Id), change.ReasonCode);
        return new(posting.Id, quantity, movement.Value);
    }

    private sealed record Change(
        PharmacyAct Act, MovementKind Kind, MovementDirection Direction, LotId Lot, LocationId Location, Quantity Quantity, Instant? Occurred)
    {
        public required string Reason { get; init; }

        public string? ReasonCode { get; init; }

        public string? Document { get; init; }

        public required string Action { get; init; }

        public required string Cause { get; init; }
    }
}
