using Clinic.EmergencyBilling.Rights;

namespace Clinic.EmergencyBilling.Stays;

/// <summary>Declares that nothing will be charged; needs a reason.</summary>
public sealed record MarkStayNotBillable : StayCommand
{
    /// <inheritdoc/>
    public override string Name => "emergency.mark-stay-not-billable";

    internal override EmergencyAct Act => EmergencyAct.VoidStay;

    internal override StayTrigger Trigger => StayTrigger.MarkNotBillable;
}
