using System.Text.Json.Serialization;

namespace Clinic.Pharmacy.Requisitions;

/// <summary>Goes on with a paused requisition where it was.</summary>
/// <param name="Requisition">The requisition.</param>
/// <param name="Version">The version that was read; null for whatever is stored.</param>
public sealed record ResumeRequisition(RequisitionId Requisition, long? Version = null) : PharmacyCommand<RequisitionAnswer>
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string Name => "pharmacy.resume-requisition";
}
