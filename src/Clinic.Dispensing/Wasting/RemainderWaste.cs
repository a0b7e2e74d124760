using Clinic.Abstractions;
using Clinic.Dispensing.Closing;
using Clinic.Dispensing.Dispensations;
using Clinic.Dispensing.HandOvers;
using Clinic.Dispensing.Products;
using Clinic.Dispensing.Rights;
using Clinic.Dispensing.Tickets;
using Clinic.Dispensing.Usage;

namespace Clinic.Dispensing.Wasting;

/// <summary>Discarding remainders: kind, reason, and a witness who is somebody else.</summary>
public sealed class RemainderWaste
{
    private readonly DispensingDesk desk;
    private readonly IWasteStore wastes;

    internal RemainderWaste(DispensingDesk desk, IWasteStore wastes)
    {
        this.desk = desk;
        this.wastes = wastes;
    }

    /// <summary>Discards a remainder.</summary>
    /// <exception cref="DispensingException">A rule is broken; every failure is named.</exception>
    public Task<WasteAnswer> RecordAsync(CommandContext x, RecordWaste command, CancellationToken cancellationToken = default)
    {
        var proofs = desk.Proofs();
        return desk.Work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, proofs, ct), cancellationToken);
    }

    /// <summary>Takes a waste entry back.</summary>
    /// <exception cref="DispensingException">A rule is broken; every failure is named.</exception>
    public Task<WasteAnswer> CorrectAsync(CommandContext x, CorrectWaste command, CancellationToken cancellationToken = default) =>
        desk.Work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Stages taking a waste entry back into a commit of the caller.</summary>
    public async Task<WasteAnswer> StageAsync(IUnit unit, CorrectWaste command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(command);
        var failures = new Failures();
        var actor = unit.Context.Actor;
        failures.Require(actor.HasAny([Role.Supervisor, .. DispensingRights.RolesFor(DispensingAct.Waste)]), DispensingRules.RoleMissing,
            ("action", DispensingAct.Waste), ("allowed", "Nurse, Physician, Pharmacist, Supervisor"), ("found", actor.RolesText()));
        failures.Text("reason", command.Reason, 200);
        var before = await desk.LoadAsync(unit, command.Dispensation, command.Version, failures, cancellationToken).ConfigureAwait(false);
        DispensingDesk.CheckWard(failures, actor, DispensingAct.Waste, before);
        before.Check(failures, AccountabilityTrigger.RecordWaste);
        var wrong = await wastes.FindAsync(unit.Context.Tenant, command.Waste, cancellationToken).ConfigureAwait(false);
        if (wrong is null || wrong.Dispensation != before.Id) throw failures.With(DispensingRules.WasteUnknown, ("dispensation", before.Id), ("waste", command.Waste));
        var reversed = wrong.Reverses is not null || await wastes.ReversalOfAsync(unit.Context.Tenant, wrong.Id, cancellationToken).ConfigureAwait(false) is not null;
        failures.Require(!reversed, DispensingRules.WasteReversed, ("waste", wrong.Id));
        var until = wrong.RecordedAt + desk.Options.CorrectWithin;
        failures.Require(actor.HasAny(Role.Supervisor) || (actor.Person == wrong.By && unit.Now <= until), DispensingRules.WasteCorrectionRefused, ("waste", wrong.Id), ("until", until));
        failures.ThrowIfAny();

        var reversal = wrong with
        {
            Id = desk.Ids.Next<WasteId>(),
            By = actor.Person,
            RecordedAt = unit.Now,
            Reason = command.Reason,
            Witness = null,
            WitnessMissing = null,
            Certificate = null,
            Reverses = wrong.Id,
        };
        wastes.Add(unit, reversal);
        var account = before.LineOf(wrong.Line)!.AccountOf(wrong.Lot)!;
        var after = before.Waste(failures, wrong.Line, account with { Overfill = account.Overfill - (wrong.Kind == RemainderKind.Overfill ? wrong.Amount : 0) }, reversal.Effect, emptiesOpen: false);
        if (!actor.HasAny(Role.Supervisor)) after = after.Joined(actor.Person);
        failures.ThrowIfAny();
        var answer = desk.Save(unit, before, after, "waste.corrected", $"line {wrong.Line}");
        var changed = after.LineOf(wrong.Line)!;
        return new(reversal.Id, wrong.Amount, changed.Product.AccountUnit, changed.AccountOf(wrong.Lot)!.Outstanding, answer);
    }

    private async Task<WasteAnswer> StageAsync(IUnit unit, RecordWaste command, Proofs proofs, CancellationToken ct)
    {
        var failures = new Failures();
        var before = await desk.LoadAsync(unit, command, DispensingAct.Waste, failures, ct).ConfigureAwait(false);
        DispensingDesk.CheckWard(failures, unit.Context.Actor, DispensingAct.Waste, before);
        before.Check(failures, AccountabilityTrigger.RecordWaste);
        failures.OptionalText("witnessMissing", command.WitnessMissing, 200);
        failures.Require(command.Witness is null || command.WitnessMissing is null, DispensingRules.FieldInvalid, ("field", "witnessMissing"), ("found", "a witness and a reason for none"), ("allowed", "one of both"));
        var line = before.LineOf(command.Waste.Line);
        var witness = await WitnessAsync(unit, before, line, command, proofs, failures, ct).ConfigureAwait(false);
        var (after, entry) = Enter(unit, before, command.Waste, witness, command.WitnessMissing, failures);
        failures.ThrowIfAny();
        if (witness is null && NeedsWitness(line!)) after = after.Raise(desk.NewTicket(unit, after, TicketKind.MissingWitness, entry!.Line, entry.Lot, entry.Amount));
        var answer = desk.Save(unit, before, after, "waste.recorded", $"line {entry!.Line}, {entry.Kind}, {(witness is null ? "no witness" : "witnessed")}");
        var changed = after.LineOf(entry.Line)!;
        return new(entry.Id, entry.Amount, changed.Product.AccountUnit, changed.AccountOf(entry.Lot)!.Outstanding, answer);
    }

    /// <summary>Enters waste; the ticket that explains a missing remainder uses it too.</summary>
    internal (Dispensation After, WasteEntry? Entry) Enter(
        IUnit unit, Dispensation before, WasteData waste, AuthenticationRecord? witness, string? witnessMissing, Failures failures, bool joins = true)
    {
        var known = failures.All.Count;
        var at = desk.Occurred(waste.At, unit.Now, failures);
        failures.Text("reason", waste.Reason, 200);
        failures.OptionalText("certificate", waste.Certificate, 60);
        failures.Require(Enum.IsDefined(waste.Kind), DispensingRules.FieldInvalid, ("field", "kind"), ("found", waste.Kind), ("allowed", string.Join(", ", Enum.GetNames<RemainderKind>())));
        var (line, account) = DoseCheck.Account(before, waste.Line, waste.Lot, failures);
        if (line is null) return (before, null);
        var converted = DoseConversion.Convert(line.Product, waste.Amount, null, failures);
        if (account is null || converted is null) return (before, null);
        failures.Require(at >= account.FirstDelivered, DispensingRules.BeforeHandOver, ("found", at), ("allowed", account.FirstDelivered));
        failures.Require(waste.DrawnAt is not { } drawn || (drawn >= account.FirstDelivered && drawn <= at), DispensingRules.OpenedWrong, ("found", waste.DrawnAt), ("allowed", account.FirstDelivered));
        if (waste.Kind == RemainderKind.Overfill) CheckOverfill(failures, line, account, converted.Amount);
        else failures.Require(converted.Amount <= account.Free, DispensingRules.ReturnTooMuch, ("line", line.Number), ("lot", account.Number), ("asked", converted.Amount), ("unit", line.Product.AccountUnit), ("found", account.Free));
        if (failures.All.Count > known) return (before, null);

        var actor = unit.Context.Actor.Person;
        var entry = new WasteEntry(
            desk.Ids.Next<WasteId>(), before.Id, line.Number, account.Lot, waste.Kind, converted.Amount, waste.Reason, actor, witness, witnessMissing, waste.DrawnAt, at, unit.Now, waste.Certificate);
        var counted = waste.Kind == RemainderKind.Overfill ? account with { Overfill = account.Overfill + converted.Amount } : account;
        var after = before.Waste(failures, line.Number, counted, entry.Effect, waste.Kind == RemainderKind.OpenedRemainder).Joined(joins ? actor : null, witness?.Person);
        wastes.Add(unit, entry);
        return (after, entry);
    }

    private async Task<AuthenticationRecord?> WitnessAsync(
        IUnit unit, Dispensation before, DispensationLine? line, RecordWaste command, Proofs proofs, Failures failures, CancellationToken ct)
    {
        if (command.Witness is not { } given)
        {
            failures.Require(line is null || command.WitnessMissing is not null || !NeedsWitness(line), DispensingRules.WitnessNeeded, ("line", line?.Number));
            return null;
        }

        var x = unit.Context;
        var record = await proofs.CheckAsync(x, "witness", given, command.Device, failures, ct).ConfigureAwait(false);
        var witness = record?.Person ?? given.Person;
        failures.Require(witness is null || witness != x.Actor.Person, DispensingRules.WitnessIsActor);
        failures.Require(witness is null || line?.Product.Class != MedicationClass.Controlled || before.HandOvers.All(h => h.Recipient != witness), DispensingRules.WitnessIsRecipient);
        if (record is not null) await desk.PersonAsync(x, record.Person, "witness", DispensingAct.Witness, [], failures, ct).ConfigureAwait(false);
        return record;
    }

    private bool NeedsWitness(DispensationLine line) => desk.Options.PolicyOf(line.Product.Class).WasteNeedsWitness;

    private void CheckOverfill(Failures failures, DispensationLine line, LotAccount account, decimal amount)
    {
        if (line.Product.ContainerHolds is null)
        {
            failures.Add(DispensingRules.OverfillOfNothing, ("line", line.Number));
            return;
        }

        // Over all entries of the lot: many small ones must not hide what a large one could not.
        var limit = (account.Delivered * (decimal)desk.Options.OverfillLimit) - account.Overfill;
        failures.Require(amount <= limit, DispensingRules.OverfillWrong, ("found", amount), ("unit", line.Product.AccountUnit), ("allowed", limit));
    }
}
