using System.Text.Json.Serialization;
using Clinic.Pharmacy.Transfers;

namespace Clinic.Pharmacy.Requisitions;

/// <summary>Gives up what never arrived of a requisition.</summary>
/// <param name="Requisition">The requisition.</param>
/// <param name="Reason">Why; 1 to 200 characters.</param>
/// <param name="Delivery">One delivery, counted or not; null means what is short of all that were counted.</param>
/// <param name="Version">The version that was read; null for whatever is stored.</param>
public sealed record WriteOffRequisition(RequisitionId Requisition, string Reason, TransferId? Delivery = null, long? Version = null) : PharmacyCommand<RequisitionAnswer>
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string Name => "pharmacy.write-off-requisition";
}
