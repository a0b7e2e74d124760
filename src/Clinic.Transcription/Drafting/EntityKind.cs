namespace Clinic.Transcription.Drafting;

/// <summary>What kind of thing a report names.</summary>
public enum EntityKind
{
    /// <summary>What the patient feels.</summary>
    Symptom,

    /// <summary>What the physician says it is.</summary>
    Diagnosis,

    /// <summary>What is done about it other than a drug.</summary>
    Treatment,

    /// <summary>A medicine, with dose, route, frequency and duration where said.</summary>
    Drug,

    /// <summary>What the patient must not get.</summary>
    Allergy,

    /// <summary>A measured value with its unit.</summary>
    Measurement,
}
