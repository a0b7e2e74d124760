using Clinic.Abstractions;
using Clinic.Pharmacy.Stock;
using Clinic.Pharmacy.Transfers;
using NodaTime;

namespace Clinic.Pharmacy.Requisitions;

public sealed partial class Requisition
{
    /// <summary>A new draft.</summary>
    /// <exception cref="PharmacyException">Fields are malformed; every one is named.</exception>
    public static Requisition Draft(RequisitionSnapshot data, PersonId by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(data);
        return Restore(data with
        {
            Status = RequisitionStatus.Draft,
            History = [new(RequisitionTrigger.Change, RequisitionStatus.Draft, by, at)],
            Deliveries = [],
            Version = 1,
        });
    }

    /// <summary>The draft written anew; ends, lines, priority, date and reason come from the new data.</summary>
    /// <exception cref="PharmacyException">It may not be changed any more.</exception>
    public Requisition Change(RequisitionSnapshot data, PersonId by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(data);
        var next = state with
        {
            Requesting = data.Requesting,
            Destination = data.Destination,
            Supplying = data.Supplying,
            Origin = data.Origin,
            Lines = data.Lines,
            Priority = data.Priority,
            NeededBy = data.NeededBy,
            Reason = data.Reason,
        };
        return Fire(next, RequisitionTrigger.Change, by, at, null);
    }

    /// <summary>Handed to the supplying department; a number is given once.</summary>
    /// <exception cref="PharmacyException">It is not a draft.</exception>
    public Requisition Submit(RequisitionNumber number, PersonId by, Instant at) =>
        Fire(state with { Number = Number ?? number }, RequisitionTrigger.Submit, by, at, null);

    /// <summary>Granted as the lines say, which carry what is approved and why less.</summary>
    /// <exception cref="PharmacyException">It was not submitted, nothing is granted, or a line breaks a rule; all are named.</exception>
    public Requisition Approve(IReadOnlyList<RequisitionLine> granted, PersonId by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(granted);
        var next = Fire(state, RequisitionTrigger.Approve, by, at, null);
        var failures = new Failures();
        var lines = Lines.Select(l => granted.FirstOrDefault(g => g.Presentation == l.Presentation) is { } g ? l with { Approved = g.Approved ?? l.Asked, CutReason = g.CutReason } : l with { Approved = l.Asked }).ToList();
        foreach (var unknown in granted.Where(g => Lines.All(l => l.Presentation != g.Presentation)))
            failures.Add(PharmacyRules.RequisitionLineUnknown, ("presentation", unknown.Presentation));
        foreach (var line in lines)
        {
            failures.Require(line.Approved <= line.Asked, PharmacyRules.RequisitionApprovedTooMuch, ("presentation", line.Presentation), ("asked", line.Asked), ("found", line.Approved));
            if (line.Approved < line.Asked && line.CutReason is null) failures.Add(PharmacyRules.RequisitionCutWithoutReason, ("presentation", line.Presentation));
            failures.OptionalText("reason", line.CutReason, 200);
        }

        failures.Require(lines.Any(l => l.Approved is { IsZero: false }), PharmacyRules.RequisitionNothingApproved, ("requisition", Id));
        failures.ThrowIfAny();
        return Restore(next.state with { Lines = lines });
    }

    /// <summary>Refused.</summary>
    /// <exception cref="PharmacyException">It was not submitted.</exception>
    public Requisition Reject(string reason, PersonId by, Instant at) => Fire(state, RequisitionTrigger.Reject, by, at, reason);

    /// <summary>Sent back for changes.</summary>
    /// <exception cref="PharmacyException">It was not submitted.</exception>
    public Requisition Return(string comment, PersonId by, Instant at) => Fire(state, RequisitionTrigger.Return, by, at, comment);

    /// <summary>Somebody begins to gather the goods.</summary>
    /// <exception cref="PharmacyException">It is not approved.</exception>
    public Requisition Pick(PersonId by, Instant at) => Fire(state, RequisitionTrigger.Pick, by, at, null);

    /// <summary>A delivery has left.</summary>
    /// <exception cref="PharmacyException">It is not being picked, or more leaves of a presentation than is still to be sent.</exception>
    public Requisition Dispatch(RequisitionDelivery delivery, PersonId by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        var next = Fire(state with { Deliveries = [.. Deliveries, delivery] }, RequisitionTrigger.Dispatch, by, at, null);
        var failures = new Failures();
        foreach (var (before, after) in Figures.Zip(next.Figures))
        {
            var leaving = after.Sent - before.Sent;
            failures.Require(leaving <= before.Unsent, PharmacyRules.RequisitionSentTooMuch, ("presentation", before.Presentation), ("asked", leaving), ("allowed", before.Unsent));
        }

        foreach (var foreign in delivery.Lots.Where(l => Lines.All(x => x.Presentation != l.Presentation)))
            failures.Add(PharmacyRules.RequisitionLineUnknown, ("presentation", foreign.Presentation));
        failures.ThrowIfAny();
        return next;
    }

