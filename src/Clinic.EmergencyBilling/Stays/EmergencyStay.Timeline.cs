using Clinic.EmergencyBilling.Rating;
using NodaTime;

namespace Clinic.EmergencyBilling.Stays;

public sealed partial class EmergencyStay
{
    /// <summary>The effective intervals, as rating needs them: corrections applied, gaps that are not billed among the pauses.</summary>
    /// <exception cref="EmergencyBillingException">The clock has not begun.</exception>
    public StayTimeline ToTimeline() => StartedAt is { } started
        ? Log.Timeline(started)
        : throw new EmergencyBillingException(EmergencyBillingRules.StayNotStarted, ("stay", Id), ("status", Status));

    /// <summary>Whether both take time of one patient at once; a stay takes none in gaps that are not billed, and none when it is void.</summary>
    public bool Overlaps(EmergencyStay other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Id != other.Id && Patient == other.Patient && !IsVoid && other.Takes(Log.Occupied);
    }

    /// <summary>Whether it takes any of these times.</summary>
    internal bool Takes(IReadOnlyList<StayInterval> times) => !IsVoid && Log.Occupied.Any(a => times.Any(b => Cross(a, b)));

    // Half-open: one that ends when the other begins does not touch it, and neither does one of no length.
    private static bool Cross(StayInterval a, StayInterval b) => Length(a) && Length(b) && a.From < (b.To ?? Instant.MaxValue) && b.From < (a.To ?? Instant.MaxValue);

    private static bool Length(StayInterval a) => a.To is not { } end || end > a.From;
}
