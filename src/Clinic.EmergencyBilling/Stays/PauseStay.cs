using Clinic.EmergencyBilling.Rights;

namespace Clinic.EmergencyBilling.Stays;

/// <summary>Lets the billing clock stand still.</summary>
public sealed record PauseStay : TimedStayCommand
{
    /// <inheritdoc/>
    public override string Name => "emergency.pause-stay";

    /// <summary>Why; <see cref="PauseKind.Other"/> needs a reason too.</summary>
    public required PauseKind Kind { get; init; }

    internal override EmergencyAct Act => EmergencyAct.RunClock;

    internal override StayTrigger Trigger => StayTrigger.Pause;

    internal override StayEvent Fill(StayEvent entry) => base.Fill(entry) with { Pause = Kind };
}
