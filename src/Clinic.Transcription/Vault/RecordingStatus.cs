namespace Clinic.Transcription.Vault;

/// <summary>How far a recording of the vault is.</summary>
public enum RecordingStatus
{
    /// <summary>Not ended: somebody records, or recording stopped without saying so.</summary>
    Open,

    /// <summary>Ended and complete; nothing can be added.</summary>
    Sealed,

    /// <summary>Its key is destroyed and its bytes are gone; only the proof is left.</summary>
    Erased,
}
