using Clinic.EmergencyBilling.Stays;

namespace Clinic.EmergencyBilling.Alerts;

/// <summary>Where an alert stands after a command.</summary>
/// <param name="Alert">The alert.</param>
/// <param name="Stay">Its stay.</param>
/// <param name="Status">Its status.</param>
public sealed record StayAlertAnswer(StayAlertId Alert, StayId Stay, StayAlertStatus Status);
