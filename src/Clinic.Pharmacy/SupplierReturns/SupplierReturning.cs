using Clinic.Abstractions;
using Clinic.Pharmacy.Lots;
using Clinic.Pharmacy.Recalls;
using Clinic.Pharmacy.Reservations;
using Clinic.Pharmacy.Rights;
using Clinic.Pharmacy.Stock;

namespace Clinic.Pharmacy.SupplierReturns;

/// <summary>Sends goods back to whoever delivered them; with waste the only way out for blocked and expired lots.</summary>
public sealed class SupplierReturning
{
    private readonly IUnitOfWork work;
    private readonly StockDesk desk;
    private readonly LedgerGuards guards;
    private readonly ILotStore lots;
    private readonly IStockStore stock;
    private readonly IReservationStore reservations;
    private readonly ISupplierReturnStore returns;
    private readonly IRecallCampaignStore campaigns;
    private readonly IIdGenerator ids;

    internal SupplierReturning(
        IUnitOfWork work, StockDesk desk, LedgerGuards guards, ILotStore lots, IStockStore stock, IReservationStore reservations, ISupplierReturnStore returns,
        IRecallCampaignStore campaigns, IIdGenerator ids)
    {
        this.work = work;
        this.desk = desk;
        this.guards = guards;
        this.lots = lots;
        this.stock = stock;
        this.reservations = reservations;
        this.returns = returns;
        this.campaigns = campaigns;
        this.ids = ids;
    }

    /// <summary>Writes down what shall go back.</summary>
    /// <exception cref="PharmacyException">A lot is unknown, of another supplier, or less is on hand.</exception>
    public Task<SupplierReturnAnswer> DraftAsync(CommandContext x, DraftSupplierReturn command, CancellationToken cancellationToken = default) =>
        work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Allows a return to be shipped.</summary>
    /// <exception cref="PharmacyException">It is no draft, or was changed since.</exception>
    public Task<SupplierReturnAnswer> ApproveAsync(CommandContext x, ApproveSupplierReturn command, CancellationToken cancellationToken = default) =>
        work.RunAsync(x, command, async (unit, ct) =>
        {
            var found = await LoadAsync(unit, command.Return, command.Version, new(), ct).ConfigureAwait(false);
            return Save(unit, found.Approve(unit.Context.Actor.Person), "supplier-return.approved", null);
        }, cancellationToken);

    /// <summary>Ships a return.</summary>
    /// <exception cref="PharmacyException">It is not approved, or less is on hand; nothing leaves.</exception>
    public Task<SupplierReturnAnswer> ShipAsync(CommandContext x, ShipSupplierReturn command, CancellationToken cancellationToken = default) =>
        work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Notes the supplier's credit note.</summary>
    /// <exception cref="PharmacyException">Nothing was shipped, or the amount is malformed.</exception>
    public Task<SupplierReturnAnswer> CreditAsync(CommandContext x, CreditSupplierReturn command, CancellationToken cancellationToken = default) =>
        work.RunAsync(x, command, async (unit, ct) =>
        {
            var found = await LoadAsync(unit, command.Return, command.Version, new(), ct).ConfigureAwait(false);
            var credited = found.CreditBy(command.Number, command.Amount, unit.Context.Actor.Person, unit.Now);
            return Save(unit, credited, "supplier-return.credited", $"{command.Amount}, cost {found.Cost}");
        }, cancellationToken);

    /// <summary>Gives a return up.</summary>
    /// <exception cref="PharmacyException">It was shipped or has ended.</exception>
    public Task<SupplierReturnAnswer> CancelAsync(CommandContext x, CancelSupplierReturn command, CancellationToken cancellationToken = default) =>
        work.RunAsync(x, command, async (unit, ct) =>
        {
            var failures = new Failures();
            failures.Text("reason", command.Reason, 200);
            var found = await LoadAsync(unit, command.Return, command.Version, failures, ct).ConfigureAwait(false);
            return Save(unit, found.Cancel(command.Reason), "supplier-return.cancelled", command.Reason);
        }, cancellationToken);

    private async Task<SupplierReturnAnswer> StageAsync(IUnit unit, DraftSupplierReturn command, CancellationToken ct)
    {
        var x = unit.Context;
        var failures = new Failures();
        PharmacyRights.CheckRole(failures, x.Actor, PharmacyAct.ReturnToSupplier);
        desk.CheckLines(command.Goods.Count, failures);
        failures.ThrowIfAny();
        if (command.Campaign is { } campaign && await campaigns.FindAsync(x.Tenant, campaign, ct).ConfigureAwait(false) is null)
            failures.Add(PharmacyRules.RecallUnknown, ("campaign", campaign));
        var lines = new List<SupplierReturnLine>();
        foreach (var goods in command.Goods)
        {
            if (await LineAsync(x, command.Supplier, goods, failures, ct).ConfigureAwait(false) is { } line) lines.Add(line);
        }

        failures.ThrowIfAny();
        var drafted = SupplierReturn.Restore(new(
            ids.Next<SupplierReturnId>(), command.Supplier, command.Reason, command.Campaign, command.Note, lines, SupplierReturnStatus.Draft, x.Actor.Person,
            unit.Now, null, null, null, null, null, Version: 1));
        returns.Add(unit, drafted);
        unit.Audit("supplier-return.drafted", drafted.Fact, $"{lines.Count} lots, {command.Reason}");
        return Answer(drafted);
    }

