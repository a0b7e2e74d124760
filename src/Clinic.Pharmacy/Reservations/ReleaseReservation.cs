using System.Text.Json.Serialization;

namespace Clinic.Pharmacy.Reservations;

/// <summary>Gives a reservation free before its time.</summary>
/// <param name="Reservation">Which one.</param>
/// <param name="Reason">Why; 1 to 200 characters.</param>
public sealed record ReleaseReservation(ReservationId Reservation, string Reason) : PharmacyCommand<ReleaseAnswer>
{
    /// <inheritdoc/>
    public override string Name => "pharmacy.release-reservation";

    /// <summary>The owner on whose behalf another domain gives it free; its own rules then decide who may. Never part of a request.</summary>
    [JsonIgnore]
    public string? OnBehalfOf { get; init; }
}
