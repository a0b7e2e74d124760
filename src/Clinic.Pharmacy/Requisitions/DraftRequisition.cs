using System.Text.Json.Serialization;

namespace Clinic.Pharmacy.Requisitions;

/// <summary>Writes a new requisition.</summary>
/// <param name="Data">What is asked.</param>
public sealed record DraftRequisition(RequisitionData Data) : PharmacyCommand<RequisitionAnswer>
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string Name => "pharmacy.draft-requisition";
}
