using Clinic.EmergencyBilling.Stays;
using NodaTime;

namespace Clinic.EmergencyBilling.Statements.Printing;

/// <summary>A stretch of a stay in which the billing clock stood still, as is held.</summary>
/// <param name="From">The beginning.</param>
/// <param name="To">The end, exclusive.</param>
/// <param name="Why">The kind of entry: a pause, time taken out, or the gap before a reopening.</param>
/// <param name="Pause">Why the clock stood still, of pauses.</param>
internal sealed record StayStop(Instant From, Instant To, StayEventKind Why, PauseKind? Pause)
{
    /// <summary>The stops of a stay in the order of their beginning; a pause that lasts ends with the statement.</summary>
    public static IReadOnlyList<StayStop> Of(EmergencyStay stay, Instant end)
    {
        ArgumentNullException.ThrowIfNull(stay);
        var stops = new List<StayStop>();
        EffectiveEvent? paused = null, closed = null;
        foreach (var e in stay.Effective)
        {
            switch (e.Kind)
            {
                case StayEventKind.Paused:
                    paused = e;
                    break;
                case StayEventKind.Resumed or StayEventKind.Closed or StayEventKind.Abandoned:
                    if (paused is not null) stops.Add(Pausing(paused, e.At));
                    paused = null;
                    closed = e.Kind == StayEventKind.Resumed ? closed : e;
                    break;
                case StayEventKind.Reopened when closed is not null && e.Original.Gap == GapMode.NotBillable:
                    stops.Add(new(closed.At, e.At, StayEventKind.Reopened, null));
                    break;
                case StayEventKind.CarvedOut:
                    stops.Add(new(e.At, e.Until ?? end, StayEventKind.CarvedOut, null));
                    break;
                default:
                    break;
            }
        }

        if (paused is not null) stops.Add(Pausing(paused, end));
        return [.. stops.OrderBy(s => s.From)];
    }

    private static StayStop Pausing(EffectiveEvent paused, Instant to) => new(paused.At, to, StayEventKind.Paused, paused.Original.Pause);
}
