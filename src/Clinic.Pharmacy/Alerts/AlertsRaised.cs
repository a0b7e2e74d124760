namespace Clinic.Pharmacy.Alerts;

/// <summary>The content of the event <see cref="PharmacyEvents.AlertRaised"/>: all that one scan raised.</summary>
/// <param name="Alerts">The alerts; what they say is read when it is told.</param>
public sealed record AlertsRaised(IReadOnlyList<AlertId> Alerts);
