using Clinic.EmergencyBilling.Rights;
using NodaTime;

namespace Clinic.EmergencyBilling.Stays;

/// <summary>Replaces the time of an entry; the original stays in the log. Needs a reason.</summary>
public sealed record CorrectTime : TimedStayCommand
{
    /// <inheritdoc/>
    public override string Name => "emergency.correct-time";

    /// <summary>The entry, or a correction of it.</summary>
    public required StayEventId Event { get; init; }

    /// <summary>The end of a carve-out, where it is corrected too.</summary>
    public Instant? Until { get; init; }

    /// <summary>The same as typed on the wall clock.</summary>
    public LocalEntry? UntilLocal { get; init; }

    internal override EmergencyAct Act => EmergencyAct.CorrectTimes;

    internal override StayTrigger Trigger => StayTrigger.CorrectTime;

    internal override StayEvent Fill(StayEvent entry) => base.Fill(entry) with { Supersedes = Event };
}
