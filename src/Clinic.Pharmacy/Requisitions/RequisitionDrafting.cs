using Clinic.Abstractions;
using Clinic.Pharmacy.Rights;
using NodaTime;

namespace Clinic.Pharmacy.Requisitions;

/// <summary>The requesting side: writes, changes, submits and withdraws requisitions.</summary>
public sealed class RequisitionDrafting
{
    private readonly IUnitOfWork work;
    private readonly RequisitionDesk desk;
    private readonly RequisitionReservations kept;
    private readonly IIdGenerator ids;

    internal RequisitionDrafting(IUnitOfWork work, RequisitionDesk desk, RequisitionReservations kept, IIdGenerator ids)
    {
        this.work = work;
        this.desk = desk;
        this.kept = kept;
        this.ids = ids;
    }

    /// <summary>Writes a new requisition.</summary>
    /// <exception cref="PharmacyException">A place or line breaks a rule; all are named.</exception>
    public Task<RequisitionAnswer> DraftAsync(CommandContext x, DraftRequisition command, CancellationToken cancellationToken = default) =>
        work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Writes a draft or returned requisition anew.</summary>
    /// <exception cref="PharmacyException">It may not be changed, or a place or line breaks a rule.</exception>
    public Task<RequisitionAnswer> ChangeAsync(CommandContext x, ChangeRequisition command, CancellationToken cancellationToken = default) =>
        work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Hands a requisition to the supplying department and gives it its number.</summary>
    /// <exception cref="PharmacyException">It may not be submitted.</exception>
    public Task<RequisitionAnswer> SubmitAsync(CommandContext x, SubmitRequisition command, CancellationToken cancellationToken = default) =>
        work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Withdraws a requisition; what was kept for it is free again.</summary>
    /// <exception cref="PharmacyException">Something has left, or it has ended.</exception>
    public Task<RequisitionAnswer> CancelAsync(CommandContext x, CancelRequisition command, CancellationToken cancellationToken = default) =>
        work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    private async Task<RequisitionAnswer> StageAsync(IUnit unit, DraftRequisition command, CancellationToken ct)
    {
        var failures = new Failures();
        PharmacyRights.CheckRole(failures, unit.Context.Actor, PharmacyAct.Requisition);
        var data = await CheckedAsync(unit, ids.Next<RequisitionId>(), command.Data, failures, ct).ConfigureAwait(false);
        return desk.Save(unit, Requisition.Draft(data, unit.Context.Actor.Person, unit.Now), "drafted", []);
    }

    private async Task<RequisitionAnswer> StageAsync(IUnit unit, ChangeRequisition command, CancellationToken ct)
    {
        var failures = new Failures();
        var stored = await desk.LoadAsync(unit, command.Requisition, command.Version, PharmacyAct.Requisition, RequisitionDesk.Requesting, failures, ct).ConfigureAwait(false);
        failures.ThrowIfAny();
        var data = await CheckedAsync(unit, stored.Id, command.Data, failures, ct).ConfigureAwait(false);
        failures.Require(stored.Site == data.Site, PharmacyRules.LocationUnknown, ("location", data.Destination));
        failures.ThrowIfAny();
        return desk.Save(unit, stored.Change(data, unit.Context.Actor.Person, unit.Now), "changed", []);
    }

    private async Task<RequisitionAnswer> StageAsync(IUnit unit, SubmitRequisition command, CancellationToken ct)
    {
        var failures = new Failures();
        var stored = await desk.LoadAsync(unit, command.Requisition, command.Version, PharmacyAct.Requisition, RequisitionDesk.Requesting, failures, ct).ConfigureAwait(false);
        await CheckNeededAsync(unit, stored.Site, stored.ToSnapshot().NeededBy, failures, ct).ConfigureAwait(false);
        failures.ThrowIfAny();
        var number = stored.Number ?? await desk.NextNumberAsync(unit, stored.Site, ct).ConfigureAwait(false);
        return desk.Save(unit, stored.Submit(number, unit.Context.Actor.Person, unit.Now), "submitted", [PharmacyEvents.RequisitionSubmitted]);
    }

