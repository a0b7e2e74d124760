namespace Clinic.Transcription.Importing;

/// <summary>What is wrong with a line or entry.</summary>
public enum ImportProblem
{
    /// <summary>A time cannot be read.</summary>
    TimeInvalid,

    /// <summary>The end comes before the beginning.</summary>
    TimesCrossed,

    /// <summary>Text is missing or is no text.</summary>
    TextMissing,

    /// <summary>The text is too long.</summary>
    TextTooLong,

    /// <summary>The speaker is no text, or too long.</summary>
    SpeakerInvalid,

    /// <summary>Text stands where times should.</summary>
    TimesMissing,

    /// <summary>Something stands where an object should.</summary>
    NotAnObject,
}
