namespace Clinic.Transcription.Work;

/// <summary>Why no engine listens to a closed recording; somebody may type meanwhile.</summary>
public enum EngineWait
{
    /// <summary>No engine is configured.</summary>
    NoEngine,

    /// <summary>The patient did not agree to a transcript.</summary>
    NoConsent,

    /// <summary>The engine sends audio outside and the patient did not agree to that.</summary>
    NoConsentOutside,

    /// <summary>The engine works in a region that the clinic does not allow.</summary>
    RegionNotAllowed,
}
