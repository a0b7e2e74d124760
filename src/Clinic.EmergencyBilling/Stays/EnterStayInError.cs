using Clinic.EmergencyBilling.Rights;

namespace Clinic.EmergencyBilling.Stays;

/// <summary>Declares a stay entered in error; needs a reason.</summary>
public sealed record EnterStayInError : StayCommand
{
    /// <inheritdoc/>
    public override string Name => "emergency.enter-stay-in-error";

    internal override EmergencyAct Act => EmergencyAct.VoidStay;

    internal override StayTrigger Trigger => StayTrigger.EnterInError;
}
