using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Pharmacy.Reservations;

/// <summary>The whole state of a <see cref="Reservation"/>, as stores keep it.</summary>
/// <param name="Id">The id.</param>
/// <param name="Owner">For what it is kept, such as <c>dispensation/…</c>.</param>
/// <param name="Presentation">The presentation.</param>
/// <param name="Lines">The lots, at least one, each lot and location once.</param>
/// <param name="Made">When it was made.</param>
/// <param name="MadeBy">Who made it.</param>
/// <param name="Expires">When it runs out.</param>
/// <param name="Status">Whether it still keeps stock aside.</param>
/// <param name="Version">Counts the changes, from 1.</param>
public sealed record ReservationSnapshot(
    ReservationId Id, string Owner, PresentationId Presentation, IReadOnlyList<ReservationLine> Lines, Instant Made, PersonId MadeBy,
    Instant Expires, ReservationStatus Status, long Version);
