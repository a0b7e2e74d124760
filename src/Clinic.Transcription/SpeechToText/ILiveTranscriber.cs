using Clinic.Transcription.Audio;

namespace Clinic.Transcription.SpeechToText;

/// <summary>An engine that listens while people speak.</summary>
/// <remarks>Safe for concurrent use; each opened transcription belongs to one recording.</remarks>
public interface ILiveTranscriber
{
    /// <summary>Its name, such as <c>deepgram</c>.</summary>
    string Name { get; }

    /// <summary>What it can do.</summary>
    EngineCapabilities Capabilities { get; }

    /// <summary>Begins to listen; audio given before the connection stands waits.</summary>
    /// <param name="format">How the audio is written.</param>
    /// <param name="request">Language, terms and voices.</param>
    /// <param name="replay">Reads again what was recorded from a position on, to catch up after a lost connection; null where nothing is kept.</param>
    /// <param name="cancellationToken">Stops connecting.</param>
    /// <exception cref="ProviderException">The engine refused at once, such as for a wrong key.</exception>
    Task<ILiveTranscription> OpenAsync(AudioFormat format, SpeechRequest request, IAudioReplay? replay, CancellationToken cancellationToken);
}
