namespace Clinic.EmergencyBilling.Tariffs;

/// <summary>What is answered to a new calendar.</summary>
/// <param name="Version">Its version.</param>
/// <param name="Holidays">How many holidays it has.</param>
public sealed record CalendarAnswer(int Version, int Holidays);
