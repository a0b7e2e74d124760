using Clinic.Abstractions;

namespace Clinic.Pharmacy.Reservations;

/// <summary>The content of the event <see cref="PharmacyEvents.ReservationReleased"/>.</summary>
/// <param name="Reservation">The reservation.</param>
/// <param name="Owner">For what stock was kept aside.</param>
/// <param name="Presentation">The presentation.</param>
/// <param name="Released">What is no longer kept aside.</param>
/// <param name="Cause">Why: <c>expired</c>, <c>count</c>, <c>waste</c>, <c>recall</c>, <c>quarantine</c>, <c>damage</c>, <c>adjustment</c>, <c>transfer</c> or <c>reversal</c>.</param>
public sealed record ReservationReleased(
    ReservationId Reservation, string Owner, PresentationId Presentation, IReadOnlyList<ReservationLine> Released, string Cause);
