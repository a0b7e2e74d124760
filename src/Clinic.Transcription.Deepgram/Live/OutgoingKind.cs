namespace Clinic.Transcription.Deepgram.Live;

/// <summary>What waits to be sent.</summary>
internal enum OutgoingKind
{
    /// <summary>Audio.</summary>
    Frame,

    /// <summary>Nothing: something happened that the sender looks at.</summary>
    Wake,

    /// <summary>No audio for a while.</summary>
    Pause,

    /// <summary>The text of all audio so far is wanted.</summary>
    Flush,

    /// <summary>Other terms, or numbers written otherwise.</summary>
    Change,

    /// <summary>No audio any more.</summary>
    Complete,
}
