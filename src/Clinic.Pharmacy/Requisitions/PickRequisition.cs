using System.Text.Json.Serialization;

namespace Clinic.Pharmacy.Requisitions;

/// <summary>Begins to gather the goods of a requisition.</summary>
/// <param name="Requisition">The requisition.</param>
/// <param name="Version">The version that was read; null for whatever is stored.</param>
public sealed record PickRequisition(RequisitionId Requisition, long? Version = null) : PharmacyCommand<RequisitionAnswer>
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string Name => "pharmacy.pick-requisition";
}
