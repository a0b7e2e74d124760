using Clinic.Transcription.SpeechToText;
using NodaTime;

namespace Clinic.Transcription.Live;

/// <summary>The recording as an engine knows it that began to listen later.</summary>
internal sealed class OffsetReplay(IAudioReplay inner, Duration start) : IAudioReplay
{
    public ValueTask<Stream> OpenFromAsync(Duration from, CancellationToken cancellationToken) => inner.OpenFromAsync(start + from, cancellationToken);
}
