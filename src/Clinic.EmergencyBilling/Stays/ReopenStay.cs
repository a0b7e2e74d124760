using Clinic.EmergencyBilling.Rights;

namespace Clinic.EmergencyBilling.Stays;

/// <summary>Lets the clock of a closed stay go on; needs a reason.</summary>
public sealed record ReopenStay : TimedStayCommand
{
    /// <inheritdoc/>
    public override string Name => "emergency.reopen-stay";

    /// <summary>What the time since the close is.</summary>
    public required GapMode Gap { get; init; }

    internal override EmergencyAct Act => EmergencyAct.ReopenStay;

    internal override StayTrigger Trigger => StayTrigger.Reopen;

    internal override StayEvent Fill(StayEvent entry) => base.Fill(entry) with { Gap = Gap };
}
