using System.ComponentModel.DataAnnotations;

namespace Clinic.Pharmacy.Requisitions;

/// <summary>Habits of a clinic's requisitions.</summary>
public sealed class RequisitionOptions
{
    /// <summary>Whether the pharmacist who approves must be another person than the one who submitted.</summary>
    /// <value>Default true.</value>
    public bool ApproverIsNotRequester { get; set; } = true;

    /// <summary>Whether an approval keeps the granted stock aside, as far as there is some.</summary>
    /// <value>Default false.</value>
    public bool ReserveOnApproval { get; set; }

    /// <summary>How long stock is kept aside for an approved requisition, in hours.</summary>
    /// <value>Default 72; 1 to 720.</value>
    [Range(1, 720)]
    public int ReservationHours { get; set; } = 72;
}
