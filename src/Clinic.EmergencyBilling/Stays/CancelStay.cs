using Clinic.EmergencyBilling.Rights;

namespace Clinic.EmergencyBilling.Stays;

/// <summary>Cancels a stay whose clock never began; needs a reason.</summary>
public sealed record CancelStay : StayCommand
{
    /// <inheritdoc/>
    public override string Name => "emergency.cancel-stay";

    internal override EmergencyAct Act => EmergencyAct.CancelStay;

    internal override StayTrigger Trigger => StayTrigger.Cancel;
}
