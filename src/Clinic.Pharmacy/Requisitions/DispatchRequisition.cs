using System.Text.Json.Serialization;
using Clinic.Pharmacy.Allocation;
using Clinic.Pharmacy.Issuing;
using NodaTime;

namespace Clinic.Pharmacy.Requisitions;

/// <summary>Sends some or all that is still to be sent; lots by first expiry unless chosen.</summary>
/// <param name="Requisition">The requisition.</param>
/// <param name="Lines">What is sent, each presentation once; null sends everything unsent.</param>
/// <param name="Policy">How lots are chosen; null means first expiry first, all or nothing.</param>
/// <param name="Occurred">When it left; null means now.</param>
/// <param name="Version">The version that was read; null for whatever is stored.</param>
public sealed record DispatchRequisition(RequisitionId Requisition, IReadOnlyList<PickLine>? Lines = null, AllocationPolicy? Policy = null, Instant? Occurred = null, long? Version = null) : PharmacyCommand<RequisitionAnswer>
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string Name => "pharmacy.dispatch-requisition";
}
