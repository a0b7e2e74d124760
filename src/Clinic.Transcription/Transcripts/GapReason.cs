namespace Clinic.Transcription.Transcripts;

/// <summary>Why a stretch of a recording has no text.</summary>
public enum GapReason
{
    /// <summary>The connection to the engine was lost and the stretch was not caught up with.</summary>
    ConnectionLost,

    /// <summary>The engine could not follow and the stretch was left for later.</summary>
    TooFarBehind,

    /// <summary>The recorder stopped without saying so.</summary>
    CaptureLost,

    /// <summary>The engine listened and wrote down nothing for longer than silence lasts in a visit.</summary>
    NoWords,
}
