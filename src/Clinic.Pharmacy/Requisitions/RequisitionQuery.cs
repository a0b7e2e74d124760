using Clinic.Abstractions;

namespace Clinic.Pharmacy.Requisitions;

/// <summary>Which requisitions are asked for; every part that is null takes all.</summary>
/// <param name="Departments">Those in which one of these departments asks or supplies.</param>
/// <param name="Status">In one status.</param>
/// <param name="Work">Those that wait for something; departments then mean the side that has to act.</param>
/// <param name="Destination">For one destination.</param>
/// <param name="OpenOnly">Only those that have not ended.</param>
public sealed record RequisitionQuery(
    IReadOnlyCollection<DepartmentId>? Departments = null, RequisitionStatus? Status = null, RequisitionWork? Work = null, LocationId? Destination = null, bool OpenOnly = false)
{
    /// <summary>Whether a requisition is asked for.</summary>
    public bool Takes(Requisition requisition)
    {
        ArgumentNullException.ThrowIfNull(requisition);
        var (asks, supplies) = (Departments is null || Departments.Contains(requisition.Requesting), Departments is null || Departments.Contains(requisition.Supplying));
        return (Status is null || requisition.Status == Status)
            && (Destination is null || requisition.Destination == Destination)
            && (!OpenOnly || requisition.Status is not (RequisitionStatus.Rejected or RequisitionStatus.Completed or RequisitionStatus.Cancelled))
            && Work switch
            {
                null => asks || supplies,
                RequisitionWork.ToChange => asks && requisition.Status == RequisitionStatus.Returned,
                RequisitionWork.ToApprove => supplies && requisition.Status == RequisitionStatus.Submitted,
                RequisitionWork.ToPick => supplies && requisition.HasUnsent,
                RequisitionWork.ToReceive => asks && requisition.HasOnTheWay,
                _ => (asks || supplies) && requisition.HasMissing,
            };
    }
}
