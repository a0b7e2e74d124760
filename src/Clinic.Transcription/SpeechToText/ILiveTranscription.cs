
namespace Clinic.Transcription.SpeechToText;

/// <summary>One recording that an engine hears while it is made.</summary>
/// <remarks>One sender and one reader; disposing is bounded in time and never throws.</remarks>
public interface ILiveTranscription : IAsyncDisposable
{
    /// <summary>Gives one frame of 20 to 250 ms; waits where the engine is slower than the microphone. Empty frames are left out.</summary>
    /// <exception cref="ProviderException">The transcription has ended for good; what was given is still in the recording.</exception>
    ValueTask SendAsync(ReadOnlyMemory<byte> frame, CancellationToken cancellationToken);

    /// <summary>Keeps the connection while no audio comes; the next frame goes on.</summary>
    ValueTask PauseAsync(CancellationToken cancellationToken);

    /// <summary>Asks for the text of all audio given so far; returns when it came, or after a bounded wait.</summary>
    ValueTask FlushAsync(CancellationToken cancellationToken);

    /// <summary>Asks for other terms or another way of writing numbers while it listens; waits a bounded time.</summary>
    /// <returns>Whether the engine confirmed it; engines that cannot change anything say false, and nothing is changed.</returns>
    /// <exception cref="TranscriptionException">The terms are too many or too long, or the model does not take changes.</exception>
    Task<bool> ChangeAsync(LiveChange change, CancellationToken cancellationToken) => Task.FromResult(false);

    /// <summary>Ends: waits a bounded time for the last text.</summary>
    Task<LiveEnd> CompleteAsync(CancellationToken cancellationToken);

    /// <summary>What is heard, as it comes; ends with the transcription.</summary>
    IAsyncEnumerable<LiveEvent> ReadAllAsync(CancellationToken cancellationToken);

    /// <summary>How far the text is behind the audio.</summary>
    LiveLatency Latency { get; }
}
