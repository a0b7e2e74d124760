namespace Clinic.Pharmacy.Reservations;

/// <summary>Gives a reservation free before its time.</summary>
/// <param name="Reservation">Which one.</param>
/// <param name="Reason">Why; 1 to 200 characters.</param>
public sealed record ReleaseReservation(ReservationId Reservation, string Reason) : PharmacyCommand<ReleaseAnswer>
{
    /// <inheritdoc/>
    public override string Name => "pharmacy.release-reservation";
}
