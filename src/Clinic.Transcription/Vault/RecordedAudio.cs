using System.Security.Cryptography;
using Clinic.Transcription.Audio;
using NodaTime;

namespace Clinic.Transcription.Vault;

/// <summary>A recording opened for reading, as far as it was written at that moment.</summary>
public sealed class RecordedAudio : IDisposable
{
    private readonly IVaultFile file;
    private readonly OpenedHeader opened;
    private readonly VaultIndex index;

    internal RecordedAudio(IVaultFile file, OpenedHeader opened, VaultIndex index) => (this.file, this.opened, this.index) = (file, opened, index);

    /// <summary>The recording.</summary>
    public RecordingKey Recording => opened.Header.Key;

    /// <summary>How the audio is written.</summary>
    public AudioFormat Format => opened.Header.Format;

    /// <summary>Where its raw samples lie; null where it is no raw audio.</summary>
    public PcmLayout? Layout => opened.Header.Layout;

    /// <summary>When it was begun.</summary>
    public Instant CreatedAt => opened.Header.CreatedAt;

    /// <summary>The key of the ring under which its own key is wrapped.</summary>
    public string KeyId => opened.KeyId;

    /// <summary>The bytes of the audio that are safe.</summary>
    public long Length => index.Length;

    /// <summary>Whether it did not end: it is still made, or its recorder was lost, or its file was shortened.</summary>
    public bool Truncated => !index.Sealed;

    /// <summary>What its seal says, where it has one.</summary>
    public AudioSeal? Seal => index.Sealed ? new(Recording, Length, index.Chunks.Count, opened.Header.HashText) : null;

    /// <summary>The audio from its beginning; it seeks, and decrypts only what is read.</summary>
    /// <remarks>Reading a chunk that is not as it was written throws <see cref="TranscriptionException"/>; what was read before is genuine. Several streams may be open, each used by one caller.</remarks>
    public Stream OpenStream() => new VaultStream(file, opened.Header, index);

    /// <inheritdoc/>
    public void Dispose()
    {
        index.Dispose();
        CryptographicOperations.ZeroMemory(opened.Own);
        file.Dispose();
    }
}
