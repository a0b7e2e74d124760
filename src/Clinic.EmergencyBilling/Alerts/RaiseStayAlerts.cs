using Clinic.EmergencyBilling.Stays;

namespace Clinic.EmergencyBilling.Alerts;

/// <summary>Raises and escalates what is due in one stay; a command of the job.</summary>
/// <param name="Stay">The stay.</param>
internal sealed record RaiseStayAlerts(StayId Stay) : EmergencyCommand<RaisedStayAlerts>
{
    /// <inheritdoc/>
    public override string Name => "emergency.raise-alerts";
}
