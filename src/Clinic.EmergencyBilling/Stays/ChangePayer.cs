using Clinic.EmergencyBilling.Rights;

namespace Clinic.EmergencyBilling.Stays;

/// <summary>Says another payer.</summary>
public sealed record ChangePayer : TimedStayCommand
{
    /// <inheritdoc/>
    public override string Name => "emergency.change-payer";

    /// <summary>The code of the payer from then on, at most 60 characters; null for the patient alone.</summary>
    public string? Payer { get; init; }

    internal override EmergencyAct Act => EmergencyAct.RunClock;

    internal override StayTrigger Trigger => StayTrigger.ChangePayer;

    internal override StayEvent Fill(StayEvent entry) => base.Fill(entry) with { Payer = Payer };
}
