using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Pharmacy.Requisitions;

/// <summary>The whole state of a <see cref="Requisition"/>, as stores keep it.</summary>
/// <param name="Id">The id.</param>
/// <param name="Site">The site that asks; numbers are counted there.</param>
/// <param name="Requesting">The department that asks.</param>
/// <param name="Destination">Where the goods are needed.</param>
/// <param name="Supplying">The department that supplies.</param>
/// <param name="Origin">Where the goods come from.</param>
/// <param name="Priority">How soon.</param>
/// <param name="NeededBy">The date by which it is needed.</param>
/// <param name="Reason">Why.</param>
/// <param name="Lines">What is asked and granted, each presentation once.</param>
/// <param name="Deliveries">What was sent, in order.</param>
/// <param name="History">Every step, in order; the first wrote it.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="SuspendedFrom">Where it was paused; null unless suspended.</param>
/// <param name="Number">The number for people; null before the first submission.</param>
/// <param name="IsRestClosed">Whether the unsent rest is not sent any more.</param>
/// <param name="Version">Counts the changes, from 1.</param>
public sealed record RequisitionSnapshot(
    RequisitionId Id, SiteId Site, DepartmentId Requesting, LocationId Destination, DepartmentId Supplying, LocationId Origin, RequisitionPriority Priority,
    LocalDate? NeededBy, string? Reason, IReadOnlyList<RequisitionLine> Lines, IReadOnlyList<RequisitionDelivery> Deliveries,
    IReadOnlyList<RequisitionStep> History, RequisitionStatus Status, RequisitionStatus? SuspendedFrom, RequisitionNumber? Number, bool IsRestClosed, long Version);
