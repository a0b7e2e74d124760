namespace Clinic.Pharmacy.Alerts;

/// <summary>How many alerts wait.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Severity">The severity.</param>
/// <param name="Count">Open and escalated ones.</param>
public sealed record AlertBadge(AlertKind Kind, AlertSeverity Severity, int Count);
