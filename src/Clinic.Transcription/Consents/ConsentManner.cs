namespace Clinic.Transcription.Consents;

/// <summary>How a decision was given.</summary>
public enum ConsentManner
{
    /// <summary>On the screen of the clinic.</summary>
    OnScreen,

    /// <summary>On paper, which the clinic keeps.</summary>
    OnPaper,

    /// <summary>By word of mouth, heard by a witness.</summary>
    Verbal,
}
