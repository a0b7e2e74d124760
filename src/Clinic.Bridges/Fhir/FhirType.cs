namespace Clinic.Bridges.Fhir;

/// <summary>The resources that can be read.</summary>
public enum FhirType
{
    /// <summary>A presentation, or a lot of it with its batch.</summary>
    Medication,

    /// <summary>What was asked.</summary>
    MedicationRequest,

    /// <summary>What was prepared and handed over.</summary>
    MedicationDispense,

    /// <summary>What was given.</summary>
    MedicationAdministration,

    /// <summary>What a department asked of another.</summary>
    SupplyRequest,

    /// <summary>What was sent of it.</summary>
    SupplyDelivery,

    /// <summary>A stay in the emergency department.</summary>
    Encounter,

    /// <summary>A line of what a stay costs.</summary>
    ChargeItem,

    /// <summary>An invoice or credit note of a stay.</summary>
    Invoice,

    /// <summary>A clinical report as it stands.</summary>
    Composition,

    /// <summary>A version or addendum of a clinical report.</summary>
    DocumentReference,

    /// <summary>What a patient agreed to for one session.</summary>
    Consent,

    /// <summary>Who made a version or addendum, with its signature.</summary>
    Provenance,
}
