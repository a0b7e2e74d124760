using Clinic.Transcription.SpeechToText;
using NodaTime;

namespace Clinic.Transcription.Vault;

/// <summary>Reads a recording again while it is made, for an engine whose connection was lost.</summary>
/// <remarks>Raw samples of a known rate only; a container cannot be entered in its middle.</remarks>
public sealed class RecordedAudioReplay : IAudioReplay
{
    private readonly IAudioVault vault;
    private readonly RecordingKey key;
    private readonly Func<CancellationToken, ValueTask>? writeThrough;

    /// <summary>Replays one recording of a vault.</summary>
    /// <param name="vault">Where it lies.</param>
    /// <param name="key">The recording.</param>
    /// <param name="writeThrough">Makes the writer write what it still holds, its <c>FlushAsync</c>; null where the last chunk may be missing.</param>
    public RecordedAudioReplay(IAudioVault vault, RecordingKey key, Func<CancellationToken, ValueTask>? writeThrough)
    {
        ArgumentNullException.ThrowIfNull(vault);
        (this.vault, this.key, this.writeThrough) = (vault, key, writeThrough);
    }

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">The recording holds no raw samples of a known rate.</exception>
    public async ValueTask<Stream> OpenFromAsync(Duration from, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(from, Duration.Zero);
        if (writeThrough is not null) await writeThrough(cancellationToken).ConfigureAwait(false);
        var audio = await vault.OpenAsync(key, cancellationToken).ConfigureAwait(false);
        try
        {
            if (audio is not { Layout: { } layout, Format.SampleRate: { } rate }) throw new NotSupportedException("Only raw samples of a known rate can be read from their middle.");
            var frames = (long)((Int128)from.ToInt64Nanoseconds() * rate / 1_000_000_000);
            var stream = new ReplayStream(audio, layout.FrameBytes, layout.DataOffset);
            stream.Seek(Math.Min(layout.DataOffset + (frames * layout.FrameBytes), stream.Length), SeekOrigin.Begin);
            return stream;
        }
        catch
        {
            audio.Dispose();
            throw;
        }
    }
}
