using System.Security.Cryptography;
using System.Text;
using Clinic.Transcription.Sealing;
using Clinic.Transcription.Vault;

namespace Clinic.Hosts;

/// <summary>The keys under which recordings, transcripts and reports are encrypted; without one nothing is recorded.</summary>
public static class TranscriptionKeys
{
    internal static readonly KeySettings Settings = new(
        "transcription", "TranscriptionKey", "transcription-key.txt", TextKeyRing.KeyBytes,
        "and keep it apart from the database: without it recordings, transcripts and reports cannot be read.");

    /// <summary>Whether the clinic records at all: a key is configured, or made in Development.</summary>
    public static bool AreConfigured(ClinicSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return settings.IsDevelopment || settings.Section("TranscriptionKeys").GetChildren().Any();
    }

    /// <summary>The ring that wraps the data keys of texts.</summary>
    /// <exception cref="SetupException">A key is missing or cannot be read; the message never shows one.</exception>
    public static TextKeyRing Texts(ClinicSettings settings) =>
        Settings.Read(settings) is var (active, keys) ? new(active, Derived(keys, "clinic.transcription-text/1")) : TextKeyRing.Random();

    /// <summary>The ring that wraps the data keys of recordings.</summary>
    /// <exception cref="SetupException">A key is missing or cannot be read; the message never shows one.</exception>
    public static VaultKeyRing Vault(ClinicSettings settings) =>
        Settings.Read(settings) is var (active, keys) ? new(active, Derived(keys, "clinic.transcription-vault/1")) : VaultKeyRing.Random();

    // One key for two uses would let what is wrapped for one stand for the other.
    private static Dictionary<string, byte[]> Derived(IReadOnlyDictionary<string, byte[]> keys, string use) =>
        keys.ToDictionary(k => k.Key, k => HKDF.DeriveKey(HashAlgorithmName.SHA256, k.Value, TextKeyRing.KeyBytes, info: Encoding.ASCII.GetBytes(use)), StringComparer.Ordinal);
}
