using System.Text.Json.Serialization;

namespace Clinic.Pharmacy.Requisitions;

/// <summary>Hands a requisition to the supplying department.</summary>
/// <param name="Requisition">The requisition.</param>
/// <param name="Version">The version that was read; null for whatever is stored.</param>
public sealed record SubmitRequisition(RequisitionId Requisition, long? Version = null) : PharmacyCommand<RequisitionAnswer>
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string Name => "pharmacy.submit-requisition";
}
