using Clinic.Transcription.Audio;
using Clinic.Transcription.Deepgram.Protocol;
using Clinic.Transcription.SpeechToText;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Clinic.Transcription.Deepgram.Live;

/// <summary>Lets Deepgram listen while people speak, over a WebSocket that is renewed when it is lost.</summary>
public sealed class DeepgramLiveTranscriber : ILiveTranscriber
{
    private readonly DeepgramOptions options;
    private readonly IClock clock;
    private readonly ILogger logger;

    internal DeepgramLiveTranscriber(DeepgramOptions options, IClock clock, ILogger logger) => (this.options, this.clock, this.logger) = (options, clock, logger);

    /// <inheritdoc/>
    public string Name => DeepgramEngine.Name;

    /// <inheritdoc/>
    public EngineCapabilities Capabilities => DeepgramEngine.Capabilities(options, live: true);

    /// <inheritdoc/>
    /// <remarks>Returns when the connection stands, at the latest after <see cref="DeepgramPatience.Open"/>; it then goes on connecting and audio waits.</remarks>
    public async Task<ILiveTranscription> OpenAsync(AudioFormat format, SpeechRequest request, IAudioReplay? replay, CancellationToken cancellationToken)
    {
        DeepgramQuery.Check(options, format, request, live: true);
        var transcription = new DeepgramLiveTranscription(request, options, format, replay, clock, logger);
        try
        {
            await Task.WhenAny(transcription.Opened, Task.Delay(options.Patience.Open.ToTimeSpan(), cancellationToken)).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            return transcription.Failure is { } failure ? throw new ProviderException(Name, failure) : transcription;
        }
        catch
        {
            await transcription.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }
}
