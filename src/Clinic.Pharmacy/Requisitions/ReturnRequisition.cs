using System.Text.Json.Serialization;

namespace Clinic.Pharmacy.Requisitions;

/// <summary>Sends a requisition back for changes.</summary>
/// <param name="Requisition">The requisition.</param>
/// <param name="Comment">What should be changed; 1 to 200 characters.</param>
/// <param name="Version">The version that was read; null for whatever is stored.</param>
public sealed record ReturnRequisition(RequisitionId Requisition, string Comment, long? Version = null) : PharmacyCommand<RequisitionAnswer>
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string Name => "pharmacy.return-requisition";
}
