using Clinic.EmergencyBilling.Rights;

namespace Clinic.EmergencyBilling.Stays;

/// <summary>Begins the billing clock.</summary>
public sealed record StartStay : TimedStayCommand
{
    /// <inheritdoc/>
    public override string Name => "emergency.start-stay";

    internal override EmergencyAct Act => EmergencyAct.RunClock;

    internal override StayTrigger Trigger => StayTrigger.Start;
}
