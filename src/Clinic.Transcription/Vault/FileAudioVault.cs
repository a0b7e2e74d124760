using Clinic.Abstractions;
using Clinic.Transcription.Audio;
using NodaTime;

namespace Clinic.Transcription.Vault;

/// <summary>Recordings as encrypted files in a folder, each chunk written through; no other file holds a byte of them.</summary>
public sealed class FileAudioVault : IAudioVault
{
    private readonly FileVaultFiles files;
    private readonly VaultWork work;

    /// <summary>A vault in the folder of the options.</summary>
    /// <exception cref="ArgumentException">The folder is missing.</exception>
    public FileAudioVault(VaultOptions options, VaultKeyRing ring, IClock clock)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentException.ThrowIfNullOrWhiteSpace(options.Folder);
        files = new(options.Folder, options.WriteThrough);
        work = new(files, ring, clock, () => options.Limits);
    }

    /// <inheritdoc/>
    public Task<IAudioWriter> CreateAsync(RecordingKey key, AudioFormat format, PcmLayout? layout, CancellationToken cancellationToken) => work.CreateAsync(key, format, layout, cancellationToken);

    /// <inheritdoc/>
    public Task<IAudioWriter> ContinueAsync(RecordingKey key, CancellationToken cancellationToken) => work.ContinueAsync(key, cancellationToken);

    /// <inheritdoc/>
    public Task<RecordedAudio> OpenAsync(RecordingKey key, CancellationToken cancellationToken) => Task.FromResult(work.Open(key));

    /// <inheritdoc/>
    public Task<RecordingStatus?> FindAsync(RecordingKey key, CancellationToken cancellationToken) => Task.FromResult(work.Find(key));

    /// <inheritdoc/>
    public Task<IReadOnlyList<RecordingKey>> ListAsync(TenantId tenant, CancellationToken cancellationToken) => Task.FromResult(files.List(tenant));

    /// <inheritdoc/>
    public Task<bool> IsCurrentAsync(RecordingKey key, CancellationToken cancellationToken) => Task.FromResult(work.IsCurrent(key));

    /// <inheritdoc/>
    public Task<bool> RewrapAsync(RecordingKey key, CancellationToken cancellationToken) => work.RewrapAsync(key, cancellationToken);

    /// <inheritdoc/>
    public Task DiscardAsync(RecordingKey key, CancellationToken cancellationToken) => work.DiscardAsync(key, cancellationToken);

    /// <inheritdoc/>
    public Task<ErasureProof> EraseAsync(RecordingKey key, CancellationToken cancellationToken) => work.EraseAsync(key, cancellationToken);
}
