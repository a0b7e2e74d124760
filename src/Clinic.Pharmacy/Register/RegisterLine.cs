using Clinic.Abstractions;
using Clinic.Pharmacy.Stock;
using NodaTime;

namespace Clinic.Pharmacy.Register;

/// <summary>One movement of a controlled lot at a place, with the balance after it.</summary>
/// <param name="Movement">The line of the ledger.</param>
/// <param name="Posting">The posting.</param>
/// <param name="Lot">The lot.</param>
/// <param name="Location">The place.</param>
/// <param name="Occurred">When it happened.</param>
/// <param name="Recorded">When it was written down.</param>
/// <param name="Sequence">The tie-breaker of the total order.</param>
/// <param name="Kind">Why stock moved.</param>
/// <param name="Direction">In or out.</param>
/// <param name="Quantity">How much.</param>
/// <param name="Balance">What lay there after it.</param>
/// <param name="Actor">Who did it.</param>
/// <param name="ActorName">The actor's name, or null where the person is not known here.</param>
/// <param name="Witnesses">Who saw it.</param>
/// <param name="WitnessNames">Their names, as far as known.</param>
/// <param name="Prescription">The number of the prescription, or null.</param>
/// <param name="Department">Who received it, or null.</param>
/// <param name="Patient">Who received it, or null.</param>
/// <param name="Document">The paper behind it, or null.</param>
/// <param name="Reason">Why, or null.</param>
/// <param name="Reverses">The movement that it takes back, or null.</param>
/// <param name="IsUnwitnessed">Whether it was handed out by one person alone.</param>
public sealed record RegisterLine(
    MovementId Movement, PostingId Posting, LotId Lot, LocationId Location, Instant Occurred, Instant Recorded, long Sequence, MovementKind Kind,
    MovementDirection Direction, StockQuantity Quantity, StockQuantity Balance, PersonId Actor, string? ActorName, IReadOnlyList<PersonId> Witnesses,
    IReadOnlyList<string> WitnessNames, string? Prescription, DepartmentId? Department, PatientId? Patient, string? Document, string? Reason,
    MovementId? Reverses, bool IsUnwitnessed)
{
    /// <summary>The change of the balance: positive in, negative out.</summary>
    public StockQuantity Change => Direction == MovementDirection.In ? Quantity : -Quantity;
}
