namespace Clinic.Transcription.Consents;

/// <summary>Who decided.</summary>
public enum ConsentGiver
{
    /// <summary>The patient.</summary>
    Patient,

    /// <summary>Who answers for the patient, such as a parent.</summary>
    Guardian,
}
