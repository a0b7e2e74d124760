using Clinic.EmergencyBilling.Rights;

namespace Clinic.EmergencyBilling.Stays;

/// <summary>Ends the billing clock because the patient left; needs a reason.</summary>
public sealed record AbandonStay : TimedStayCommand
{
    /// <inheritdoc/>
    public override string Name => "emergency.abandon-stay";

    /// <summary>Without being seen, or against advice.</summary>
    public required Disposition Disposition { get; init; }

    internal override EmergencyAct Act => EmergencyAct.CloseStay;

    internal override StayTrigger Trigger => StayTrigger.Abandon;

    internal override StayEvent Fill(StayEvent entry) => base.Fill(entry) with { Disposition = Disposition };
}
