namespace Clinic.Transcription.Reports;

/// <summary>Who wrote a statement as it stands.</summary>
public enum StatementOrigin
{
    /// <summary>A drafter, from what was said.</summary>
    Drafted,

    /// <summary>A drafter, and a person changed it.</summary>
    Changed,

    /// <summary>A person, without the drafter.</summary>
    Written,
}
