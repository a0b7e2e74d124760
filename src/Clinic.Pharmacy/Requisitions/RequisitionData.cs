using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Pharmacy.Requisitions;

/// <summary>What a person writes into a requisition.</summary>
/// <param name="Destination">Where the goods are needed, at the site of the command; its department is the requesting one.</param>
/// <param name="Origin">Where they should come from; its department is the supplying one.</param>
/// <param name="Lines">What is asked, each presentation once.</param>
/// <param name="Priority">How soon.</param>
/// <param name="NeededBy">The date by which it is needed; today or later.</param>
/// <param name="Reason">Why; at most 200 characters, no patient data.</param>
public sealed record RequisitionData(
    LocationId Destination, LocationId Origin, IReadOnlyList<RequestedLine> Lines, RequisitionPriority Priority = RequisitionPriority.Routine,
    LocalDate? NeededBy = null, string? Reason = null);
