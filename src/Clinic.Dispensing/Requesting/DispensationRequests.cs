using Clinic.Abstractions;
using Clinic.Dispensing.Dispensations;
using Clinic.Dispensing.HandOvers;
using Clinic.Dispensing.Rights;
using Clinic.Dispensing.Stock;

namespace Clinic.Dispensing.Requesting;

/// <summary>Asking for medicines, and saying yes or no.</summary>
public sealed class DispensationRequests
{
    private readonly DispensingDesk desk;
    private readonly RequestCheck check;
    private readonly IDispensationStore dispensations;
    private readonly IPersonDirectory people;
    private readonly IStockIssuer stock;

    internal DispensationRequests(DispensingDesk desk, RequestCheck check, IDispensationStore dispensations, IPersonDirectory people, IStockIssuer stock)
    {
        this.desk = desk;
        this.check = check;
        this.dispensations = dispensations;
        this.people = people;
        this.stock = stock;
    }

    /// <summary>Asks for medicines; the answer says who may authorise and prepare.</summary>
    /// <exception cref="DispensingException">A rule is broken; every failure is named.</exception>
    public Task<RequestAnswer> RequestAsync(CommandContext x, RequestDispensation command, CancellationToken cancellationToken = default) =>
        desk.Work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Sends a draft off.</summary>
    /// <exception cref="DispensingException">A rule is broken; every failure is named.</exception>
    public Task<DispensationAnswer> SubmitAsync(CommandContext x, SubmitDispensation command, CancellationToken cancellationToken = default) =>
        desk.Work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Authorises, in time or afterwards for an urgent one.</summary>
    /// <exception cref="DispensingException">A rule is broken; every failure is named.</exception>
    public Task<DispensationAnswer> AuthoriseAsync(CommandContext x, AuthoriseDispensation command, CancellationToken cancellationToken = default) =>
        desk.Work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Says no; stock that is kept aside is given free.</summary>
    /// <exception cref="DispensingException">A rule is broken; every failure is named.</exception>
    public Task<DispensationAnswer> DeclineAsync(CommandContext x, DeclineDispensation command, CancellationToken cancellationToken = default) =>
        desk.Work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Takes a request back.</summary>
    /// <exception cref="DispensingException">A rule is broken; every failure is named.</exception>
    public Task<DispensationAnswer> WithdrawAsync(CommandContext x, WithdrawDispensation command, CancellationToken cancellationToken = default) =>
        desk.Work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Stages a request into a commit of the caller.</summary>
    public async Task<RequestAnswer> StageAsync(IUnit unit, RequestDispensation command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(command);
        var x = unit.Context;
        var failures = new Failures();
        DispensingRights.CheckRole(failures, x.Actor, DispensingAct.Request);
        failures.OptionalText("prescription", command.Prescription, 60);
        failures.Require(Enum.IsDefined(command.Urgency), DispensingRules.FieldInvalid, ("field", "urgency"), ("found", command.Urgency), ("allowed", "routine, urgent"));
        var place = await check.PlaceAsync(x, command.From, failures, cancellationToken).ConfigureAwait(false);
        await check.TargetAsync(x, command.Target, failures, cancellationToken).ConfigureAwait(false);
        CheckRequester(failures, x.Actor, command.Target.Department, place?.Department);
        var validUntil = check.ValidUntil(command, unit.Now, failures);
        var lines = await check.LinesAsync(x, command, failures, cancellationToken).ConfigureAwait(false);
        var refills = await check.RefillAsync(unit, command, lines, failures, cancellationToken).ConfigureAwait(false);
        failures.ThrowIfAny();

        var made = Dispensation.Restore(new()
        {
            Id = desk.Ids.Next<DispensationId>(),
            Site = x.Site,
            From = command.From,
            Pharmacy = place!.Department,
            Target = command.Target,
            Urgency = command.Urgency,
            Status = command.IsDraft ? DispenseStatus.Draft : DispenseStatus.Requested,
            Prescription = command.Prescription,
            Refills = refills,
            ValidUntil = validUntil,
            Requested = new(x.Actor.Person, unit.Now),
            Lines = lines,
            Participants = [x.Actor.Person],
            Version = 1,
        });
        dispensations.Add(unit, made);
        unit.Audit("dispensation.requested", made.Fact, $"{lines.Count} lines, {command.Urgency}");
        if (!command.IsDraft) DispensingDesk.Publish(unit, DispensingEvents.Requested, made);
        var policy = desk.PolicyOf(made);
        return new(made.Id, made.Status, made.Version, validUntil,
            await Responsible.AuthorisersAsync(people, x.Tenant, made, policy, cancellationToken).ConfigureAwait(false),
            await Responsible.PreparersAsync(people, x.Tenant, made, policy, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Stages sending a draft off into a commit of the caller.</summary>
    public async Task<DispensationAnswer> StageAsync(IUnit unit, SubmitDispensation command, CancellationToken cancellationToken)
    {
        var failures = new Failures();
        var before = await desk.LoadAsync(unit, command, DispensingAct.Request, failures, cancellationToken).ConfigureAwait(false);
        CheckRequester(failures, unit.Context.Actor, before.Target.Department, before.Pharmacy);
        failures.Require(unit.Context.Actor.Person == before.Requested.By, DispensingRules.SubmittedByOther, ("dispensation", before.Id));
        failures.Require(!before.HasLapsedAt(unit.Now), DispensingRules.Lapsed, ("dispensation", before.Id), ("until", before.ValidUntil), ("now", unit.Now));
        var after = before.Submit(failures).Joined(unit.Context.Actor.Person);
        failures.ThrowIfAny();
        DispensingDesk.Publish(unit, DispensingEvents.Requested, after);
        return desk.Save(unit, before, after, "dispensation.submitted");
    }

    /// <summary>Stages an authorisation into a commit of the caller.</summary>
    public async Task<DispensationAnswer> StageAsync(IUnit unit, AuthoriseDispensation command, CancellationToken cancellationToken)
    {
        var failures = new Failures();
        var before = await desk.LoadAsync(unit, command, DispensingAct.Authorise, failures, cancellationToken).ConfigureAwait(false);
        var actor = unit.Context.Actor;
        failures.OptionalText("prescription", command.Prescription, 60);
        DispensingDesk.CheckWard(failures, actor, DispensingAct.Authorise, before);
        var policy = desk.PolicyOf(before);
        failures.Require(!policy.AuthoriserDiffers || actor.Person != before.Requested.By, DispensingRules.AuthoriserIsRequester);
        failures.Require(!policy.NeedsPrescription || (command.Prescription ?? before.ToSnapshot().Prescription) is not null, DispensingRules.PrescriptionMissing);
        failures.Require(before.Status != DispenseStatus.Requested || !before.HasLapsedAt(unit.Now), DispensingRules.Lapsed,
            ("dispensation", before.Id), ("until", before.ValidUntil), ("now", unit.Now));
        if (before.Refills.Of is { } first && before.Status == DispenseStatus.Requested)
        {
            var refills = await dispensations.RefillsAsync(unit.Context.Tenant, first, cancellationToken).ConfigureAwait(false);
            var earlier = refills.Count(r => r.Refills.Number < before.Refills.Number && r.Status is not (DispenseStatus.Declined or DispenseStatus.Cancelled or DispenseStatus.EnteredInError));
            failures.Require(earlier < before.Refills.Allowed, DispensingRules.RefillsExceeded, ("dispensation", first), ("allowed", before.Refills.Allowed), ("found", earlier));
        }

        var late = before.Status != DispenseStatus.Requested;
        if (late && policy.AllDistinct) Identities.CheckDistinct(failures, before, null, null, actor.Person);
        var after = before.Authorise(failures, new(actor.Person, unit.Now), command.Prescription).Joined(actor.Person);
        failures.ThrowIfAny();
        if (!late) DispensingDesk.Publish(unit, DispensingEvents.Authorised, after);
        return desk.Save(unit, before, after, late ? "dispensation.authorised-afterwards" : "dispensation.authorised");
    }

    /// <summary>Stages a refusal by the authoriser into a commit of the caller.</summary>
    public async Task<DispensationAnswer> StageAsync(IUnit unit, DeclineDispensation command, CancellationToken cancellationToken)
    {
        var failures = new Failures();
        var before = await desk.LoadAsync(unit, command, DispensingAct.Authorise, failures, cancellationToken).ConfigureAwait(false);
        failures.Text("reason", command.Reason, 200);
        DispensingDesk.CheckWard(failures, unit.Context.Actor, DispensingAct.Authorise, before);
        var after = before.End(failures, DispenseTrigger.Decline, new(command.Reason, unit.Context.Actor.Person, unit.Now)).Joined(unit.Context.Actor.Person);
        failures.ThrowIfAny();
        await StockKeeping.ReleaseAsync(unit, stock, before, "declined", cancellationToken).ConfigureAwait(false);
        DispensingDesk.Publish(unit, DispensingEvents.Ended, after);
        return desk.Save(unit, before, after, "dispensation.declined");
    }

    /// <summary>Stages taking a request back into a commit of the caller.</summary>
    public async Task<DispensationAnswer> StageAsync(IUnit unit, WithdrawDispensation command, CancellationToken cancellationToken)
    {
        var failures = new Failures();
        var before = await desk.LoadAsync(unit, command, DispensingAct.Request, failures, cancellationToken).ConfigureAwait(false);
        var actor = unit.Context.Actor;
        failures.Text("reason", command.Reason, 200);
        failures.Require(actor.Person == before.Requested.By || actor.Person == before.Authorised?.By, DispensingRules.WithdrawnByOther, ("dispensation", before.Id));
        var after = before.End(failures, DispenseTrigger.Withdraw, new(command.Reason, actor.Person, unit.Now));
        failures.ThrowIfAny();
        DispensingDesk.Publish(unit, DispensingEvents.Ended, after);
        return desk.Save(unit, before, after, "dispensation.withdrawn");
    }

    // A pharmacist may ask for a ward, from the pharmacy's own department.
    private static void CheckRequester(Failures failures, Actor actor, DepartmentId? department, DepartmentId? pharmacy)
    {
        if (actor.HasAny(Role.Pharmacist) && pharmacy is { } own && actor.Departments.Contains(own)) return;
        DispensingRights.CheckDepartment(failures, actor, DispensingAct.Request, department);
    }
}