    private async Task<SupplierReturnLine?> LineAsync(CommandContext x, string supplier, ReturnedGoods goods, Failures failures, CancellationToken ct)
    {
        await desk.StockedLocationAsync(x, goods.Location, PharmacyAct.ReturnToSupplier, failures, ct).ConfigureAwait(false);
        var lot = await lots.FindAsync(x.Tenant, goods.Lot, ct).ConfigureAwait(false);
        failures.Require(lot is not null, PharmacyRules.LotUnknown, ("lot", goods.Lot));
        if (lot is null) return null;
        // Opening balances name nobody, so anybody may have delivered them.
        var from = lot.ToSnapshot().Supplier;
        failures.Require(from is null || string.Equals(from, supplier, StringComparison.OrdinalIgnoreCase), PharmacyRules.SupplierReturnWrongSupplier, ("lot", lot.Number), ("found", from), ("asked", supplier));
        var presentation = await desk.PresentationAsync(x, lot.Presentation, failures, ct).ConfigureAwait(false);
        if (presentation is null) return null;
        var wrong = presentation.TryConvert(goods.Quantity, out var quantity);
        failures.Add(wrong);
        if (wrong is not null) return null;
        var lying = await stock.FindAsync(x.Tenant, lot.Id, goods.Location, ct).ConfigureAwait(false);
        var onHand = lying?.OnHand ?? StockQuantity.Zero(lot.Scale);
        failures.Require(quantity <= onHand, PharmacyRules.StockShort, ("asked", quantity), ("available", onHand), ("location", goods.Location));
        return new(lot.Id, lot.Number, lot.Presentation, goods.Location, quantity, lot.UnitCost);
    }

    private async Task<SupplierReturnAnswer> StageAsync(IUnit unit, ShipSupplierReturn command, CancellationToken ct)
    {
        var x = unit.Context;
        var failures = new Failures();
        var found = await LoadAsync(unit, command.Return, command.Version, failures, ct).ConfigureAwait(false);
        found.Fire(SupplierReturnTrigger.Ship);
        var occurred = desk.Occurred(command.Occurred, unit.Now, failures);
        var book = new ReservationBook(unit, reservations, stock);
        var leaving = new List<(LotStock Lying, StockQuantity Quantity)>();
        foreach (var line in found.Lines)
        {
            await desk.StockedLocationAsync(x, line.Location, PharmacyAct.ReturnToSupplier, failures, ct).ConfigureAwait(false);
            var lying = await stock.FindAsync(x.Tenant, line.Lot, line.Location, ct).ConfigureAwait(false);
            failures.Require(lying is not null, PharmacyRules.LotElsewhere, ("lot", line.Number), ("location", line.Location));
            if (lying is null) continue;
            failures.Require(line.Quantity <= lying.OnHand, PharmacyRules.StockShort, ("asked", line.Quantity), ("available", lying.OnHand), ("location", line.Location));
            await guards.CheckCountAsync(x.Tenant, lying.Lot, line.Location, occurred, failures, ct).ConfigureAwait(false);
            await guards.CheckLaterAsync(x.Tenant, lying, line.Quantity, occurred, unit.Now, failures, ct).ConfigureAwait(false);
            leaving.Add((lying, line.Quantity));
        }

        failures.ThrowIfAny();
        foreach (var (lying, quantity) in leaving) await book.GiveWayAsync(lying, lying.OnHand - quantity, "supplier return", ct).ConfigureAwait(false);
        book.Save();
        var posting = new PostingDraft(unit, stock, ids, occurred) { Reason = found.ToSnapshot().Reason.ToString(), Document = found.Document };
        foreach (var (lying, quantity) in leaving) posting.Add(MovementKind.SupplierReturn, MovementDirection.Out, lying.Lot, lying.Location, quantity);
        return Save(unit, found.Ship(x.Actor.Person, occurred, posting.Id), "supplier-return.shipped", $"{leaving.Count} lots");
    }

    private async Task<SupplierReturn> LoadAsync(IUnit unit, SupplierReturnId id, long version, Failures failures, CancellationToken ct)
    {
        PharmacyRights.CheckRole(failures, unit.Context.Actor, PharmacyAct.ReturnToSupplier);
        var found = await returns.FindAsync(unit.Context.Tenant, id, ct).ConfigureAwait(false)
            ?? throw failures.With(PharmacyRules.SupplierReturnUnknown, ("return", id));
        VersionCheck.Same(failures, "supplier return", version, found.Version);
        failures.ThrowIfAny();
        return found;
    }

    private SupplierReturnAnswer Save(IUnit unit, SupplierReturn next, string action, string? note)
    {
        returns.Save(unit, next);
        unit.Audit(action, next.Fact, note);
        return Answer(next);
    }

    private static SupplierReturnAnswer Answer(SupplierReturn r) =>
        new(r.Id, r.Status, r.Cost, r.ToSnapshot().Posting, r.ToSnapshot().Credit?.Difference, r.Version);
}
