namespace Clinic.Pharmacy.Requisitions;

/// <summary>A requisition as people read it: its state and the quantities per line.</summary>
/// <param name="State">The whole state.</param>
/// <param name="Figures">The quantities per presentation, in the order of the lines.</param>
/// <param name="SupplyRequestStatus">The status code of FHIR R4.</param>
public sealed record RequisitionView(RequisitionSnapshot State, IReadOnlyList<RequisitionFigures> Figures, string SupplyRequestStatus)
{
    /// <summary>The view of a requisition.</summary>
    public static RequisitionView Of(Requisition requisition)
    {
        ArgumentNullException.ThrowIfNull(requisition);
        return new(requisition.ToSnapshot(), requisition.Figures, RequisitionFhir.SupplyRequestStatus(requisition.Status));
    }
}
