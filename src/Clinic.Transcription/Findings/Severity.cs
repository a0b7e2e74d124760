namespace Clinic.Transcription.Findings;

/// <summary>How much a finding matters before the signature.</summary>
public enum Severity
{
    /// <summary>Good to know.</summary>
    Info,

    /// <summary>To be looked at.</summary>
    Warning,

    /// <summary>Stops the signature until it is mended, or overridden with words.</summary>
    Blocker,
}
