using Clinic.Abstractions;
using Clinic.Transcription.Audio;

namespace Clinic.Transcription.Vault;

/// <summary>Keeps recordings encrypted, each under a key of its own; nothing readable is ever written anywhere.</summary>
/// <remarks>Safe for concurrent use; one recording has one writer at a time and any number of readers. Broken rules are a <see cref="TranscriptionException"/>.</remarks>
public interface IAudioVault
{
    /// <summary>Begins a recording.</summary>
    /// <param name="key">Not used before.</param>
    /// <param name="format">How the audio is written; kept in the header.</param>
    /// <param name="layout">Where its raw samples lie, so that they are kept smaller; null for what is kept as it is.</param>
    /// <param name="cancellationToken">Stops beginning.</param>
    Task<IAudioWriter> CreateAsync(RecordingKey key, AudioFormat format, PcmLayout? layout, CancellationToken cancellationToken);

    /// <summary>Goes on with a recording that was not ended, after the last byte that is safe.</summary>
    Task<IAudioWriter> ContinueAsync(RecordingKey key, CancellationToken cancellationToken);

    /// <summary>Opens a recording for reading, also while it is made; what is written at that moment is seen.</summary>
    Task<RecordedAudio> OpenAsync(RecordingKey key, CancellationToken cancellationToken);

    /// <summary>How far a recording is; null where there is none.</summary>
    Task<RecordingStatus?> FindAsync(RecordingKey key, CancellationToken cancellationToken);

    /// <summary>The recordings of a clinic whose bytes are here, in the order of their ids.</summary>
    Task<IReadOnlyList<RecordingKey>> ListAsync(TenantId tenant, CancellationToken cancellationToken);

    /// <summary>Whether a recording is wrapped under the active key of the ring and under no other; true where there is none.</summary>
    Task<bool> IsCurrentAsync(RecordingKey key, CancellationToken cancellationToken);

    /// <summary>Wraps the key of a recording again under the active key of the ring; false where it already is.</summary>
    Task<bool> RewrapAsync(RecordingKey key, CancellationToken cancellationToken);

    /// <summary>Destroys the key and the bytes of a recording that was not ended, without a proof; its id may begin anew.</summary>
    /// <remarks>For what its sender still has, such as the wrong file. Nothing happens where there is none; an ended one is refused.</remarks>
    Task DiscardAsync(RecordingKey key, CancellationToken cancellationToken);

    /// <summary>Destroys the key of a recording, then its bytes; once more gives the same proof.</summary>
    Task<ErasureProof> EraseAsync(RecordingKey key, CancellationToken cancellationToken);
}
