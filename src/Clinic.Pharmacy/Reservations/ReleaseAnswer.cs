namespace Clinic.Pharmacy.Reservations;

/// <summary>The status a reservation now has.</summary>
/// <param name="Reservation">The reservation.</param>
/// <param name="Status">The status.</param>
public sealed record ReleaseAnswer(ReservationId Reservation, ReservationStatus Status);
