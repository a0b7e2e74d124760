using System.Text.Json.Serialization;

namespace Clinic.Pharmacy.Requisitions;

/// <summary>Refuses a requisition for good.</summary>
/// <param name="Requisition">The requisition.</param>
/// <param name="Reason">Why; 1 to 200 characters.</param>
/// <param name="Version">The version that was read; null for whatever is stored.</param>
public sealed record RejectRequisition(RequisitionId Requisition, string Reason, long? Version = null) : PharmacyCommand<RequisitionAnswer>
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string Name => "pharmacy.reject-requisition";
}
