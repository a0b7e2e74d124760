using System.Text.Json;
using Clinic.Abstractions;
using Clinic.Pharmacy.Reservations;
using Clinic.Pharmacy.Rights;
using Clinic.Pharmacy.Stock;

namespace Clinic.Pharmacy.Lots;

/// <summary>Blocks and approves lots; what is reserved of a blocked lot is given free in the same commit.</summary>
public sealed class LotControl(
    IUnitOfWork work, ILotStore lots, IStockStore stock, IMovementStore movements, IReservationStore reservations)
{
    /// <summary>Holds, quarantines, approves or condemns a lot.</summary>
    /// <exception cref="PharmacyException">The lot is unknown, was changed since, or its status does not allow it.</exception>
    public Task<LotStatusAnswer> ChangeStatusAsync(CommandContext x, ChangeLotStatus command, CancellationToken cancellationToken = default) =>
        work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Recalls every receipt of a number.</summary>
    /// <exception cref="PharmacyException">The number is unknown, or the role is missing.</exception>
    public Task<RecallAnswer> RecallAsync(CommandContext x, RecallLots command, CancellationToken cancellationToken = default) =>
        work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Stages a change of status into a commit of the caller.</summary>
    public async Task<LotStatusAnswer> StageAsync(IUnit unit, ChangeLotStatus command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(command);
        var failures = new Failures();
        var act = command.Trigger == LotTrigger.Approve ? PharmacyAct.ApproveLot : PharmacyAct.BlockLot;
        PharmacyRights.CheckRole(failures, unit.Context.Actor, act);
        failures.Text("reason", command.Reason, 200);
        failures.Require(command.Trigger != LotTrigger.Recall, PharmacyRules.FieldInvalid, ("field", "trigger"), ("found", LotTrigger.Recall), ("allowed", "hold, quarantine, approve, damage; a recall goes by lot number"));
        var lot = await lots.FindAsync(unit.Context.Tenant, command.Lot, cancellationToken).ConfigureAwait(false);
        failures.Require(lot is not null, PharmacyRules.LotUnknown, ("lot", command.Lot));
        if (lot is not null) VersionCheck.Same(failures, "lot", command.Version, lot.Version);
        failures.ThrowIfAny();

        var changed = lot!.Fire(command.Trigger);
        lots.Save(unit, changed);
        if (changed.Status is LotStatus.Quarantined or LotStatus.Damaged)
        {
            var book = new ReservationBook(unit, reservations, stock);
            await book.ReleaseLotAsync(lot.Id, changed.Status == LotStatus.Damaged ? "damage" : "quarantine", cancellationToken).ConfigureAwait(false);
            book.Save();
        }

        unit.Audit("lot.status-changed", changed.Fact, $"{lot.Status} to {changed.Status}: {command.Reason}");
        Publish(unit, PharmacyEvents.LotStatusChanged, new LotStatusChanged(lot.Id, lot.Number, lot.Status, changed.Status, command.Reason));
        return new(changed.Id, changed.Status, changed.Version);
    }

    /// <summary>Stages a recall into a commit of the caller.</summary>
    public async Task<RecallAnswer> StageAsync(IUnit unit, RecallLots command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(command);
        var tenant = unit.Context.Tenant;
        var failures = new Failures();
        PharmacyRights.CheckRole(failures, unit.Context.Actor, PharmacyAct.BlockLot);
        failures.Text("reason", command.Reason, 200);
        failures.OptionalText("document", command.Document, 60);
        var all = await lots.ByNumberAsync(tenant, command.Presentation, command.Number, cancellationToken).ConfigureAwait(false);
        failures.Require(all.Count > 0, PharmacyRules.LotUnknown, ("lot", command.Number));
        failures.ThrowIfAny();

        var fresh = await BlockAsync(unit, all, LotTrigger.Recall, command.Reason, cancellationToken).ConfigureAwait(false);
        var (onHand, handedOut) = await WhereaboutsAsync(tenant, all, cancellationToken).ConfigureAwait(false);
        return new(fresh, [.. all.Select(l => l.Id).Except(fresh)], onHand, handedOut);
    }

    /// <summary>Recalls or quarantines lots, gives free what is reserved of them and announces it; those that are blocked already stay as they are.</summary>
    internal async Task<IReadOnlyList<LotId>> BlockAsync(IUnit unit, IReadOnlyList<Lot> found, LotTrigger trigger, string reason, CancellationToken ct)
    {
        var fresh = found.Where(l => LotLifecycle.Allowed(l.Status).Contains(trigger)).ToList();
        var book = new ReservationBook(unit, reservations, stock);
        foreach (var lot in fresh)
        {
            var blocked = lot.Fire(trigger);
            lots.Save(unit, blocked);
            await book.ReleaseLotAsync(lot.Id, trigger == LotTrigger.Recall ? "recall" : "quarantine", ct).ConfigureAwait(false);
            unit.Audit(trigger == LotTrigger.Recall ? "lot.recalled" : "lot.status-changed", blocked.Fact, reason);
            if (trigger != LotTrigger.Recall) Publish(unit, PharmacyEvents.LotStatusChanged, new LotStatusChanged(lot.Id, lot.Number, lot.Status, blocked.Status, reason));
        }

        book.Save();
        if (trigger != LotTrigger.Recall) return [.. fresh.Select(l => l.Id)];
        foreach (var number in fresh.GroupBy(l => (l.Presentation, l.Number)))
        {
            var (onHand, handedOut) = await WhereaboutsAsync(unit.Context.Tenant, [.. found.Where(l => (l.Presentation, l.Number) == number.Key)], ct).ConfigureAwait(false);
            Publish(unit, PharmacyEvents.LotRecalled, new LotRecalled(number.Key.Presentation, number.Key.Number, [.. number.Select(l => l.Id)], onHand, handedOut, reason));
        }

        return [.. fresh.Select(l => l.Id)];
    }

    private async Task<(StockQuantity OnHand, StockQuantity HandedOut)> WhereaboutsAsync(TenantId tenant, IReadOnlyList<Lot> all, CancellationToken ct)
    {
        var onHand = StockQuantity.Zero(all[0].Scale);
        var handedOut = onHand;
        foreach (var lot in all)
        {
            await foreach (var lying in Pages.AllAsync(p => stock.ListAsync(tenant, new StockQuery(Lot: lot.Id), p, ct)).ConfigureAwait(false)) onHand += lying.OnHand;
            await foreach (var m in Pages.AllAsync(p => movements.ListAsync(tenant, new MovementQuery { Lot = lot.Id }, p, ct)).ConfigureAwait(false))
            {
                if (m.Kind is MovementKind.Issue or MovementKind.Return) handedOut -= m.Change;
            }
        }

        return (onHand, handedOut);
    }

    private static void Publish<T>(IUnit unit, string type, T content) => unit.Publish(type, JsonSerializer.Serialize(content, ClinicJson.Options));
}
