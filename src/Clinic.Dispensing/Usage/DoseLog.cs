using Clinic.Abstractions;
using Clinic.Dispensing.Closing;
using Clinic.Dispensing.Dispensations;
using Clinic.Dispensing.Policies;
using Clinic.Dispensing.Rights;
using Clinic.Dispensing.Tickets;

namespace Clinic.Dispensing.Usage;

/// <summary>Writing down what was given: doses, corrections, and the end of use.</summary>
public sealed class DoseLog
{
    private readonly DispensingDesk desk;
    private readonly DoseCheck check;
    private readonly IDoseStore doses;

    internal DoseLog(DispensingDesk desk, IDoseStore doses)
    {
        this.desk = desk;
        this.doses = doses;
        check = new(desk);
    }

    /// <summary>Reports a dose; beyond what was delivered it is kept and raises a ticket.</summary>
    /// <exception cref="DispensingException">The entry cannot be true, or a rule is broken; every failure is named.</exception>
    public Task<DoseAnswer> RecordAsync(CommandContext x, RecordDose command, CancellationToken cancellationToken = default) =>
        desk.Work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Corrects a dose by a reversing entry.</summary>
    /// <exception cref="DispensingException">A rule is broken; every failure is named.</exception>
    public Task<CorrectionAnswer> CorrectAsync(CommandContext x, CorrectDose command, CancellationToken cancellationToken = default) =>
        desk.Work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Confirms that all was given.</summary>
    /// <exception cref="DispensingException">A rule is broken; every failure is named.</exception>
    public Task<DispensationAnswer> ConfirmAllUsedAsync(CommandContext x, ConfirmAllUsed command, CancellationToken cancellationToken = default) =>
        desk.Work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Says that the ward has finished.</summary>
    /// <exception cref="DispensingException">A rule is broken; every failure is named.</exception>
    public Task<DispensationAnswer> FinishAsync(CommandContext x, FinishUse command, CancellationToken cancellationToken = default) =>
        desk.Work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Stages a dose into a commit of the caller.</summary>
    public async Task<DoseAnswer> StageAsync(IUnit unit, RecordDose command, CancellationToken cancellationToken)
    {
        var failures = new Failures();
        var before = await desk.LoadAsync(unit, command, DispensingAct.Use, failures, cancellationToken).ConfigureAwait(false);
        DispensingDesk.CheckWard(failures, unit.Context.Actor, DispensingAct.Use, before);
        before.Check(failures, AccountabilityTrigger.RecordDose);
        var (after, entry) = await EnterAsync(unit, before, command.Dose, failures, cancellationToken).ConfigureAwait(false);
        failures.ThrowIfAny();
        var answer = desk.Save(unit, before, after, "dose.recorded", $"line {entry!.Line}{(entry.IsBeyond ? ", beyond what was delivered" : "")}");
        return Answer(after, entry, answer);
    }

    /// <summary>Stages a correction into a commit of the caller.</summary>
    public async Task<CorrectionAnswer> StageAsync(IUnit unit, CorrectDose command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(command);
        var failures = new Failures();
        var x = unit.Context;
        failures.Require(x.Actor.HasAny([Role.Supervisor, .. DispensingRights.RolesFor(DispensingAct.Use)]), DispensingRules.RoleMissing,
            ("action", DispensingAct.Use), ("allowed", "Nurse, Physician, Supervisor"), ("found", x.Actor.RolesText()));
        failures.Text("reason", command.Reason, 200);
        var before = await desk.LoadAsync(unit, command.Dispensation, command.Version, failures, cancellationToken).ConfigureAwait(false);
        DispensingDesk.CheckWard(failures, x.Actor, DispensingAct.Use, before);
        var wrong = await doses.FindAsync(x.Tenant, command.Dose, cancellationToken).ConfigureAwait(false);
        if (wrong is null || wrong.Dispensation != before.Id) throw failures.With(DispensingRules.DoseUnknown, ("dispensation", before.Id), ("dose", command.Dose));
        var reversed = wrong.Kind == DoseKind.Reversal || await doses.ReversalOfAsync(x.Tenant, wrong.Id, cancellationToken).ConfigureAwait(false) is not null;
        failures.Require(!reversed, DispensingRules.DoseReversed, ("dose", wrong.Id));
        var until = wrong.RecordedAt + desk.Options.CorrectWithin;
        failures.Require(x.Actor.HasAny(Role.Supervisor) || (x.Actor.Person == wrong.RecordedBy && unit.Now <= until), DispensingRules.CorrectionRefused, ("dose", wrong.Id), ("until", until));
        // Who supervises does not become part of the chain by it.
        var joins = !x.Actor.HasAny(Role.Supervisor);
        var after = before.Reverse(failures, wrong).Joined(joins ? x.Actor.Person : null);
        failures.ThrowIfAny();

        var reversal = wrong with
        {
            Id = desk.Ids.Next<DoseId>(),
            Kind = DoseKind.Reversal,
            RecordedBy = x.Actor.Person,
            RecordedAt = unit.Now,
            IsBeyond = false,
            Reverses = wrong.Id,
            Reason = command.Reason,
        };
        doses.Add(unit, reversal);
        DoseEntry? replacement = null;
        if (command.Replacement is { } right)
            (after, replacement) = await EnterAsync(unit, after, right with { Responsible = right.Responsible ?? wrong.Responsible }, failures, cancellationToken, joins).ConfigureAwait(false);
        failures.ThrowIfAny();
        var answer = desk.Save(unit, before, after, "dose.corrected", $"line {wrong.Line}");
        return new(reversal.Id, replacement?.Id, answer);
    }

