using Clinic.EmergencyBilling.Rights;
using Clinic.EmergencyBilling.Stays;

namespace Clinic.EmergencyBilling.Statements;

/// <summary>Says that everything invoiced is paid; the reason names the receipt.</summary>
public sealed record SettleStay : StayCommand
{
    /// <inheritdoc/>
    public override string Name => "emergency.settle-stay";

    internal override EmergencyAct Act => EmergencyAct.SettleStay;

    internal override StayTrigger Trigger => StayTrigger.Settle;
}
