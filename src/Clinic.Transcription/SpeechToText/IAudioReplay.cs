using NodaTime;

namespace Clinic.Transcription.SpeechToText;

/// <summary>Reads again what a recording already holds.</summary>
public interface IAudioReplay
{
    /// <summary>Opens the recorded audio at a position; whole frames of raw samples, up to what is written now.</summary>
    /// <param name="from">From the beginning of the recording.</param>
    /// <param name="cancellationToken">Stops opening.</param>
    /// <returns>A stream that the caller disposes.</returns>
    ValueTask<Stream> OpenFromAsync(Duration from, CancellationToken cancellationToken);
}
