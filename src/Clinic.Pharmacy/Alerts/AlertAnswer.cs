namespace Clinic.Pharmacy.Alerts;

/// <summary>Where an alert stands.</summary>
/// <param name="Alert">The alert.</param>
/// <param name="Status">The status now.</param>
/// <param name="Version">The version now stored.</param>
public sealed record AlertAnswer(AlertId Alert, AlertStatus Status, long Version);
