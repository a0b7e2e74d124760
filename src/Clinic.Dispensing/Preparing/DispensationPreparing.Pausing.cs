using Clinic.Abstractions;
using Clinic.Dispensing.Dispensations;
using Clinic.Dispensing.Rights;
using Clinic.Dispensing.Stock;

namespace Clinic.Dispensing.Preparing;

public sealed partial class DispensationPreparing
{
    /// <summary>Pauses a preparation.</summary>
    /// <exception cref="DispensingException">A rule is broken; every failure is named.</exception>
    public Task<DispensationAnswer> HoldAsync(CommandContext x, HoldPreparation command, CancellationToken cancellationToken = default) =>
        desk.Work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Goes on with a paused preparation.</summary>
    /// <exception cref="DispensingException">A rule is broken; every failure is named.</exception>
    public Task<PreparationAnswer> ResumeAsync(CommandContext x, ResumePreparation command, CancellationToken cancellationToken = default) =>
        desk.Work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Takes what was ready back to preparation.</summary>
    /// <exception cref="DispensingException">A rule is broken; every failure is named.</exception>
    public Task<DispensationAnswer> ReopenAsync(CommandContext x, ReopenPreparation command, CancellationToken cancellationToken = default) =>
        desk.Work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Ends a preparation of which nothing was handed over.</summary>
    /// <exception cref="DispensingException">A rule is broken; every failure is named.</exception>
    public Task<DispensationAnswer> CancelAsync(CommandContext x, CancelDispensation command, CancellationToken cancellationToken = default) =>
        desk.Work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Puts a dispensation on hold whose stock was recalled, expired or taken away; twice changes nothing.</summary>
    /// <exception cref="DispensingException">It is unknown, or the actor is not the system.</exception>
    public Task<DispensationAnswer> LoseStockAsync(CommandContext x, LoseStock command, CancellationToken cancellationToken = default) =>
        desk.Work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Stages a pause into a commit of the caller.</summary>
    public async Task<DispensationAnswer> StageAsync(IUnit unit, HoldPreparation command, CancellationToken cancellationToken)
    {
        var failures = new Failures();
        var before = await desk.LoadAsync(unit, command, DispensingAct.Prepare, failures, cancellationToken).ConfigureAwait(false);
        DispensingDesk.CheckPharmacy(failures, unit.Context.Actor, DispensingAct.Prepare, before);
        failures.Text("reason", command.Reason, 200);
        var until = (command.Until ?? unit.Now + desk.Options.HoldFor).TruncateToMicroseconds();
        failures.Require(until > unit.Now && until <= unit.Now + desk.Options.LongestHold, DispensingRules.HoldTimeWrong, ("asked", until), ("now", unit.Now), ("allowed", desk.Options.LongestHold));
        var person = unit.Context.Actor.Person;
        var after = before.PutOnHold(failures, DispenseTrigger.Hold, new(command.Reason, until, person, unit.Now)).Joined(person);
        failures.ThrowIfAny();
        return desk.Save(unit, before, after, "dispensation.held");
    }

    /// <summary>Stages going on into a commit of the caller.</summary>
    public async Task<PreparationAnswer> StageAsync(IUnit unit, ResumePreparation command, CancellationToken cancellationToken)
    {
        var failures = new Failures();
        var before = await desk.LoadAsync(unit, command, DispensingAct.Prepare, failures, cancellationToken).ConfigureAwait(false);
        DispensingDesk.CheckPharmacy(failures, unit.Context.Actor, DispensingAct.Prepare, before);
        failures.OptionalText("overrideReason", command.OverrideReason, 200);
        var after = before.Resume(failures).Joined(unit.Context.Actor.Person);
        failures.ThrowIfAny();
        foreach (var line in before.Lines)
        {
            var parts = await StillHeldAsync(unit.Context, line, cancellationToken).ConfigureAwait(false);
            var missing = line.Quantity - line.HandedOver - parts.Sum(p => p.Quantity);
            if (missing > 0)
                parts.AddRange(await KeepAsync(unit, before, line, missing, null, command.MayBePartial, command.OverrideReason is null, [], cancellationToken).ConfigureAwait(false));
            if (parts.Count > 0 || line.Parts.Count > 0) after = after.Keep(line.Number, parts);
        }

        desk.Save(unit, before, after, "dispensation.resumed", command.OverrideReason is { } why ? $"override: {why}" : null);
        return Answer(after);
    }

