using Clinic.Abstractions;
using Clinic.Pharmacy.Rights;
using Clinic.Pharmacy.Stock;

namespace Clinic.Pharmacy.Requisitions;

/// <summary>The pharmacist of the supplying side: approves, refuses, sends back and pauses requisitions.</summary>
public sealed class RequisitionApproval
{
    private readonly IUnitOfWork work;
    private readonly RequisitionDesk desk;
    private readonly RequisitionReservations kept;
    private readonly RequisitionOptions options;

    internal RequisitionApproval(IUnitOfWork work, RequisitionDesk desk, RequisitionReservations kept, RequisitionOptions options)
    {
        this.work = work;
        this.desk = desk;
        this.kept = kept;
        this.options = options;
    }

    /// <summary>Grants a requisition in whole or line by line.</summary>
    /// <exception cref="PharmacyException">It was not submitted, the same person submitted it, or a line breaks a rule.</exception>
    public Task<RequisitionAnswer> ApproveAsync(CommandContext x, ApproveRequisition command, CancellationToken cancellationToken = default) =>
        work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Refuses a requisition for good.</summary>
    /// <exception cref="PharmacyException">It was not submitted.</exception>
    public Task<RequisitionAnswer> RejectAsync(CommandContext x, RejectRequisition command, CancellationToken cancellationToken = default) =>
        work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Sends a requisition back for changes.</summary>
    /// <exception cref="PharmacyException">It was not submitted.</exception>
    public Task<RequisitionAnswer> ReturnAsync(CommandContext x, ReturnRequisition command, CancellationToken cancellationToken = default) =>
        work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Pauses a requisition; stock kept for it stays kept until its time runs out.</summary>
    /// <exception cref="PharmacyException">Something has left, or it has ended.</exception>
    public Task<RequisitionAnswer> SuspendAsync(CommandContext x, SuspendRequisition command, CancellationToken cancellationToken = default) =>
        work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Goes on with a paused requisition.</summary>
    /// <exception cref="PharmacyException">It is not paused.</exception>
    public Task<RequisitionAnswer> ResumeAsync(CommandContext x, ResumeRequisition command, CancellationToken cancellationToken = default) =>
        work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    private async Task<RequisitionAnswer> StageAsync(IUnit unit, ApproveRequisition command, CancellationToken ct)
    {
        var x = unit.Context;
        var failures = new Failures();
        var stored = await LoadAsync(unit, command.Requisition, command.Version, failures, ct).ConfigureAwait(false);
        failures.Require(!options.ApproverIsNotRequester || stored.SubmittedBy != x.Actor.Person, PharmacyRules.RequisitionApproverIsRequester, ("requisition", stored.Id));
        var lines = command.Lines ?? [];
        foreach (var twice in lines.GroupBy(l => l.Presentation).Where(g => g.Count() > 1))
            failures.Add(PharmacyRules.FieldInvalid, ("field", "lines"), ("found", $"presentation {twice.Key} more than once"), ("allowed", "each presentation once"));
        var granted = new List<RequisitionLine>();
        foreach (var line in lines)
        {
            if (await desk.Stock.PresentationAsync(x, line.Presentation, failures, ct).ConfigureAwait(false) is not { } presentation) continue;
            var approved = StockQuantity.Zero(presentation.Scale);
            if (line.Quantity is { } quantity)
            {
                failures.Add(presentation.TryConvert(quantity, out approved));
                failures.Require(approved.Steps % presentation.IssueMultiple.Steps == 0, PharmacyRules.NotWholePacks, ("asked", approved), ("multiple", presentation.IssueMultiple));
            }

            granted.Add(new(line.Presentation, approved, approved, line.Reason));
        }

        failures.ThrowIfAny();
        var next = stored.Approve(granted, x.Actor.Person, unit.Now);
        await kept.KeepAsync(unit, next, async p => (await desk.Stock.PresentationAsync(x, p, failures, ct).ConfigureAwait(false))!.BaseUnit, ct).ConfigureAwait(false);
        return desk.Save(unit, next, "approved", [PharmacyEvents.RequisitionApproved]);
    }

    private Task<RequisitionAnswer> StageAsync(IUnit unit, RejectRequisition command, CancellationToken ct) =>
        DecideAsync(unit, command.Requisition, command.Version, ("reason", command.Reason), (r, by) => r.Reject(command.Reason, by, unit.Now), "rejected", PharmacyEvents.RequisitionRejected, ct);

    private Task<RequisitionAnswer> StageAsync(IUnit unit, ReturnRequisition command, CancellationToken ct) =>
        DecideAsync(unit, command.Requisition, command.Version, ("comment", command.Comment), (r, by) => r.Return(command.Comment, by, unit.Now), "returned", PharmacyEvents.RequisitionReturned, ct);

    private Task<RequisitionAnswer> StageAsync(IUnit unit, SuspendRequisition command, CancellationToken ct) =>
        DecideAsync(unit, command.Requisition, command.Version, ("reason", command.Reason), (r, by) => r.Suspend(command.Reason, by, unit.Now), "suspended", null, ct);

    private Task<RequisitionAnswer> StageAsync(IUnit unit, ResumeRequisition command, CancellationToken ct) =>
        DecideAsync(unit, command.Requisition, command.Version, null, (r, by) => r.Resume(by, unit.Now), "resumed", null, ct);

    private async Task<RequisitionAnswer> DecideAsync(
        IUnit unit, RequisitionId id, long? version, (string Field, string Value)? text, Func<Requisition, PersonId, Requisition> decide, string action, string? notice, CancellationToken ct)
    {
        var failures = new Failures();
        if (text is { } said) failures.Text(said.Field, said.Value, 200);
        var stored = await LoadAsync(unit, id, version, failures, ct).ConfigureAwait(false);
        failures.ThrowIfAny();
        return desk.Save(unit, decide(stored, unit.Context.Actor.Person), action, notice is null ? [] : [notice]);
    }

    private Task<Requisition> LoadAsync(IUnit unit, RequisitionId id, long? version, Failures failures, CancellationToken ct) =>
        desk.LoadAsync(unit, id, version, PharmacyAct.ApproveRequisition, RequisitionDesk.Supplying, failures, ct);
}
