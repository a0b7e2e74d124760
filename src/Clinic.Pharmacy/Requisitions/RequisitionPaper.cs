using NodaTime;

namespace Clinic.Pharmacy.Requisitions;

/// <summary>What stands on a picking list or delivery note.</summary>
/// <param name="IsDelivery">Whether it goes with a delivery; otherwise it is for whoever gathers the goods.</param>
/// <param name="Number">The number for people.</param>
/// <param name="Reference">The requisition, or the transfer of a delivery.</param>
/// <param name="From">Department and location that supply.</param>
/// <param name="To">Department and location that ask.</param>
/// <param name="Priority">How soon.</param>
/// <param name="NeededBy">The date by which it is needed.</param>
/// <param name="Lines">The lots in the order of the requisition.</param>
public sealed record RequisitionPaper(
    bool IsDelivery, string Number, string Reference, string From, string To, RequisitionPriority Priority, LocalDate? NeededBy, IReadOnlyList<RequisitionPaperLine> Lines);
