using Clinic.EmergencyBilling.Rights;
using NodaTime;

namespace Clinic.EmergencyBilling.Stays;

/// <summary>Takes time within a stay out of its bill, from <c>At</c> on; needs a reason.</summary>
public sealed record AddCarveOut : TimedStayCommand
{
    /// <inheritdoc/>
    public override string Name => "emergency.add-carve-out";

    /// <summary>The end, exclusive; or the local time.</summary>
    public Instant? Until { get; init; }

    /// <summary>The end as typed on the wall clock; or the instant.</summary>
    public LocalEntry? UntilLocal { get; init; }

    internal override EmergencyAct Act => EmergencyAct.CorrectTimes;

    internal override StayTrigger Trigger => StayTrigger.AddCarveOut;
}
