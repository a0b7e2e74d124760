using Clinic.Dispensing.Closing;
using Clinic.Dispensing.Dispensations;

namespace Clinic.Bridges.Fhir;

/// <summary>Our lifecycle in the codes of FHIR R4: two axes become one dispense status and one request status.</summary>
public static class FhirStatuses
{
    /// <summary>The status of the MedicationDispense; null while there is none.</summary>
    public static string? Dispense(DispenseStatus status) => status switch
    {
        DispenseStatus.Draft or DispenseStatus.Requested or DispenseStatus.Authorised => null,
        DispenseStatus.InPreparation => "preparation",
        DispenseStatus.OnHold => "on-hold",
        DispenseStatus.Ready => "in-progress",
        DispenseStatus.Delivered => "completed",
        DispenseStatus.Stopped => "stopped",
        DispenseStatus.Declined => "declined",
        DispenseStatus.Cancelled => "cancelled",
        DispenseStatus.EnteredInError => "entered-in-error",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Unknown status."),
    };

    /// <summary>The status of the MedicationRequest.</summary>
    public static string Request(DispenseStatus status, AccountabilityStatus accountability) => status switch
    {
        DispenseStatus.Draft or DispenseStatus.Requested => "draft",
        DispenseStatus.Authorised or DispenseStatus.InPreparation or DispenseStatus.Ready => "active",
        DispenseStatus.OnHold => "on-hold",
        DispenseStatus.Delivered => accountability is AccountabilityStatus.Closed or AccountabilityStatus.ClosedWithDifference ? "completed" : "active",
        DispenseStatus.Stopped => "stopped",
        DispenseStatus.Declined or DispenseStatus.Cancelled => "cancelled",
        DispenseStatus.EnteredInError => "entered-in-error",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Unknown status."),
    };

    /// <summary>The canonical status of event and request resources.</summary>
    public static string Canonical(DispenseStatus status) => status switch
    {
        DispenseStatus.Draft or DispenseStatus.Requested or DispenseStatus.Authorised => "draft",
        DispenseStatus.InPreparation => "planned",
        DispenseStatus.OnHold => "suspended",
        DispenseStatus.Ready => "active",
        DispenseStatus.Delivered => "complete",
        DispenseStatus.Stopped => "failed",
        DispenseStatus.Declined or DispenseStatus.Cancelled => "abandoned",
        DispenseStatus.EnteredInError => "error",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Unknown status."),
    };
}
