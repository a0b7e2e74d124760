namespace Clinic.Pharmacy.Alerts;

/// <summary>One figure behind an alert, as invariant text.</summary>
/// <param name="Name">The permanent name, such as <c>daysLeft</c>.</param>
/// <param name="Value">The figure.</param>
public sealed record AlertFact(string Name, string Value);