    /// <summary>What was not sent yet is not sent any more.</summary>
    /// <exception cref="PharmacyException">Nothing has left, or nothing is unsent.</exception>
    public Requisition CloseRest(string reason, PersonId by, Instant at)
    {
        var next = Fire(state with { IsRestClosed = true }, RequisitionTrigger.CloseRest, by, at, reason);
        return HasUnsent ? next.Settle(by, at) : throw new PharmacyException(PharmacyRules.RequisitionNothingToSend, ("requisition", Id));
    }

    /// <summary>A delivery was counted, or something short of it was found; what is not named stays short.</summary>
    /// <exception cref="PharmacyException">The delivery is unknown, its sender receives it, or more arrives than was outstanding.</exception>
    public Requisition Receive(TransferId delivery, IReadOnlyList<(LotId Lot, StockQuantity Received, StockQuantity Damaged)> counted, PersonId by, Instant at, string? note)
    {
        ArgumentNullException.ThrowIfNull(counted);
        var found = DeliveryOf(delivery);
        var failures = new Failures();
        failures.Require(found.DispatchedBy != by, PharmacyRules.RequisitionReceiverIsSender, ("transfer", delivery));
        failures.Require(found.IsOpen, PharmacyRules.RequisitionNothingShort, ("transfer", delivery));
        foreach (var (lot, received, damaged) in counted)
        {
            if (found.Lots.FirstOrDefault(l => l.Lot == lot) is not { } sent) failures.Add(PharmacyRules.LotUnknown, ("lot", lot));
            else failures.Require(received + damaged <= sent.Outstanding, PharmacyRules.RequisitionReceivedTooMuch, ("lot", lot), ("asked", received + damaged), ("found", sent.Outstanding));
        }

        failures.ThrowIfAny();
        var lots = found.Lots.Select(l => counted.Where(c => c.Lot == l.Lot).Aggregate(l, (x, c) => x with { Received = x.Received + c.Received, Damaged = x.Damaged + c.Damaged })).ToList();
        var next = found with { Lots = lots, ReceivedBy = found.ReceivedBy ?? by, Received = found.Received ?? at };
        return Fire(With(next), RequisitionTrigger.Receive, by, at, note).Settle(by, at);
    }

    /// <summary>What never arrived is given up: of one delivery, or of all that were counted.</summary>
    /// <exception cref="PharmacyException">The delivery is unknown, or nothing is missing.</exception>
    public Requisition WriteOff(IReadOnlyList<TransferId> deliveries, string reason, PersonId by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(deliveries);
        if (deliveries.Count == 0) throw new PharmacyException(PharmacyRules.RequisitionNothingShort, ("transfer", "any delivery"));
        var next = state;
        foreach (var id in deliveries)
        {
            var lost = DeliveryOf(id);
            if (!lost.IsOpen) throw new PharmacyException(PharmacyRules.RequisitionNothingShort, ("transfer", id));
            next = new Requisition(next).With(lost with { Lots = [.. lost.Lots.Select(l => l with { WrittenOff = l.WrittenOff + l.Outstanding })] });
        }

        return Fire(next, RequisitionTrigger.WriteOff, by, at, reason).Settle(by, at);
    }

    /// <summary>Paused.</summary>
    /// <exception cref="PharmacyException">Something has left, or it has ended.</exception>
    public Requisition Suspend(string reason, PersonId by, Instant at) => Fire(state with { SuspendedFrom = Status }, RequisitionTrigger.Suspend, by, at, reason);

    /// <summary>On again where it was paused.</summary>
    /// <exception cref="PharmacyException">It is not paused.</exception>
    public Requisition Resume(PersonId by, Instant at) => Fire(state, RequisitionTrigger.Resume, by, at, null);

    /// <summary>Withdrawn.</summary>
    /// <exception cref="PharmacyException">Something has left, or it has ended.</exception>
    public Requisition Cancel(string reason, PersonId by, Instant at) => Fire(state, RequisitionTrigger.Cancel, by, at, reason);

    /// <summary>A delivery of it.</summary>
    /// <exception cref="PharmacyException">The delivery is unknown.</exception>
    public RequisitionDelivery DeliveryOf(TransferId transfer) =>
        Deliveries.FirstOrDefault(d => d.Transfer == transfer) ?? throw new PharmacyException(PharmacyRules.RequisitionDeliveryUnknown, ("transfer", transfer));

    private Requisition Settle(PersonId by, Instant at)
    {
        if (Status != RequisitionStatus.Received || HasUnsent || Deliveries.Any(d => d.IsOpen)) return this;
        var done = Fire(state, RequisitionTrigger.Complete, by, at, null);
        return new(done.state with { Version = Version });
    }

    private RequisitionSnapshot With(RequisitionDelivery delivery) =>
        state with { Deliveries = [.. Deliveries.Select(d => d.Transfer == delivery.Transfer ? delivery : d)] };

    private Requisition Fire(RequisitionSnapshot changed, RequisitionTrigger trigger, PersonId by, Instant at, string? note)
    {
        var next = RequisitionLifecycle.Next(Id, Status, state.SuspendedFrom, trigger);
        return Restore(changed with
        {
            Status = next,
            SuspendedFrom = next == RequisitionStatus.Suspended ? changed.SuspendedFrom : null,
            History = [.. History, new(trigger, next, by, at, note)],
            Version = Version + 1,
        });
    }
}
