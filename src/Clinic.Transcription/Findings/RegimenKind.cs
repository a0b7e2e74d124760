namespace Clinic.Transcription.Findings;

/// <summary>What may be said of how a medicine is taken.</summary>
internal enum RegimenKind
{
    /// <summary>The hours between two doses.</summary>
    Every,

    /// <summary>For how long.</summary>
    Lasting,

    /// <summary>Morning or night.</summary>
    TimeOfDay,
}