    /// <summary>Stages taking back to preparation into a commit of the caller.</summary>
    public async Task<DispensationAnswer> StageAsync(IUnit unit, ReopenPreparation command, CancellationToken cancellationToken)
    {
        var failures = new Failures();
        var before = await desk.LoadAsync(unit, command, DispensingAct.Prepare, failures, cancellationToken).ConfigureAwait(false);
        DispensingDesk.CheckPharmacy(failures, unit.Context.Actor, DispensingAct.Prepare, before);
        failures.Text("reason", command.Reason, 200);
        var after = before.ReopenPreparation(failures).Joined(unit.Context.Actor.Person);
        failures.ThrowIfAny();
        return desk.Save(unit, before, after, "dispensation.preparation-reopened");
    }

    /// <summary>Stages a cancellation into a commit of the caller.</summary>
    public async Task<DispensationAnswer> StageAsync(IUnit unit, CancelDispensation command, CancellationToken cancellationToken)
    {
        var failures = new Failures();
        var before = await desk.LoadAsync(unit, command, DispensingAct.Prepare, failures, cancellationToken).ConfigureAwait(false);
        DispensingDesk.CheckPharmacy(failures, unit.Context.Actor, DispensingAct.Prepare, before);
        failures.Text("reason", command.Reason, 200);
        var after = before.End(failures, DispenseTrigger.Cancel, new(command.Reason, unit.Context.Actor.Person, unit.Now)).Joined(unit.Context.Actor.Person);
        failures.ThrowIfAny();
        await StockKeeping.ReleaseAsync(unit, stock, before, "cancelled", cancellationToken).ConfigureAwait(false);
        DispensingDesk.Publish(unit, DispensingEvents.Ended, after);
        return desk.Save(unit, before, after, "dispensation.cancelled");
    }

    /// <summary>Stages the loss of kept stock into a commit of the caller.</summary>
    public async Task<DispensationAnswer> StageAsync(IUnit unit, LoseStock command, CancellationToken cancellationToken)
    {
        var failures = new Failures();
        var before = await desk.LoadAsync(unit, command, DispensingAct.Clock, failures, cancellationToken).ConfigureAwait(false);
        failures.Text("cause", command.Cause, 60);
        failures.ThrowIfAny();
        var after = command.Lots.Count == 0
            ? before.LoseStock(command.Reservation, null, null)
            : command.Lots.Aggregate(before, (d, lost) => d.LoseStock(command.Reservation, lost.Lot, lost.Quantity));
        var lost = !before.Lines.Select(l => l.Kept).SequenceEqual(after.Lines.Select(l => l.Kept));
        // The message may come twice, or after the dispensation has ended or been handed over: then nothing is left to lose.
        if (!lost || before.Status is not (DispenseStatus.InPreparation or DispenseStatus.Ready or DispenseStatus.OnHold))
            return DispensingDesk.Answer(before, []);

        after = after.PutOnHold(failures, DispenseTrigger.LotRecalled, new($"stock: {command.Cause}", unit.Now + desk.Options.HoldFor, unit.Context.Actor.Person, unit.Now));
        failures.ThrowIfAny();
        DispensingDesk.Publish(unit, DispensingEvents.StockLost, after);
        return desk.Save(unit, before, after, "dispensation.stock-lost", command.Cause);
    }

    // What a reservation still keeps is what counts; who confirmed it stays only where the quantity is the same.
    private async Task<List<AllocatedPart>> StillHeldAsync(CommandContext x, DispensationLine line, CancellationToken ct)
    {
        var parts = new List<AllocatedPart>();
        foreach (var reservation in line.Parts.Select(p => p.Reservation).Distinct())
        {
            foreach (var held in await stock.HeldAsync(x, reservation, ct).ConfigureAwait(false))
            {
                var known = line.Parts.FirstOrDefault(p => p.Reservation == reservation && p.Lot == held.Lot && p.Quantity == held.Quantity);
                parts.Add(known ?? new(held.Reservation, held.Lot, held.Number, held.Expiration, held.Quantity));
            }
        }

        return parts;
    }
}
