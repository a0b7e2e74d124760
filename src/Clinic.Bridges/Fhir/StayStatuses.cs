using Clinic.EmergencyBilling.Statements.Invoices;
using Clinic.EmergencyBilling.Stays;

namespace Clinic.Bridges.Fhir;

/// <summary>Billing and care of a stay in the codes of FHIR R4.</summary>
public static class StayStatuses
{
    /// <summary>The status of the Encounter: care says whether the patient is still here, billing what the clock is about.</summary>
    /// <param name="billing">The billing status.</param>
    /// <param name="care">The clinical status.</param>
    /// <param name="pause">Why the clock stands still, while it does.</param>
    public static string Encounter(StayStatus billing, ClinicalStatus care, PauseKind? pause) => billing switch
    {
        StayStatus.EnteredInError => "entered-in-error",
        StayStatus.Cancelled => "cancelled",
        _ when care == ClinicalStatus.Cancelled => "cancelled",
        StayStatus.Closed or StayStatus.Invoiced or StayStatus.Settled or StayStatus.Credited or StayStatus.NotBillable => "finished",
        // Billing never holds up care: who has left has left, whether or not the clock was stopped.
        _ when care == ClinicalStatus.Departed => "finished",
        StayStatus.Paused => pause == PauseKind.OnLeave ? "onleave" : "in-progress",
        StayStatus.Running => "in-progress",
        StayStatus.Registered => care switch
        {
            ClinicalStatus.Registered => "arrived",
            ClinicalStatus.Triaged => "triaged",
            _ => "in-progress",
        },
        _ => throw new ArgumentOutOfRangeException(nameof(billing), billing, "Unknown status."),
    };

    /// <summary>The status of the ChargeItems of a stay.</summary>
    public static string ChargeItem(StayStatus billing) => billing switch
    {
        StayStatus.Registered or StayStatus.Running or StayStatus.Paused => "planned",
        StayStatus.Closed => "billable",
        StayStatus.Invoiced or StayStatus.Settled => "billed",
        StayStatus.Credited or StayStatus.Cancelled => "aborted",
        StayStatus.NotBillable => "not-billable",
        StayStatus.EnteredInError => "entered-in-error",
        _ => throw new ArgumentOutOfRangeException(nameof(billing), billing, "Unknown status."),
    };

    /// <summary>The status of an Invoice; in error only what never had a number.</summary>
    public static string Invoice(StayInvoiceStatus status, StayInvoiceKind kind, StayStatus billing) => status switch
    {
        StayInvoiceStatus.Pending or StayInvoiceStatus.Rejected => billing == StayStatus.EnteredInError ? "entered-in-error" : "draft",
        StayInvoiceStatus.Accepted => billing == StayStatus.Settled && kind == StayInvoiceKind.Invoice ? "balanced" : "issued",
        StayInvoiceStatus.Void => billing == StayStatus.EnteredInError ? "entered-in-error" : "cancelled",
        StayInvoiceStatus.Credited => "cancelled",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Unknown status."),
    };
}
