namespace Clinic.Transcription.Recorders;

/// <summary>How fine a recording is.</summary>
public enum RecorderQuality
{
    /// <summary>Compressed speech, about 0.25 MB a minute.</summary>
    Small,

    /// <summary>Raw samples at 16 kHz, about 1.9 MB a minute before they are made smaller; what engines like best.</summary>
    Speech,

    /// <summary>Raw samples at 48 kHz, about 5.8 MB a minute before they are made smaller.</summary>
    Fine,
}
