namespace Clinic.Transcription.Live;

/// <summary>What a frame of a running session tells.</summary>
public enum LiveFrameKind
{
    /// <summary>All there is now: how far the session is, and what has been heard.</summary>
    Snapshot,

    /// <summary>The session has moved.</summary>
    State,

    /// <summary>Text that may still change; replaces the one with the same start.</summary>
    Interim,

    /// <summary>Text that will not change.</summary>
    Final,

    /// <summary>Somebody begins to speak.</summary>
    SpeechStarted,

    /// <summary>Somebody has finished.</summary>
    UtteranceEnded,

    /// <summary>The engine is away; the recording goes on.</summary>
    Interrupted,

    /// <summary>The engine is back.</summary>
    Resumed,

    /// <summary>The text is further behind than wanted.</summary>
    Lagging,

    /// <summary>The engine has heard everything that was recorded.</summary>
    Heard,
}
