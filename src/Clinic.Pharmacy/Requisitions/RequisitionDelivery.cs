using Clinic.Abstractions;
using Clinic.Pharmacy.Transfers;
using NodaTime;

namespace Clinic.Pharmacy.Requisitions;

/// <summary>One delivery of a requisition: a transfer of its own, counted in transit until it arrives.</summary>
/// <param name="Transfer">The transfer.</param>
/// <param name="DispatchedBy">Who sent it; never receives it.</param>
/// <param name="Dispatched">When it left.</param>
/// <param name="Lots">The lots, each once.</param>
/// <param name="ReceivedBy">Who counted it first; null while nobody has.</param>
/// <param name="Received">When it was counted first.</param>
public sealed record RequisitionDelivery(
    TransferId Transfer, PersonId DispatchedBy, Instant Dispatched, IReadOnlyList<DeliveredLot> Lots, PersonId? ReceivedBy = null, Instant? Received = null)
{
    /// <summary>Whether somebody has counted it; what is outstanding then is short.</summary>
    public bool IsCounted => ReceivedBy is not null;

    /// <summary>Whether anything of it is still in transit.</summary>
    public bool IsOpen => Lots.Any(l => !l.Outstanding.IsZero);
}
