using Clinic.Transcription.Audio;

namespace Clinic.Transcription.SpeechToText;

/// <summary>An engine that listens to whole recordings.</summary>
/// <remarks>Safe for concurrent use. Failures are a <see cref="ProviderException"/>; nothing the provider wrote is in it.</remarks>
public interface IBatchTranscriber
{
    /// <summary>Its name, such as <c>deepgram</c>; stands in transcripts and settings.</summary>
    string Name { get; }

    /// <summary>What it can do.</summary>
    EngineCapabilities Capabilities { get; }

    /// <summary>Listens to one recording.</summary>
    /// <param name="openAudio">Called again for each attempt, as a retry reads the audio from its beginning; the engine disposes the stream.</param>
    /// <param name="format">How the audio is written.</param>
    /// <param name="request">Language, terms and voices.</param>
    /// <param name="cancellationToken">Stops listening.</param>
    /// <exception cref="ProviderException">The engine did not answer, or not usably.</exception>
    Task<SpeechResult> TranscribeAsync(
        Func<CancellationToken, ValueTask<Stream>> openAudio, AudioFormat format, SpeechRequest request, CancellationToken cancellationToken);
}
