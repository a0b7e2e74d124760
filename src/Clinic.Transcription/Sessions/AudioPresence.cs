namespace Clinic.Transcription.Sessions;

/// <summary>Whether a session has audio, and in which condition.</summary>
public enum AudioPresence
{
    /// <summary>There never was any.</summary>
    None,

    /// <summary>It is being written.</summary>
    Open,

    /// <summary>It is closed and can be heard.</summary>
    Sealed,

    /// <summary>It is gone, with a proof.</summary>
    Erased,
}
