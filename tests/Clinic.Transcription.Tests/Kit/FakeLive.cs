using System.Threading.Channels;
using Clinic.Transcription.Audio;
using Clinic.Transcription.SpeechToText;
using Clinic.Transcription.Transcripts;
using NodaTime;

namespace Clinic.Transcription.Tests.Kit;

/// <summary>An engine that hears live what it is given, says how much that was, and fails or waits when told.</summary>
internal sealed class FakeLive(bool sendsOutside = true, string region = "eu") : ILiveTranscriber
{
    private readonly List<byte> heard = [];

    public string Name => "fake";

    public EngineCapabilities Capabilities { get; } = new(sendsOutside, region) { Live = true };

    public Exception? Refuses { get; set; }

    public TaskCompletionSource? Waits { get; set; }

    /// <summary>What it says at the end that it missed.</summary>
    public IReadOnlyList<TranscriptGap> Misses { get; set; } = [];

    /// <summary>Breaks after so many frames.</summary>
    public int BreaksAfter { get; set; } = int.MaxValue;

    public int Opened { get; private set; }

    public int Pauses { get; private set; }

    public int LongestFrame { get; private set; }

    public bool Completed { get; private set; }

    public byte[] Heard
    {
        get
        {
            lock (heard) return [.. heard];
        }
    }

    public Task<ILiveTranscription> OpenAsync(AudioFormat format, SpeechRequest request, IAudioReplay? replay, CancellationToken cancellationToken)
    {
        Opened++;
        return Refuses is { } e ? Task.FromException<ILiveTranscription>(e) : Task.FromResult<ILiveTranscription>(new Hearing(this));
    }

    private sealed class Hearing(FakeLive engine) : ILiveTranscription
    {
        private static readonly LatencyFigures Nothing = new(0, Duration.Zero, Duration.Zero, Duration.Zero, Duration.Zero);
        private readonly Channel<LiveEvent> events = Channel.CreateUnbounded<LiveEvent>();
        private int number;

        public LiveLatency Latency { get; } = new(Nothing, Nothing);

        public async ValueTask SendAsync(ReadOnlyMemory<byte> frame, CancellationToken cancellationToken)
        {
            if (engine.Waits is { } wait) await wait.Task.WaitAsync(cancellationToken);
            if (number >= engine.BreaksAfter) throw new ProviderException("fake", new(FailureKind.ConnectionLost, true));
            lock (engine.heard) engine.heard.AddRange(frame.ToArray());
            engine.LongestFrame = Math.Max(engine.LongestFrame, frame.Length);
            var segment = new TranscriptSegment(number++, "0", "palabra") { Start = Duration.Zero, End = Duration.FromMilliseconds(100) };
            events.Writer.TryWrite(new LiveEvent.Interim(Duration.Zero, default, segment));
            events.Writer.TryWrite(new LiveEvent.Final(Duration.Zero, default, segment, true));
        }

        public ValueTask PauseAsync(CancellationToken cancellationToken)
        {
            engine.Pauses++;
            return ValueTask.CompletedTask;
        }

        public ValueTask FlushAsync(CancellationToken cancellationToken) => ValueTask.CompletedTask;

        public Task<LiveEnd> CompleteAsync(CancellationToken cancellationToken)
        {
            engine.Completed = true;
            events.Writer.TryComplete();
            return Task.FromResult(new LiveEnd(engine.Misses.Count == 0, Duration.Zero, Duration.Zero, engine.Misses));
        }

        public IAsyncEnumerable<LiveEvent> ReadAllAsync(CancellationToken cancellationToken) => events.Reader.ReadAllAsync(cancellationToken);

        public ValueTask DisposeAsync()
        {
            events.Writer.TryComplete();
            return ValueTask.CompletedTask;
        }
    }
}
