namespace Clinic.Transcription.Sessions;

/// <summary>Why a stretch of a visit was not recorded.</summary>
public enum RecordingGapReason
{
    /// <summary>The patient asked for it.</summary>
    PatientAsked,

    /// <summary>An examination or talk that nobody else should hear.</summary>
    Private,

    /// <summary>Somebody came in, or the telephone rang.</summary>
    Interruption,

    /// <summary>Something else.</summary>
    Other,

    /// <summary>The recorder stopped without saying so; never given by a person.</summary>
    CaptureLost,
}
