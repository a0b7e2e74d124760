namespace Clinic.EmergencyBilling.Alerts;

/// <summary>Says that somebody looks after an alert of a stay.</summary>
/// <param name="Alert">The alert.</param>
/// <param name="Note">What is done about it; at most 500 characters.</param>
public sealed record AcknowledgeStayAlert(StayAlertId Alert, string? Note = null) : EmergencyCommand<StayAlertAnswer>
{
    /// <inheritdoc/>
    public override string Name => "emergency.acknowledge-alert";
}
