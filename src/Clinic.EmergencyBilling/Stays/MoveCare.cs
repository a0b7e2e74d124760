using Clinic.EmergencyBilling.Rights;

namespace Clinic.EmergencyBilling.Stays;

/// <summary>Says how far care has come; billing never forbids it.</summary>
public sealed record MoveCare : TimedStayCommand
{
    /// <inheritdoc/>
    public override string Name => "emergency.move-care";

    /// <summary>What happened.</summary>
    public required ClinicalTrigger Step { get; init; }

    /// <summary>How the patient left; only of departures.</summary>
    public Disposition? Disposition { get; init; }

    internal override EmergencyAct Act => EmergencyAct.MoveCare;

    internal override StayEvent Fill(StayEvent entry) => base.Fill(entry) with { Disposition = Disposition };
}
