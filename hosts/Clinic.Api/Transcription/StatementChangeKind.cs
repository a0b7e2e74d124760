namespace Clinic.Api.Transcription;

/// <summary>What is done to a statement.</summary>
public enum StatementChangeKind
{
    /// <summary>It says something else, or stands elsewhere.</summary>
    Reword,

    /// <summary>It is new.</summary>
    Insert,

    /// <summary>It goes.</summary>
    Remove,

    /// <summary>It was read and stays.</summary>
    See,
}
