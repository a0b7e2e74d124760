namespace Clinic.Transcription.Consents;

/// <summary>What was decided.</summary>
public enum ConsentKind
{
    /// <summary>Agreed to scopes.</summary>
    Granted,

    /// <summary>Agreed to nothing; the visit goes on without a recording.</summary>
    Refused,

    /// <summary>Took back scopes, or everything.</summary>
    Withdrawn,
}
