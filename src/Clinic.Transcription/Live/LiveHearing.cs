using System.Threading.Channels;
using Clinic.Transcription.SpeechToText;
using Clinic.Transcription.Transcripts;
using NodaTime;

namespace Clinic.Transcription.Live;

/// <summary>Gives one recording to an engine as it grows, and reads again what could not wait; the recording never waits for it.</summary>
internal sealed class LiveHearing : IDisposable
{
    private const int MostWaiting = 1 << 20;

    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(5);
    private static readonly Duration Again = Duration.FromSeconds(30);

    private readonly Channel<LivePiece> pieces = Channel.CreateUnbounded<LivePiece>(new UnboundedChannelOptions { SingleReader = true });
    private readonly CancellationTokenSource stop = new();
    private readonly LiveEngine engine;
    private readonly SessionHub hub;
    private readonly Func<CancellationToken, Task<bool>> goesOn;
    private readonly LiveFrames frames;
    private readonly TimeSpan idleAfter;
    private readonly IClock clock;
    private int waiting;
    private long heardTicks;

    /// <summary>Begins to hear a recording at an offset.</summary>
    public LiveHearing(LiveEngine engine, SessionHub hub, long start, LiveOptions options, Func<CancellationToken, Task<bool>> goesOn, IClock clock)
    {
        (this.engine, this.hub, this.goesOn, this.clock) = (engine, hub, goesOn, clock);
        idleAfter = options.IdleAfter.ToTimeSpan();
        frames = new(engine, start);
    }

    /// <summary>Where in the recording the engine began to hear.</summary>
    public Duration Start => frames.Start;

    public void Begin() => _ = Task.Run(RunAsync);

    /// <summary>Audio that is safe in the recording; never waits.</summary>
    public void Give(long offset, ReadOnlyMemory<byte> bytes)
    {
        // What is too much to wait here is read from the recording when its turn comes.
        var keeps = Interlocked.Add(ref waiting, bytes.Length) <= MostWaiting;
        if (!keeps) Interlocked.Add(ref waiting, -bytes.Length);
        pieces.Writer.TryWrite(keeps ? new(LivePieceKind.Audio, offset, bytes.ToArray()) : new(LivePieceKind.Audio, offset + bytes.Length));
    }

    public void Pause() => pieces.Writer.TryWrite(new(LivePieceKind.Pause));

    public void End() => pieces.Writer.TryWrite(new(LivePieceKind.End));

    public void Abort()
    {
        try
        {
            _ = stop.CancelAsync();
        }
        catch (ObjectDisposedException)
        {
            // It has ended meanwhile.
        }
    }

    public void Dispose() => stop.Dispose();

