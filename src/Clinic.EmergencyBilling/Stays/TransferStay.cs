using Clinic.Abstractions;
using Clinic.EmergencyBilling.Rights;

namespace Clinic.EmergencyBilling.Stays;

/// <summary>Gives the patient to another department.</summary>
public sealed record TransferStay : TimedStayCommand
{
    /// <inheritdoc/>
    public override string Name => "emergency.transfer-stay";

    /// <summary>The department from then on.</summary>
    public required DepartmentId Department { get; init; }

    /// <summary>The service line from then on, at most 60 characters; null as before.</summary>
    public string? ServiceLine { get; init; }

    internal override EmergencyAct Act => EmergencyAct.RunClock;

    internal override StayTrigger Trigger => StayTrigger.Transfer;

    internal override StayEvent Fill(StayEvent entry) => base.Fill(entry) with { Department = Department, ServiceLine = ServiceLine };
}