    private async Task<RequisitionAnswer> StageAsync(IUnit unit, CancelRequisition command, CancellationToken ct)
    {
        var failures = new Failures();
        failures.Text("reason", command.Reason, 200);
        var stored = await desk.LoadAsync(unit, command.Requisition, command.Version, PharmacyAct.Requisition, RequisitionDesk.Requesting, failures, ct).ConfigureAwait(false);
        failures.ThrowIfAny();
        var next = stored.Cancel(command.Reason, unit.Context.Actor.Person, unit.Now);
        await kept.ReleaseAsync(unit, stored, "requisition cancelled", ct).ConfigureAwait(false);
        return desk.Save(unit, next, "cancelled", []);
    }

    // The state that the words of a person mean; status and history are the aggregate's own.
    private async Task<RequisitionSnapshot> CheckedAsync(IUnit unit, RequisitionId id, RequisitionData data, Failures failures, CancellationToken ct)
    {
        var x = unit.Context;
        failures.OptionalText("reason", data.Reason, 200);
        failures.Require(Enum.IsDefined(data.Priority), PharmacyRules.FieldInvalid, ("field", "priority"), ("found", data.Priority), ("allowed", "routine, urgent, stat"));
        desk.Stock.CheckLines(data.Lines.Count, failures);
        foreach (var twice in data.Lines.GroupBy(l => l.Presentation).Where(g => g.Count() > 1))
            failures.Add(PharmacyRules.FieldInvalid, ("field", "lines"), ("found", $"presentation {twice.Key} more than once"), ("allowed", "each presentation once"));
        var to = await desk.Stock.LocationAsync(x, data.Destination, PharmacyAct.Requisition, failures, ct).ConfigureAwait(false);
        var from = await desk.Stock.AnyLocationAsync(x, data.Origin, failures, ct).ConfigureAwait(false);
        failures.Require(to is not { Kind: LocationKind.Transit }, PharmacyRules.LocationKindWrong, ("location", data.Destination), ("found", LocationKind.Transit), ("allowed", "store, quarantine"));
        failures.Require(from is not { IsPickable: false }, PharmacyRules.NotPickable, ("location", data.Origin));
        if (from is not null && to is not null)
            failures.Require(from.Department != to.Department, PharmacyRules.RequisitionSameDepartment, ("department", to.Department));
        await CheckNeededAsync(unit, x.Site, data.NeededBy, failures, ct).ConfigureAwait(false);
        var lines = new List<RequisitionLine>();
        foreach (var line in data.Lines)
        {
            if (await desk.Stock.PresentationAsync(x, line.Presentation, failures, ct).ConfigureAwait(false) is not { } presentation) continue;
            var wrong = presentation.TryConvert(line.Quantity, out var asked);
            failures.Add(wrong);
            if (wrong is not null) continue;
            failures.Require(asked.Steps % presentation.IssueMultiple.Steps == 0, PharmacyRules.NotWholePacks, ("asked", asked), ("multiple", presentation.IssueMultiple));
            lines.Add(new(presentation.Id, asked));
        }

        failures.ThrowIfAny();
        return new(
            id, x.Site, to!.Department, to.Id, from!.Department, from.Id, data.Priority, data.NeededBy, data.Reason, lines, [], [],
            RequisitionStatus.Draft, SuspendedFrom: null, Number: null, IsRestClosed: false, Version: 1);
    }

    private async Task CheckNeededAsync(IUnit unit, SiteId site, LocalDate? needed, Failures failures, CancellationToken ct)
    {
        if (needed is not { } date) return;
        var today = await desk.TodayAsync(unit.Context.Tenant, site, unit.Now, ct).ConfigureAwait(false);
        failures.Require(date >= today, PharmacyRules.RequisitionNeededTooEarly, ("found", date), ("allowed", today));
    }
}
