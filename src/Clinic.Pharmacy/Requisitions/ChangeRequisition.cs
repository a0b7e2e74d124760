using System.Text.Json.Serialization;

namespace Clinic.Pharmacy.Requisitions;

/// <summary>Writes a draft or returned requisition anew.</summary>
/// <param name="Requisition">The requisition.</param>
/// <param name="Version">The version that was read.</param>
/// <param name="Data">What is asked now.</param>
public sealed record ChangeRequisition(RequisitionId Requisition, long Version, RequisitionData Data) : PharmacyCommand<RequisitionAnswer>
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string Name => "pharmacy.change-requisition";
}
