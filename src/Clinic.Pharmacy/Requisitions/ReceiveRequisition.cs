using System.Text.Json.Serialization;
using Clinic.Abstractions;
using Clinic.Pharmacy.Transfers;
using NodaTime;

namespace Clinic.Pharmacy.Requisitions;

/// <summary>Counts a delivery of a requisition; what is not named of it is short and stays in transit.</summary>
/// <param name="Requisition">The requisition.</param>
/// <param name="Delivery">The delivery; null where only one is open.</param>
/// <param name="Lots">What arrived of which lot; null means everything, whole.</param>
/// <param name="Quarantine">Where damaged and blocked goods are put; null takes the first quarantine of the site.</param>
/// <param name="Occurred">When it arrived; null means now.</param>
/// <param name="Note">A remark; at most 200 characters.</param>
/// <param name="Version">The version that was read; null for whatever is stored.</param>
public sealed record ReceiveRequisition(RequisitionId Requisition, TransferId? Delivery = null, IReadOnlyList<CountedLot>? Lots = null, LocationId? Quarantine = null, Instant? Occurred = null, string? Note = null, long? Version = null) : PharmacyCommand<RequisitionAnswer>
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string Name => "pharmacy.receive-requisition";
}
