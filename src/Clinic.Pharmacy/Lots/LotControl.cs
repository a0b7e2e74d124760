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

        var fresh = all.Where(l => l.Status != LotStatus.Recalled).ToList();
        var book = new ReservationBook(unit, reservations, stock);
        foreach (var lot in fresh)
        {
            var recalled = lot.Fire(LotTrigger.Recall);
            lots.Save(unit, recalled);
            await book.ReleaseLotAsync(lot.Id, "recall", cancellationToken).ConfigureAwait(false);
            unit.Audit("lot.recalled", recalled.Fact, command.Reason);
        }

        book.Save();
        var (onHand, handedOut) = await WhereaboutsAsync(tenant, all, cancellationToken).ConfigureAwait(false);
        if (fresh.Count > 0)
            Publish(unit, PharmacyEvents.LotRecalled, new LotRecalled(command.Presentation, command.Number, [.. fresh.Select(l => l.Id)], onHand, handedOut, command.Reason));
        return new([.. fresh.Select(l => l.Id)], [.. all.Except(fresh).Select(l => l.Id)], onHand, handedOut);
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