    private async Task RunAsync()
    {
        Instant? retryAt = null;
        try
        {
            var heard = await engine.OpenAsync(frames.Start, stop.Token).ConfigureAwait(false);
            await using (heard.ConfigureAwait(false))
            {
                var reading = Task.Run(() => ReadAsync(heard));
                await GiveAllAsync(heard, reading).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Nothing more may be sent.
        }
#pragma warning disable CA1031 // Whatever fails here, the recording goes on and is heard as a whole later.
        catch (Exception e) when (e is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            var failure = (e as ProviderException)?.Failure;
            retryAt = failure is { Retryable: false } ? Instant.MaxValue : clock.GetCurrentInstant() + Again;
            hub.Tell((n, at) => new(n, LiveFrameKind.Interrupted, at) { Failure = failure?.Kind ?? FailureKind.Unknown, WillReconnect = failure is not { Retryable: false } });
        }
        finally
        {
            pieces.Writer.TryComplete();
            hub.Ended(this, retryAt, frames.Start + Duration.FromTicks(Interlocked.Read(ref heardTicks)));
            Dispose();
        }
    }

    private async Task GiveAllAsync(ILiveTranscription heard, Task reading)
    {
        while (true)
        {
            var piece = await NextAsync(heard).ConfigureAwait(false);
            if (piece.Kind == LivePieceKind.Pause) await heard.PauseAsync(stop.Token).ConfigureAwait(false);
            if (piece.Kind == LivePieceKind.Audio) await frames.GiveAsync(heard, piece, stop.Token).ConfigureAwait(false);
            if (piece.Kind != LivePieceKind.End) continue;
            await frames.GiveRestAsync(heard, stop.Token).ConfigureAwait(false);
            var end = await heard.CompleteAsync(stop.Token).ConfigureAwait(false);
            await reading.WaitAsync(LastWords, stop.Token).ConfigureAwait(false);
            Interlocked.Exchange(ref heardTicks, end.Heard.BclCompatibleTicks);
            foreach (var gap in end.Gaps) hub.Miss(Shifted(gap));
            var missed = hub.Gaps;
            hub.Tell((n, at) => new(n, LiveFrameKind.Heard, at) { Gaps = missed });
            return;
        }
    }

    // While nothing comes the session is looked at: another process may have ended it.
    private async Task<LivePiece> NextAsync(ILiveTranscription heard)
    {
        for (var paused = false; ; paused = true)
        {
            using var idle = CancellationTokenSource.CreateLinkedTokenSource(stop.Token);
            idle.CancelAfter(idleAfter);
            try
            {
                var piece = await pieces.Reader.ReadAsync(idle.Token).ConfigureAwait(false);
                Interlocked.Add(ref waiting, -piece.Bytes.Length);
                return piece;
            }
            catch (OperationCanceledException) when (!stop.IsCancellationRequested)
            {
                if (!await goesOn(stop.Token).ConfigureAwait(false)) return new(LivePieceKind.End);
                if (!paused) await heard.PauseAsync(stop.Token).ConfigureAwait(false);
            }
        }
    }

    private async Task ReadAsync(ILiveTranscription heard)
    {
        await foreach (var told in heard.ReadAllAsync(stop.Token).ConfigureAwait(false))
        {
            // Between the withdrawal and the end of the engine nothing more is shown.
            if (stop.IsCancellationRequested) return;
            if (told is LiveEvent.Final { Position: var heardTo }) Interlocked.Exchange(ref heardTicks, heardTo.BclCompatibleTicks);
            // A term that somebody looks for is in the text too.
            if (told is LiveEvent.Found) continue;
            hub.Tell((n, at) => Frame(n, at, told));
        }
    }

    private LiveFrame Frame(long number, Instant at, LiveEvent told)
    {
        var frame = new LiveFrame(number, LiveFrameKind.Resumed, at) { Position = frames.Start + told.Position };
        return told switch
        {
            LiveEvent.Interim e => frame with { Kind = LiveFrameKind.Interim, Segments = [Shifted(e.Segment)] },
            LiveEvent.Final e => frame with { Kind = LiveFrameKind.Final, Segments = [Shifted(e.Segment)] },
            LiveEvent.SpeechStarted => frame with { Kind = LiveFrameKind.SpeechStarted },
            LiveEvent.UtteranceEnded => frame with { Kind = LiveFrameKind.UtteranceEnded },
            LiveEvent.Interrupted e => frame with { Kind = LiveFrameKind.Interrupted, Failure = e.Failure.Kind, WillReconnect = e.WillReconnect },
            LiveEvent.Resumed { Gap: { } gap } => frame with { Gaps = [Shifted(gap)] },
            LiveEvent.Lagging e => frame with { Kind = LiveFrameKind.Lagging, Behind = e.Behind },
            _ => frame,
        };
    }

    private TranscriptGap Shifted(TranscriptGap gap) => gap with { From = gap.From + frames.Start, To = gap.To + frames.Start };

    private TranscriptSegment Shifted(TranscriptSegment s) => frames.Start == Duration.Zero ? s : s with
    {
        Start = s.Start + frames.Start,
        End = s.End + frames.Start,
        Words = [.. s.Words.Select(w => w with { Start = w.Start + frames.Start, End = w.End + frames.Start })],
    };
}
