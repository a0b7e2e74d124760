namespace Clinic.Pharmacy.Requisitions;

/// <summary>The status codes of FHIR R4 for a requisition and its deliveries; pure.</summary>
public static class RequisitionFhir
{
    /// <summary>The code of <c>SupplyRequest.status</c>.</summary>
    public static string SupplyRequestStatus(RequisitionStatus status) => status switch
    {
        RequisitionStatus.Draft or RequisitionStatus.Submitted or RequisitionStatus.Returned => "draft",
        RequisitionStatus.Approved or RequisitionStatus.Picking or RequisitionStatus.Dispatched or RequisitionStatus.Received => "active",
        RequisitionStatus.Completed => "completed",
        RequisitionStatus.Suspended => "suspended",
        RequisitionStatus.Rejected or RequisitionStatus.Cancelled => "cancelled",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "not a status of a requisition"),
    };

    /// <summary>The code of <c>SupplyDelivery.status</c>: completed once counted, abandoned when all of it was given up uncounted.</summary>
    public static string SupplyDeliveryStatus(RequisitionDelivery delivery)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        return delivery.IsCounted ? "completed" : delivery.IsOpen ? "in-progress" : "abandoned";
    }
}
