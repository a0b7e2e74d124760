using Clinic.EmergencyBilling.Rights;
using Clinic.EmergencyBilling.Tariffs;

namespace Clinic.EmergencyBilling.Stays;

/// <summary>Says another acuity, as triage judged anew.</summary>
public sealed record ChangeAcuity : TimedStayCommand
{
    /// <inheritdoc/>
    public override string Name => "emergency.change-acuity";

    /// <summary>The acuity from then on.</summary>
    public required AcuityLevel Acuity { get; init; }

    internal override EmergencyAct Act => EmergencyAct.RunClock;

    internal override StayTrigger Trigger => StayTrigger.ChangeAcuity;

    internal override StayEvent Fill(StayEvent entry) => base.Fill(entry) with { Acuity = Acuity };
}
