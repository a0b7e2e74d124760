using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Dispensing.Dispensations;

public sealed partial class Dispensation
{
    internal Dispensation BeginPreparation(Failures failures) => Next(state with { Status = Fire(failures, DispenseTrigger.BeginPreparation) });

    internal Dispensation Keep(int line, IReadOnlyList<AllocatedPart> parts) => WithLine(state.Lines[line - 1] with { Parts = parts });

    internal Dispensation Substitute(Failures failures, DispensationLine line)
    {
        var status = Fire(failures, DispenseTrigger.Substitute);
        return WithLine(line) is var next ? next.Next(next.state with { Status = status, Checked = null }) : next;
    }

    internal Dispensation Confirm(Failures failures, int line, AllocatedPart part)
    {
        failures.Require(Status == DispenseStatus.InPreparation, DispensingRules.TransitionRefused, ("machine", "dispense"), ("status", Status),
            ("trigger", "confirm"), ("allowed", string.Join(", ", DispenseLifecycle.Allowed(Status, DispenseFacts))), ("unmet", "in preparation"));
        var old = state.Lines[line - 1];
        return WithLine(old with { Parts = [.. old.Parts.Select(p => p.Reservation == part.Reservation && p.Lot == part.Lot ? part : p)] });
    }

    internal Dispensation MarkPrepared(Failures failures, Signed by, Signed? checkedBy)
    {
        var status = Fire(failures, DispenseTrigger.MarkPrepared);
        foreach (var line in state.Lines)
        {
            foreach (var part in line.Parts.Where(p => p.Confirmed is null))
                failures.Add(DispensingRules.NotConfirmed, ("line", line.Number), ("lot", part.Number), ("found", part.Quantity));
        }

        foreach (var line in state.Lines.Where(_ => state.Lines.All(l => l.Parts.Count == 0)).Take(1))
            failures.Add(DispensingRules.NothingKept, ("line", line.Number));
        return Next(state with { Status = status, Prepared = by, Checked = checkedBy });
    }

    internal Dispensation PutOnHold(Failures failures, DispenseTrigger trigger, HoldState hold) =>
        Next(state with { Status = Fire(failures, trigger), Hold = state.Hold is { } earlier && trigger == DispenseTrigger.LotRecalled ? earlier : hold });

    internal Dispensation Resume(Failures failures) => Next(state with { Status = Fire(failures, DispenseTrigger.Resume), Hold = null, Prepared = null, Checked = null });

    internal Dispensation ReopenPreparation(Failures failures) =>
        Next(state with { Status = Fire(failures, DispenseTrigger.ReopenPreparation), Prepared = null, Checked = null });

    /// <summary>Takes away what was kept of a reservation, of one lot or all; what is left of a lot must be confirmed again.</summary>
    internal Dispensation LoseStock(Guid reservation, LotId? lot, decimal? quantity) => Next(state with
    {
        Lines =
        [
            .. state.Lines.Select(l => l.Parts.Any(p => Is(p, reservation, lot))
                ? l with { Parts = [.. l.Parts.Select(p => Is(p, reservation, lot) ? p with { Quantity = p.Quantity - (quantity ?? p.Quantity), Confirmed = null } : p).Where(p => p.Quantity > 0)] }
                : l),
        ],
    });

    /// <summary>Whether a hold has run out.</summary>
    public bool HoldHasRunOutAt(Instant now) => Hold is { } hold && now >= hold.Until;

    private static bool Is(AllocatedPart part, Guid reservation, LotId? lot) =>
        part.Reservation == reservation && (lot is null || part.Lot == lot);
}
