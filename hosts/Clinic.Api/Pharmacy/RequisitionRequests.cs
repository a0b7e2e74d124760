using Clinic.Abstractions;
using Clinic.Api.Binding;
using Clinic.Pharmacy.Allocation;
using Clinic.Pharmacy.Issuing;
using Clinic.Pharmacy.Requisitions;
using Clinic.Pharmacy.Transfers;
using NodaTime;

namespace Clinic.Api.Pharmacy;

/// <summary>Which requisitions are asked for; every part that is missing takes all that the caller may see.</summary>
/// <param name="Department">Those in which this department asks or supplies.</param>
/// <param name="Status">In one status.</param>
/// <param name="Work">Those that wait for something.</param>
/// <param name="Destination">For one destination.</param>
/// <param name="OpenOnly">Only those that have not ended.</param>
public readonly record struct RequisitionFilter(DepartmentId? Department, Word<RequisitionStatus>? Status, Word<RequisitionWork>? Work, LocationId? Destination, bool? OpenOnly)
{
    internal RequisitionQuery Query => new(Department is { } one ? [one] : null, Status?.Value, Work?.Value, Destination, OpenOnly == true);
}

/// <summary>Writes a requisition anew.</summary>
/// <param name="Data">What is asked now.</param>
/// <param name="Version">The version that was read.</param>
public sealed record ChangeRequisitionRequest(RequisitionData Data, long? Version = null);

/// <summary>Moves a requisition that was read at a version.</summary>
/// <param name="Version">The version that was read; missing for whatever is stored.</param>
public sealed record RequisitionVersionRequest(long? Version = null);

/// <summary>Moves a requisition with a reason or comment.</summary>
/// <param name="Reason">Why; 1 to 200 characters.</param>
/// <param name="Version">The version that was read; missing for whatever is stored.</param>
public sealed record RequisitionReasonRequest(string Reason, long? Version = null);

/// <summary>Grants a requisition.</summary>
/// <param name="Lines">Lines that are cut; what is not named is granted as asked.</param>
/// <param name="Version">The version that was read; missing for whatever is stored.</param>
public sealed record ApproveRequisitionRequest(IReadOnlyList<ApprovedLine>? Lines = null, long? Version = null);

/// <summary>Sends goods of a requisition.</summary>
/// <param name="Lines">What is sent; missing means everything unsent.</param>
/// <param name="Policy">How lots are chosen; missing means first expiry first, all or nothing.</param>
/// <param name="Occurred">When it left; missing means now.</param>
/// <param name="Version">The version that was read; missing for whatever is stored.</param>
public sealed record DispatchRequisitionRequest(
    IReadOnlyList<PickLine>? Lines = null, AllocationPolicy? Policy = null, Instant? Occurred = null, long? Version = null);

/// <summary>Counts a delivery of a requisition.</summary>
/// <param name="Delivery">The delivery; missing where only one is open.</param>
/// <param name="Lots">What arrived of which lot; missing means everything, whole.</param>
/// <param name="Quarantine">Where damaged and blocked goods are put; missing takes the first quarantine of the site.</param>
/// <param name="Occurred">When it arrived; missing means now.</param>
/// <param name="Note">A remark.</param>
/// <param name="Version">The version that was read; missing for whatever is stored.</param>
public sealed record ReceiveRequisitionRequest(
    TransferId? Delivery = null, IReadOnlyList<CountedLot>? Lots = null, LocationId? Quarantine = null, Instant? Occurred = null, string? Note = null, long? Version = null);

/// <summary>Gives up what never arrived of a requisition.</summary>
/// <param name="Reason">Why; 1 to 200 characters.</param>
/// <param name="Delivery">One delivery; missing means what is short of all that were counted.</param>
/// <param name="Version">The version that was read; missing for whatever is stored.</param>
public sealed record WriteOffRequisitionRequest(string Reason, TransferId? Delivery = null, long? Version = null);

/// <summary>Sets how much of a presentation a location should have.</summary>
/// <param name="Location">The location.</param>
/// <param name="Presentation">The presentation.</param>
/// <param name="Minimum">At or below this, more is asked; in the base unit.</param>
/// <param name="Maximum">Up to this, in the base unit; zero asks for nothing.</param>
/// <param name="Pack">The pack in which it is asked; missing for the smallest part that may leave.</param>
/// <param name="Version">The version that was read; missing for whatever is stored.</param>
public sealed record SetStockLevelRequest(LocationId Location, PresentationId Presentation, decimal Minimum, decimal Maximum, string? Pack = null, long? Version = null);
