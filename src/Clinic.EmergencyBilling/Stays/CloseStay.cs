using Clinic.EmergencyBilling.Rights;

namespace Clinic.EmergencyBilling.Stays;

/// <summary>Ends the billing clock; who closes is who acts.</summary>
public sealed record CloseStay : TimedStayCommand
{
    /// <inheritdoc/>
    public override string Name => "emergency.close-stay";

    /// <summary>Where the patient goes; leaving without care or against advice is an abandonment.</summary>
    public required Disposition Disposition { get; init; }

    internal override EmergencyAct Act => EmergencyAct.CloseStay;

    internal override StayTrigger Trigger => StayTrigger.Close;

    internal override StayEvent Fill(StayEvent entry) => base.Fill(entry) with { Disposition = Disposition };
}
