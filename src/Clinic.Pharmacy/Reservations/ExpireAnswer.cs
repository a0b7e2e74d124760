namespace Clinic.Pharmacy.Reservations;

/// <summary>How many reservations were given free.</summary>
/// <param name="Expired">The number.</param>
public sealed record ExpireAnswer(int Expired);
