using Clinic.EmergencyBilling.Stays;
using NodaTime;

namespace Clinic.Bridges.Fhir;

/// <summary>The statuses of an Encounter one after the other, from the log of the stay as it is held now.</summary>
internal static class EncounterHistory
{
    /// <summary>Each status with the instant from which it held; the last one is that of now.</summary>
    public static IReadOnlyList<(string Status, Instant From)> Of(EmergencyStay stay)
    {
        var all = new List<(string Status, Instant From)>();
        var (billing, care, pause) = (StayStatus.Registered, ClinicalStatus.Registered, (PauseKind?)null);
        foreach (var e in stay.Effective)
        {
            (billing, pause) = Next(billing, pause, e.Original);
            care = e.Original.Clinical ?? care;
            Say(StayStatuses.Encounter(billing, care, pause), e.At);
        }

        // The log may be read in another order than it was written; what holds now is what the stay says.
        Say(StayStatuses.Encounter(stay.Status, stay.Clinical, stay.PausedAt is null ? null : pause), stay.Effective[^1].At);
        return all;

        void Say(string status, Instant at)
        {
            // What held for no time was not there for anybody.
            if (all.Count > 0 && all[^1].From == at) all.RemoveAt(all.Count - 1);
            if (all.Count == 0 || all[^1].Status != status) all.Add((status, at));
        }
    }

    private static (StayStatus, PauseKind?) Next(StayStatus now, PauseKind? pause, StayEvent e) => e.Kind switch
    {
        StayEventKind.Started or StayEventKind.Resumed or StayEventKind.Reopened => (StayStatus.Running, null),
        StayEventKind.Paused => (StayStatus.Paused, e.Pause),
        StayEventKind.Closed or StayEventKind.Abandoned => (StayStatus.Closed, null),
        StayEventKind.MarkedNotBillable => (StayStatus.NotBillable, null),
        StayEventKind.Invoiced => (StayStatus.Invoiced, null),
        StayEventKind.Settled => (StayStatus.Settled, null),
        StayEventKind.Credited => (StayStatus.Credited, null),
        StayEventKind.Cancelled => (StayStatus.Cancelled, null),
        StayEventKind.EnteredInError => (StayStatus.EnteredInError, null),
        _ => (now, pause),
    };
}
