namespace Clinic.Transcription.Reports;

/// <summary>How a signed version came about.</summary>
public enum VersionKind
{
    /// <summary>The first signature.</summary>
    Original,

    /// <summary>Something is told that was not known or not said.</summary>
    Amended,

    /// <summary>Something was wrong.</summary>
    Corrected,
}
