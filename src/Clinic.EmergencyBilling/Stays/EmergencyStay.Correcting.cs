using NodaTime;

namespace Clinic.EmergencyBilling.Stays;

public sealed partial class EmergencyStay
{
    /// <summary>The entry of the log that an id names, with the time that holds; a correction's id names what it corrected.</summary>
    internal EffectiveEvent? EntryOf(StayEventId id)
    {
        var seen = state.Events.FirstOrDefault(e => e.Id == id);
        while (seen?.Supersedes is { } earlier) seen = state.Events.First(e => e.Id == earlier);
        return seen is null ? null : Log.All.First(e => e.Original.Id == seen.Id);
    }

    // A correction never changes what came before what, or the pauses would end before they began.
    private StayEvent CheckCorrection(Failures failures, StayEvent entry)
    {
        if (entry.Supersedes is not { } id || EntryOf(id) is not { } target)
        {
            failures.Add(EmergencyBillingRules.StayEventUnknown, ("event", entry.Supersedes?.ToString() ?? "nothing"));
            return entry;
        }

        var carveOut = target.Kind == StayEventKind.CarvedOut;
        var (timed, clinical) = (EffectiveLog.IsTimed(target.Kind), EffectiveLog.IsClinical(target.Kind));
        failures.Require(timed || clinical || carveOut, EmergencyBillingRules.NotCorrectable, ("event", id), ("kind", target.Kind));
        // Each end keeps the way in which it was typed, unless it is the one that is typed anew.
        entry = entry with { Supersedes = target.Current.Id };
        if (carveOut)
        {
            entry = entry with { Until = entry.Until ?? target.Until, UntilEntered = entry.Until is null ? target.Current.UntilEntered : entry.UntilEntered };
            CheckCarveOut(failures, entry);
            return entry;
        }

        failures.Field("until", entry.Until is null, entry.Until, "nothing, except for carve-outs");
        var row = Log.All.Where(e => timed ? EffectiveLog.IsTimed(e.Kind) : EffectiveLog.IsClinical(e.Kind)).ToList();
        var place = row.IndexOf(target);
        var earliest = place > 0 ? row[place - 1].At : (Instant?)null;
        var latest = place >= 0 && place + 1 < row.Count ? row[place + 1].At : (Instant?)null;
        failures.Require((earliest is null || entry.OccurredAt >= earliest) && (latest is null || entry.OccurredAt <= latest), EmergencyBillingRules.CorrectionOutOfOrder,
            ("at", entry.OccurredAt), ("earliest", (object?)earliest ?? "any time"), ("latest", (object?)latest ?? "now"));
        return entry;
    }
}
