namespace Clinic.Dispensing.Dispensations;

/// <summary>How far the medicine is on its way to the recipient; what FHIR calls the status of a dispense.</summary>
/// <seealso href="https://hl7.org/fhir/R4/valueset-medicationdispense-status.html"/>
public enum DispenseStatus
{
    /// <summary>Being written; nobody else is asked yet.</summary>
    Draft,

    /// <summary>Waits for authorisation; an urgent one may be prepared.</summary>
    Requested,

    /// <summary>Authorised; waits for preparation.</summary>
    Authorised,

    /// <summary>Lots are kept aside and confirmed; FHIR preparation.</summary>
    InPreparation,

    /// <summary>Paused; stock stays kept aside until the hold ends; FHIR on-hold.</summary>
    OnHold,

    /// <summary>Ready for pick-up, perhaps partly handed over; FHIR in-progress.</summary>
    Ready,

    /// <summary>All that was prepared is handed over; FHIR completed.</summary>
    Delivered,

    /// <summary>Part was handed over and the rest never will be; FHIR stopped.</summary>
    Stopped,

    /// <summary>The authoriser said no; FHIR declined.</summary>
    Declined,

    /// <summary>Never will be handed over; FHIR cancelled.</summary>
    Cancelled,

    /// <summary>Entered by mistake before anything physical happened; FHIR entered-in-error.</summary>
    EnteredInError,
}
