namespace Clinic.Pharmacy.Alerts;

/// <summary>The content of the event <see cref="PharmacyEvents.AlertEscalated"/>.</summary>
/// <param name="Alert">The alert.</param>
/// <param name="Level">Which escalation it is, from 1.</param>
public sealed record AlertEscalated(AlertId Alert, int Level);
