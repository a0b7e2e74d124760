namespace Clinic.Pharmacy.Alerts;

/// <summary>A reason to warn that holds now.</summary>
/// <param name="Key">The same text as long as it is the same reason, such as <c>expiry/lot/location/level</c>.</param>
/// <param name="Kind">The kind.</param>
/// <param name="Severity">How soon somebody should look.</param>
/// <param name="About">What it is about.</param>
/// <param name="Rule">The rule that says so; null for the options.</param>
/// <param name="IsDue">False keeps an alert that is there, but raises none.</param>
/// <param name="Facts">The figures.</param>
/// <param name="Evidence">The days behind it.</param>
public sealed record AlertCause(
    string Key, AlertKind Kind, AlertSeverity Severity, AlertPlace About, AlertRuleId? Rule, bool IsDue, IReadOnlyList<AlertFact> Facts,
    IReadOnlyList<AlertEvidence> Evidence);
