using Clinic.Transcription.Audio;

namespace Clinic.Transcription.Vault;

/// <summary>Where recordings are kept, and how much one may be.</summary>
public sealed class VaultOptions
{
    /// <summary>The folder of the recordings, one folder per clinic in it.</summary>
    /// <value>No default.</value>
    public string Folder { get; set; } = "";

    /// <summary>Whether each chunk is on the disk before the next one is taken; false only where a lost machine does not matter.</summary>
    /// <value>Default true.</value>
    public bool WriteThrough { get; set; } = true;

    /// <summary>How much one recording may be; more is refused while it is recorded.</summary>
    /// <value>Default 3 GB and 3 hours.</value>
    public AudioLimits Limits { get; set; } = AudioLimits.Default;
}
