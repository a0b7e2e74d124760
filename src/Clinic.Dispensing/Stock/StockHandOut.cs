using Clinic.Abstractions;

namespace Clinic.Dispensing.Stock;

/// <summary>What should leave of a reservation.</summary>
/// <param name="From">Where the stock lies.</param>
/// <param name="Presentation">What leaves.</param>
/// <param name="Reservation">The reservation it is taken from, in its order of lots.</param>
/// <param name="Quantity">How much, in base units; at most what is kept.</param>
/// <param name="Unit">The base unit.</param>
/// <param name="Department">The receiving department, or null.</param>
/// <param name="Patient">The patient, or null.</param>
/// <param name="Encounter">The visit, or null.</param>
/// <param name="Document">The paper behind it: the dispensation.</param>
public sealed record StockHandOut(
    LocationId From, PresentationId Presentation, Guid Reservation, decimal Quantity, UnitCode Unit, DepartmentId? Department, PatientId? Patient,
    EncounterId? Encounter, string Document);
