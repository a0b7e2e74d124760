namespace Clinic.EmergencyBilling.Stays;

/// <summary>An open stay by its id and version; a version that moved says that something happened in it.</summary>
/// <param name="Stay">The stay.</param>
/// <param name="Version">Its version.</param>
public sealed record OpenStay(StayId Stay, long Version);
