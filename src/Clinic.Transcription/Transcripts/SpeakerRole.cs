namespace Clinic.Transcription.Transcripts;

/// <summary>Who a voice of the recording is; a physician may correct it in review.</summary>
public enum SpeakerRole
{
    /// <summary>Nobody said it, and no cue told.</summary>
    Unknown,

    /// <summary>Examines and decides.</summary>
    Physician,

    /// <summary>Is examined.</summary>
    Patient,

    /// <summary>Came with the patient and speaks for or about them.</summary>
    Relative,

    /// <summary>Another person of the clinic.</summary>
    Clinician,
}
