using Clinic.Abstractions;
using Clinic.Dispensing.Closing;
using Clinic.Dispensing.Dispensations;
using Clinic.Dispensing.HandOvers;
using Clinic.Dispensing.Rights;
using Clinic.Dispensing.Usage;
using Clinic.Dispensing.Wasting;

namespace Clinic.Dispensing.Tickets;

/// <summary>Looking into tickets: evidence, owner, resolution by somebody outside the chain.</summary>
public sealed class TicketDesk
{
    private readonly DispensingDesk desk;
    private readonly DoseLog doses;
    private readonly RemainderWaste wastes;
    private readonly Func<Attachments> attachments;

    internal TicketDesk(DispensingDesk desk, DoseLog doses, RemainderWaste wastes, Func<Attachments> attachments)
    {
        this.desk = desk;
        this.doses = doses;
        this.wastes = wastes;
        this.attachments = attachments;
    }

    /// <summary>Adds evidence.</summary>
    /// <exception cref="DispensingException">A rule is broken; every failure is named.</exception>
    public Task<DispensationAnswer> AddEvidenceAsync(CommandContext x, AddEvidence command, CancellationToken cancellationToken = default) =>
        desk.Work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Gives a ticket to somebody.</summary>
    /// <exception cref="DispensingException">A rule is broken; every failure is named.</exception>
    public Task<DispensationAnswer> AssignAsync(CommandContext x, AssignTicket command, CancellationToken cancellationToken = default) =>
        desk.Work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Ends a ticket.</summary>
    /// <exception cref="DispensingException">A rule is broken; every failure is named.</exception>
    public Task<DispensationAnswer> ResolveAsync(CommandContext x, ResolveTicket command, CancellationToken cancellationToken = default)
    {
        var proofs = desk.Proofs();
        return desk.Work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, proofs, ct), cancellationToken);
    }

    /// <summary>Stages evidence into a commit of the caller.</summary>
    public async Task<DispensationAnswer> StageAsync(IUnit unit, AddEvidence command, CancellationToken cancellationToken)
    {
        var failures = new Failures();
        var before = await desk.LoadAsync(unit, command, DispensingAct.AddEvidence, failures, cancellationToken).ConfigureAwait(false);
        failures.Text("text", command.Text, 1000);
        DispensingDesk.CheckWard(failures, unit.Context.Actor, DispensingAct.AddEvidence, before);
        var ticket = Open(failures, before, command.Ticket);
        if (ticket.Kind != TicketKind.BillingDiffers) before.Check(failures, AccountabilityTrigger.AddEvidence);
        failures.ThrowIfAny();
        var attached = command.Attachment is { } content ? attachments().Stage(unit, new("dispensing.ticket", ticket.Id.Value), content).Id : (AttachmentId?)null;
        var after = before.With(ticket with { Evidence = [.. ticket.Evidence, new(unit.Context.Actor.Person, unit.Now, command.Text, attached)] });
        return desk.Save(unit, before, after, "ticket.evidence-added", ticket.Kind.ToString());
    }

    /// <summary>Stages an assignment into a commit of the caller.</summary>
    public async Task<DispensationAnswer> StageAsync(IUnit unit, AssignTicket command, CancellationToken cancellationToken)
    {
        var failures = new Failures();
        var before = await desk.LoadAsync(unit, command, DispensingAct.Supervise, failures, cancellationToken).ConfigureAwait(false);
        var ticket = Open(failures, before, command.Ticket);
        failures.Require(command.Due is not { } due || due > unit.Now, DispensingRules.FieldInvalid, ("field", "due"), ("found", command.Due), ("allowed", $"after {unit.Now}"));
        await desk.PersonAsync(unit.Context, command.Owner, "owner", DispensingAct.AddEvidence, [], failures, cancellationToken).ConfigureAwait(false);
        failures.Require(!before.Participants.Contains(command.Owner), DispensingRules.ResolverInChain, ("part", "owner"));
        failures.ThrowIfAny();
        var after = before.With(ticket with { Owner = command.Owner, Due = command.Due?.TruncateToMicroseconds() ?? ticket.Due });
        return desk.Save(unit, before, after, "ticket.assigned", ticket.Kind.ToString());
    }

    private async Task<DispensationAnswer> StageAsync(IUnit unit, ResolveTicket command, Proofs proofs, CancellationToken ct)
    {
        var failures = new Failures();
        var x = unit.Context;
        var before = await desk.LoadAsync(unit, command, DispensingAct.Supervise, failures, ct).ConfigureAwait(false);
        failures.Text("reason", command.Reason, 1000);
        failures.Require(Enum.IsDefined(command.Outcome), DispensingRules.FieldInvalid, ("field", "outcome"), ("found", command.Outcome), ("allowed", "explained, unexplained"));
        var ticket = Open(failures, before, command.Ticket);
        failures.Require(!before.Participants.Contains(x.Actor.Person), DispensingRules.ResolverInChain, ("part", "resolver"));
        var approval = await ApprovalAsync(unit, before, command, proofs, failures, ct).ConfigureAwait(false);
        var resolved = ticket with { Resolution = new(command.Outcome, command.Reason, x.Actor.Person, unit.Now, approval) };
        var after = command.Outcome == TicketOutcome.Explained
            ? await ExplainAsync(unit, before, command, resolved, approval, failures, ct).ConfigureAwait(false)
            : Book(unit, before, command, resolved, failures);
        failures.ThrowIfAny();
        if (after.Accountability == AccountabilityStatus.ClosedWithDifference) DispensingDesk.Publish(unit, DispensingEvents.Closed, after);
        return desk.Save(unit, before, after, "ticket.resolved", after.Tickets.First(t => t.Id == ticket.Id).Resolution!.Booked is { } booked ? FormattableString.Invariant($"{ticket.Kind}, {command.Outcome}, booked {booked}") : $"{ticket.Kind}, {command.Outcome}");
    }

    private async Task<Dispensation> ExplainAsync(
        IUnit unit, Dispensation before, ResolveTicket command, Ticket resolved, AuthenticationRecord? approval, Failures failures, CancellationToken ct)
    {
        var after = before;
        var known = failures.All.Count;
        if (command.MissingDose is { } dose)
        {
            // Who resolves did not give it.
            failures.Require(dose.Responsible is not null, DispensingRules.FieldInvalid, ("field", "missingDose.responsible"), ("found", "nothing"), ("allowed", "who gave it"));
            (after, _) = await doses.EnterAsync(unit, after, dose, failures, ct, joins: false).ConfigureAwait(false);
        }

        if (command.MissingWaste is { } waste)
        {
            var line = before.LineOf(waste.Line);
            failures.Require(line is null || approval is not null || !desk.Options.PolicyOf(line.Product.Class).WasteNeedsWitness, DispensingRules.WitnessNeeded, ("line", waste.Line));
            (after, _) = wastes.Enter(unit, after, waste, approval, null, failures, joins: false);
        }

        if (failures.All.Count > known) return before;
        if (resolved is { KeepsUnderReview: true, Line: { } number, Lot: { } lot })
        {
            var account = after.LineOf(number)!.AccountOf(lot)!;
            var explained = resolved.Kind == TicketKind.Difference ? account.Free == 0 : account.Outstanding >= 0;
            failures.Require(explained, DispensingRules.NotExplained, ("line", number), ("lot", account.Number), ("difference", account.Outstanding), ("unit", after.LineOf(number)!.Product.AccountUnit));
        }

        return after.ResolveExplained(failures, resolved);
    }

    private static Dispensation Book(IUnit unit, Dispensation before, ResolveTicket command, Ticket resolved, Failures failures)
    {
        failures.Require(command.MissingDose is null && command.MissingWaste is null, DispensingRules.FieldInvalid, ("field", "outcome"), ("found", "unexplained, with an explanation"), ("allowed", "explained"));
        if (resolved is not { KeepsUnderReview: true, Line: not null, Lot: not null })
        {
            failures.Add(DispensingRules.NothingToBook, ("ticket", resolved.Id), ("kind", resolved.Kind));
            return before;
        }

        var account = before.LineOf(resolved.Line.Value)!.AccountOf(resolved.Lot.Value)!;
        failures.Require(account.Outstanding != 0, DispensingRules.NothingToBook, ("ticket", resolved.Id), ("kind", resolved.Kind));
        // What still may come back or be handed over is no loss yet.
        failures.Require(before.IsAtRest, DispensingRules.StillDispensing, ("status", before.Status));
        foreach (var pending in before.Returns.Where(r => r.IsPending)) failures.Add(DispensingRules.ReturnPending, ("return", pending.Id));
        return failures.Count > 0 ? before : before.ResolveUnexplained(failures, resolved, new(unit.Context.Actor.Person, unit.Now));
    }

    private async Task<AuthenticationRecord?> ApprovalAsync(
        IUnit unit, Dispensation before, ResolveTicket command, Proofs proofs, Failures failures, CancellationToken ct)
    {
        if (command.Approver is not { } given)
        {
            failures.Require(!desk.PolicyOf(before).NeedsSecondApproval, DispensingRules.ApprovalNeeded);
            return null;
        }

        var x = unit.Context;
        var record = await proofs.CheckAsync(x, "approver", given, command.Device, failures, ct).ConfigureAwait(false);
        var approver = record?.Person ?? given.Person;
        failures.Require(approver is null || approver != x.Actor.Person, DispensingRules.ApproverIsResolver);
        failures.Require(approver is not { } id || !before.Participants.Contains(id), DispensingRules.ResolverInChain, ("part", "approver"));
        if (record is not null) await desk.PersonAsync(x, record.Person, "approver", DispensingAct.Approve, [], failures, ct).ConfigureAwait(false);
        return record;
    }

    private static Ticket Open(Failures failures, Dispensation dispensation, TicketId id)
    {
        var ticket = dispensation.Tickets.FirstOrDefault(t => t.Id == id)
            ?? throw failures.With(DispensingRules.TicketUnknown, ("dispensation", dispensation.Id), ("ticket", id));
        failures.Require(ticket.IsOpen, DispensingRules.TicketResolved, ("ticket", id));
        return ticket;
    }
}
