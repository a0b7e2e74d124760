namespace Clinic.Transcription.Drafting.Offline;

/// <summary>What an answer is made of.</summary>
internal enum Answer
{
    /// <summary>Words of its own; it stands for itself.</summary>
    Content,

    /// <summary>Yes and nothing else.</summary>
    Yes,

    /// <summary>No and nothing else.</summary>
    No,
}
