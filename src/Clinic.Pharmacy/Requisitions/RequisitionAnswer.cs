using Clinic.Abstractions;
using Clinic.Pharmacy.Transfers;

namespace Clinic.Pharmacy.Requisitions;

/// <summary>What a requisition now says.</summary>
/// <param name="Requisition">The requisition.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Number">The number for people; null before the first submission.</param>
/// <param name="Version">The version now stored; name it at the next change.</param>
/// <param name="Delivery">The transfer that was sent or received.</param>
/// <param name="SetAside">Lots that arrived and may not be used; they lie in quarantine.</param>
public sealed record RequisitionAnswer(
    RequisitionId Requisition, RequisitionStatus Status, string? Number, long Version, TransferId? Delivery, IReadOnlyList<LotId> SetAside);
