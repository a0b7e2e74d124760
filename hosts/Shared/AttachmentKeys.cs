using Clinic.Abstractions;

namespace Clinic.Hosts;

/// <summary>The keys under which photos, drawn signatures and documents are sealed.</summary>
public static class AttachmentKeys
{
    internal static readonly KeySettings Settings = new(
        "attachment", "AttachmentKey", "attachment-key.txt", AttachmentKeyRing.KeyBytes,
        "and keep it as long as the database: without it attachments cannot be opened.");

    /// <summary>The ring of all configured keys.</summary>
    /// <exception cref="SetupException">A key is missing or cannot be read; the message never shows one.</exception>
    public static AttachmentKeyRing Ring(ClinicSettings settings) =>
        Settings.Read(settings) is var (active, keys) ? new(active, keys) : AttachmentKeyRing.Random();
}
