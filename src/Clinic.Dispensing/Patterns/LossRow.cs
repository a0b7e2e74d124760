using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Dispensing.Patterns;

/// <summary>One delivered lot and what of it nobody used or returned; the input of the pattern scan.</summary>
/// <param name="Source">The id of what stands behind it, such as the dispensation.</param>
/// <param name="At">When it was handed over.</param>
/// <param name="Department">The department that used it.</param>
/// <param name="Medication">The medication.</param>
/// <param name="Unit">The unit of both amounts.</param>
/// <param name="Person">Who answers for it: who discarded most of it, or else who received it.</param>
/// <param name="Delivered">What was delivered; more than zero.</param>
/// <param name="Lost">What was discarded or booked as unexplained; zero or more.</param>
public readonly record struct LossRow(
    Guid Source, Instant At, DepartmentId Department, MedicationId Medication, UnitCode Unit, PersonId Person, decimal Delivered, decimal Lost);
