namespace Clinic.Abstractions;

/// <summary>How large attachments may be.</summary>
public sealed class AttachmentOptions
{
    /// <summary>The highest limit that can be set, 10 MiB.</summary>
    public const int HighestLimit = 10 * 1024 * 1024;

    /// <summary>The most bytes of an attachment.</summary>
    /// <value>Default 2 MiB; 1 byte to 10 MiB.</value>
    public int LargestBytes { get; set; } = 2 * 1024 * 1024;
}
