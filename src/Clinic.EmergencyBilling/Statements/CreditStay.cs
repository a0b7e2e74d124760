using Clinic.EmergencyBilling.Rights;
using Clinic.EmergencyBilling.Stays;

namespace Clinic.EmergencyBilling.Statements;

/// <summary>Takes back what was invoiced by exact negation, line by line; needs a reason.</summary>
public sealed record CreditStay : StayCommand
{
    /// <inheritdoc/>
    public override string Name => "emergency.credit-stay";

    internal override EmergencyAct Act => EmergencyAct.CreditStay;

    internal override StayTrigger Trigger => StayTrigger.Credit;
}
