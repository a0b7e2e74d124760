using Clinic.Abstractions;
using Clinic.Pharmacy.Transfers;

namespace Clinic.Pharmacy.Requisitions;

/// <summary>The content of every event of a requisition: ids only.</summary>
/// <param name="Requisition">The requisition.</param>
/// <param name="Number">The number for people.</param>
/// <param name="Requesting">The department that asks.</param>
/// <param name="Supplying">The department that supplies.</param>
/// <param name="Delivery">The delivery that the event is about; null where it is about none.</param>
public sealed record RequisitionNotice(RequisitionId Requisition, string? Number, DepartmentId Requesting, DepartmentId Supplying, TransferId? Delivery);
