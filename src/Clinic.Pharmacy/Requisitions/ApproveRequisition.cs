using System.Text.Json.Serialization;

namespace Clinic.Pharmacy.Requisitions;

/// <summary>Grants a requisition in whole or line by line.</summary>
/// <param name="Requisition">The requisition.</param>
/// <param name="Version">The version that was read; null for whatever is stored.</param>
/// <param name="Lines">Lines that are cut; what is not named is granted as asked.</param>
public sealed record ApproveRequisition(RequisitionId Requisition, long? Version = null, IReadOnlyList<ApprovedLine>? Lines = null) : PharmacyCommand<RequisitionAnswer>
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string Name => "pharmacy.approve-requisition";
}
