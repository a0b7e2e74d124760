namespace Clinic.Transcription.Drafting;

/// <summary>Whether something was said to be so.</summary>
public enum Polarity
{
    /// <summary>It is so.</summary>
    Affirmed,

    /// <summary>It is not so.</summary>
    Negated,

    /// <summary>Nobody is sure.</summary>
    Uncertain,
}
