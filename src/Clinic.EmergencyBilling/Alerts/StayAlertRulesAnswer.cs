namespace Clinic.EmergencyBilling.Alerts;

/// <summary>What is answered to new alert rules.</summary>
/// <param name="Version">Their version.</param>
/// <param name="Levels">How many levels they have.</param>
public sealed record StayAlertRulesAnswer(int Version, int Levels);