    /// <summary>Stages a confirmation of all into a commit of the caller.</summary>
    public async Task<DispensationAnswer> StageAsync(IUnit unit, ConfirmAllUsed command, CancellationToken cancellationToken)
    {
        var failures = new Failures();
        var before = await desk.LoadAsync(unit, command, DispensingAct.Use, failures, cancellationToken).ConfigureAwait(false);
        var actor = unit.Context.Actor.Person;
        DispensingDesk.CheckWard(failures, unit.Context.Actor, DispensingAct.Use, before);
        failures.Require(command.Area is not { } area || Enum.IsDefined(area), DispensingRules.FieldInvalid, ("field", "area"), ("found", command.Area), ("allowed", string.Join(", ", Enum.GetNames<CareArea>())));
        before.Check(failures, AccountabilityTrigger.RecordDose);
        failures.Require(command.Lines.Count <= desk.Options.MostLines, DispensingRules.LinesWrong, ("found", command.Lines.Count), ("allowed", desk.Options.MostLines));
        failures.ThrowIfAny();
        foreach (var number in command.Lines.Distinct())
        {
            if (before.LineOf(number) is not { } named) failures.Add(DispensingRules.LineUnknown, ("dispensation", before.Id), ("line", number));
            else failures.Require(AtOnce(named), DispensingRules.EachDoseNeeded, ("line", number));
        }

        var confirmed = before.Lines.Where(l => AtOnce(l) && (command.Lines.Count == 0 || command.Lines.Contains(l.Number)))
            .SelectMany(l => l.Accounts.Where(a => a.Free > 0).Select(a => (Line: l, Account: a))).ToList();
        failures.Require(confirmed.Count > 0 || failures.Count > 0, DispensingRules.NothingOutstanding, ("dispensation", before.Id));
        failures.ThrowIfAny();
        var after = before.Joined(actor);
        foreach (var (line, account) in confirmed)
        {
            doses.Add(unit, new(
                desk.Ids.Next<DoseId>(), before.Id, line.Number, account.Lot, DoseKind.AllUsed, new(account.Free, line.Product.AccountUnit), account.Free, 0, null, null,
                actor, actor, unit.Now, unit.Now, command.Area ?? before.Target.Area, IsBeyond: false, Reverses: null, Reason: null));
            after = after.Use(failures, line.Number, account, account.Free, null, 0);
        }

        failures.ThrowIfAny();
        return desk.Save(unit, before, after, "dose.all-used", $"{confirmed.Count} lots");
    }

    /// <summary>Stages the end of use into a commit of the caller.</summary>
    public async Task<DispensationAnswer> StageAsync(IUnit unit, FinishUse command, CancellationToken cancellationToken)
    {
        var failures = new Failures();
        var before = await desk.LoadAsync(unit, command, DispensingAct.Use, failures, cancellationToken).ConfigureAwait(false);
        DispensingDesk.CheckWard(failures, unit.Context.Actor, DispensingAct.Use, before);
        var after = before.FinishUse(failures).Joined(unit.Context.Actor.Person);
        failures.ThrowIfAny();
        return desk.Save(unit, before, after, "dispensation.use-finished");
    }

    /// <summary>Enters a dose; the ticket that explains a missing one uses it too.</summary>
    internal async Task<(Dispensation After, DoseEntry? Entry)> EnterAsync(
        IUnit unit, Dispensation before, DoseData dose, Failures failures, CancellationToken ct, bool joins = true)
    {
        var known = failures.All.Count;
        var given = await check.CheckAsync(unit, before, dose, failures, ct).ConfigureAwait(false);
        if (given is null || failures.All.Count > known) return (before, null);
        var actor = unit.Context.Actor.Person;
        var beyond = given.Amount > given.Account.Outstanding;
        var entry = new DoseEntry(
            desk.Ids.Next<DoseId>(), before.Id, given.Line.Number, given.Account.Lot, DoseKind.Dose, dose.Amount, given.Amount, dose.Overfill, given.Containers,
            dose.WeightKg, given.Responsible, actor, given.At, unit.Now, dose.Area ?? before.Target.Area, beyond, null, dose.Reason);
        var after = before.Use(failures, given.Line.Number, given.Account, given.Amount, given.OpenedAt, given.OpenRest, dose.Overfill).Joined(joins ? actor : null, given.Responsible);
        if (beyond && !after.HasOpenTicket(TicketKind.DoseBeyondDelivered, given.Account.Lot))
            after = after.Raise(desk.NewTicket(unit, after, TicketKind.DoseBeyondDelivered, given.Line.Number, given.Account.Lot, given.Account.Outstanding - given.Amount));
        doses.Add(unit, entry);
        return (after, entry);
    }

    private bool AtOnce(DispensationLine line) => desk.Options.PolicyOf(line.Product.Class).Accountability == AccountabilityRule.ConfirmAllUsed;

    private static DoseAnswer Answer(Dispensation after, DoseEntry entry, DispensationAnswer answer)
    {
        var line = after.LineOf(entry.Line)!;
        return new(entry.Id, entry.Amount, line.Product.AccountUnit, line.AccountOf(entry.Lot)!.Outstanding, entry.IsBeyond, answer);
    }
}
