using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Pharmacy.Requisitions;

/// <summary>One step in the history of a requisition.</summary>
/// <param name="Trigger">What was done.</param>
/// <param name="Status">Where it stood afterwards.</param>
/// <param name="By">Who did it.</param>
/// <param name="At">When.</param>
/// <param name="Note">The reason or comment that was given.</param>
public sealed record RequisitionStep(RequisitionTrigger Trigger, RequisitionStatus Status, PersonId By, Instant At, string? Note = null);
