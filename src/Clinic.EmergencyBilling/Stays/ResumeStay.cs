using Clinic.EmergencyBilling.Rights;

namespace Clinic.EmergencyBilling.Stays;

/// <summary>Lets the billing clock go on.</summary>
public sealed record ResumeStay : TimedStayCommand
{
    /// <inheritdoc/>
    public override string Name => "emergency.resume-stay";

    internal override EmergencyAct Act => EmergencyAct.RunClock;

    internal override StayTrigger Trigger => StayTrigger.Resume;
}
