namespace Clinic.EmergencyBilling.Tariffs;

/// <summary>One value in which two versions of a tariff differ.</summary>
/// <param name="Path">Where it stands, such as <c>components[NOCHE].perHour</c>.</param>
/// <param name="Before">The value in the older version; null when it was not there.</param>
/// <param name="After">The value in the newer version; null when it is not there.</param>
public sealed record TermsDifference(string Path, string? Before, string? After);
