namespace Clinic.Transcription.Vault;

/// <summary>Adds to one recording; calls take turns, so that a replay may flush while a recorder adds.</summary>
/// <remarks>Disposing without <see cref="CompleteAsync"/> keeps what was given and leaves the recording open.</remarks>
public interface IAudioWriter : IAsyncDisposable
{
    /// <summary>The recording.</summary>
    RecordingKey Recording { get; }

    /// <summary>The bytes taken so far; the offset that is expected next.</summary>
    long Length { get; }

    /// <summary>The bytes that a lost process cannot take back; at most one chunk behind <see cref="Length"/>.</summary>
    long WrittenThrough { get; }

    /// <summary>Adds bytes at an offset; what is already there is compared and not added twice, so a sender may repeat itself.</summary>
    /// <exception cref="TranscriptionException">There would be a gap, other bytes are there, a limit is passed, or the disk is full.</exception>
    ValueTask AppendAsync(long offset, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken);

    /// <summary>Writes what was taken, also where it fills no chunk.</summary>
    ValueTask FlushAsync(CancellationToken cancellationToken);

    /// <summary>Ends the recording; nothing can be added any more.</summary>
    Task<AudioSeal> CompleteAsync(CancellationToken cancellationToken);
}
