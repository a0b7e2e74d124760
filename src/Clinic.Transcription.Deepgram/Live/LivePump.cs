using System.Buffers;
using System.Diagnostics;
using System.Net.WebSockets;
using System.Threading.Channels;
using Clinic.Transcription.Audio;
using Clinic.Transcription.Deepgram.Diagnostics;
using Clinic.Transcription.Deepgram.Protocol;
using Clinic.Transcription.SpeechToText;
using Clinic.Transcription.Transcripts;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Clinic.Transcription.Deepgram.Live;

/// <summary>Sends one recording through as many connections as it takes, and catches up after each loss.</summary>
internal sealed class LivePump : IDisposable
{
    private static readonly byte[] KeepAlive = "{\"type\":\"KeepAlive\"}"u8.ToArray();
    private static readonly byte[] Finalize = "{\"type\":\"Finalize\"}"u8.ToArray();
    private static readonly byte[] CloseStream = "{\"type\":\"CloseStream\"}"u8.ToArray();
    private static readonly Duration ReplayFrame = Duration.FromMilliseconds(100);
    private static readonly Duration LongestReconnectDelay = Duration.FromSeconds(5);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    private readonly Func<LiveChange?, Uri> address;
    private readonly DeepgramOptions options;
    private readonly DeepgramPatience patience;
    private readonly IClock clock;
    private readonly ILogger logger;
    private readonly LiveListener listener;
    private readonly AudioTimeline timeline;
    private readonly ReplaySource? source;
    private readonly ContainerHead? head;
    private readonly Channel<Outgoing> outgoing;
    private readonly CancellationTokenSource stop = new();
    private readonly Timer timer;
    private readonly TaskCompletionSource opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Stopwatch sinceAudio = Stopwatch.StartNew();
    private readonly Lock gate = new();
    private LiveSocket? current;
    private int connection;
    private int tries;
    private Duration asked;
    private int waking;
    private long taken;
    private bool paused;
    private bool flushing;
    private bool entering;
    private bool audioWasSent;
    private long completingSince;

    public LivePump(Func<LiveChange?, Uri> address, DeepgramOptions options, AudioFormat format, IAudioReplay? replay, LiveListener listener, AudioTimeline timeline, IClock clock, ILogger logger)
    {
        (this.address, this.options, patience, this.clock, this.logger, this.listener, this.timeline) = (address, options, options.Patience, clock, logger, listener, timeline);
        outgoing = Channel.CreateBounded<Outgoing>(new BoundedChannelOptions(patience.WaitingFrames) { SingleReader = true });
        source = timeline.Raw ? new ReplaySource(timeline, format.Encoding!, replay, patience.LongestReplay) : null;
        head = timeline.Raw ? null : new ContainerHead(format.MediaType);
        var often = Duration.Max(Duration.Min(patience.KeepAlive, patience.Close) / 8, Duration.FromMilliseconds(5)).ToTimeSpan();
        timer = new Timer(_ => Wake(), null, often, often);
    }

    public ChannelWriter<Outgoing> Outgoing => outgoing.Writer;

    /// <summary>Done when the first connection stands, or never will.</summary>
    public Task Opened => opened.Task;

    /// <summary>Why the transcription ended for good; null while it goes on and where it ended as asked.</summary>
    public ProviderFailure? Failure { get; private set; }

    public Duration Taken => timeline.At(Interlocked.Read(ref taken));

    private bool Completing => completingSince != 0;

    private bool CloseWaited => Completing && Stopwatch.GetElapsedTime(completingSince) > patience.Close.ToTimeSpan();

    public async Task RunAsync()
    {
        try
        {
            while (await ConnectAsync().ConfigureAwait(false) is { } socket)
            {
                bool done;
                await using (socket.ConfigureAwait(false)) done = await ServeAsync(socket).ConfigureAwait(false);
                if (done || stop.IsCancellationRequested) break;
                listener.Confirm(false);
                var failure = socket.Failure ?? DeepgramFailures.OfClose(null, null);
                failure = failure with { Code = failure.Code ?? listener.TakeError() };
                if (!Lost(failure, failure.Retryable && !CloseWaited)) break;
                await IdleAsync().ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Disposed.
        }
        finally
        {
            End();
        }
    }

    public void Stop()
    {
        stop.Cancel();
        lock (gate) current?.Abort();
        Wake();
    }

    /// <summary>Makes the sender look around, where it waits.</summary>
    public void Wake()
    {
        if (Interlocked.Exchange(ref waking, 1) == 0 && !outgoing.Writer.TryWrite(new(OutgoingKind.Wake))) waking = 0;
    }

    public void Dispose()
    {
        timer.Dispose();
        stop.Dispose();
        source?.Dispose();
    }

    private async Task<LiveSocket?> ConnectAsync()
    {
        var first = connection == 0;
        connection++;
        while (!stop.IsCancellationRequested && !CloseWaited)
        {
            if (tries > 0) await DrainForAsync(Duration.Max(BackOff.Delay(patience.ReconnectDelay, LongestReconnectDelay, tries), asked)).ConfigureAwait(false);
            var connecting = LiveSocket.ConnectAsync(address(listener.Change), options, clock.GetCurrentInstant(), stop.Token);
            // The first time audio waits in order; afterwards it is read again from where it is kept.
            while (!(first && tries == 0) && !connecting.IsCompleted)
            {
                Drain();
                await Task.WhenAny(connecting, Task.Delay(Look)).ConfigureAwait(false);
            }

            var (socket, failure) = await connecting.ConfigureAwait(false);
            tries++;
            asked = Duration.Min(failure?.RetryAfter ?? Duration.Zero, patience.LongestDelay);
            if (socket is not null)
            {
                lock (gate) current = socket;
                Log.LiveConnected(logger, connection, socket.RequestId);
                return socket;
            }

            if (!failure!.Retryable || tries > patience.Reconnects || (first && tries == 1))
            {
                if (!Lost(failure, failure.Retryable && tries <= patience.Reconnects)) return null;
            }
        }

        return null;
    }

    // Says that a connection is lost; false where none follows.
    private bool Lost(ProviderFailure failure, bool again)
    {
        Log.LiveLost(logger, connection, failure.Kind, failure.Status, failure.Code, failure.RequestId, again);
        DeepgramMeter.ConnectionLost();
        if (!again) Failure = failure;
        listener.Tell(new LiveEvent.Interrupted(Taken, clock.GetCurrentInstant(), failure, again));
        return again;
    }

    // True when all is done: the last text came, or was waited for long enough.
    private async Task<bool> ServeAsync(LiveSocket socket)
    {
        if (!await BeginAsync(socket).ConfigureAwait(false)) return false;
        opened.TrySetResult();
        var closing = false;
        var kept = Stopwatch.StartNew();
        while (!stop.IsCancellationRequested)
        {
            while (outgoing.Reader.TryRead(out var item))
            {
                if (item.Kind == OutgoingKind.Frame) kept.Restart();
                if (!await SendAsync(socket, item).ConfigureAwait(false)) return Done(socket, closing);
            }

            if (Completing && !closing)
            {
                closing = true;
                await socket.SendAsync(CloseStream, WebSocketMessageType.Text).ConfigureAwait(false);
            }

            if (socket.Ended) return Done(socket, closing);
            if (CloseWaited) return true;
            if (!closing && audioWasSent && sinceAudio.Elapsed >= patience.KeepAlive.ToTimeSpan() && kept.Elapsed >= patience.KeepAlive.ToTimeSpan())
            {
                kept.Restart();
                await socket.SendAsync(KeepAlive, WebSocketMessageType.Text).ConfigureAwait(false);
            }

            await outgoing.Reader.WaitToReadAsync().ConfigureAwait(false);
        }

        return true;
    }

    private bool Done(LiveSocket socket, bool closing) => closing && (listener.SaidAll || socket.Failure?.Status == (int)WebSocketCloseStatus.NormalClosure);

    private async ValueTask<bool> SendAsync(LiveSocket socket, Outgoing item)
    {
        switch (item.Kind)
        {
            case OutgoingKind.Frame:
                var sent = await SendFrameAsync(socket, item).ConfigureAwait(false);
                Take(item);
                return sent;
            case OutgoingKind.Pause:
            case OutgoingKind.Flush:
                Take(item);
                flushing = false;
                listener.FlushAt(Taken);
                return await socket.SendAsync(Finalize, WebSocketMessageType.Text).ConfigureAwait(false);
            case OutgoingKind.Change:
                return await socket.SendAsync(LiveWishes.Configure(item.Change!), WebSocketMessageType.Text).ConfigureAwait(false);
            default:
                Take(item);
                return !socket.Ended;
        }
    }

    private ValueTask<bool> SendFrameAsync(LiveSocket socket, Outgoing item)
    {
        var frame = item.Frame.AsMemory(0, item.Length);
        if (entering)
        {
            var entry = head!.Entry(frame.Span);
            if (entry < 0) return new(!socket.Ended);
            (entering, frame) = (false, frame[entry..]);
        }

        audioWasSent = true;
        return socket.SendAsync(frame, WebSocketMessageType.Binary);
    }

    // Counts audio and remembers wishes, whether or not there is a connection.
    private void Take(Outgoing item)
    {
        switch (item.Kind)
        {
            case OutgoingKind.Frame:
                var frame = item.Frame.AsSpan(0, item.Length);
                source?.Given(frame);
                head?.See(frame);
                Interlocked.Add(ref taken, item.Length);
                ArrayPool<byte>.Shared.Return(item.Frame!, clearArray: true);
                paused = false;
                sinceAudio.Restart();
                break;
            case OutgoingKind.Wake:
                waking = 0;
                break;
            case OutgoingKind.Change:
                // Without a connection nobody confirms it; the next one begins with what was confirmed before.
                listener.Confirm(false);
                break;
            case OutgoingKind.Pause:
                paused = true;
                break;
            case OutgoingKind.Flush:
                flushing = true;
                break;
            case OutgoingKind.Complete:
                completingSince = Stopwatch.GetTimestamp();
                break;
        }
    }

    private async ValueTask<bool> BeginAsync(LiveSocket socket)
    {
        audioWasSent = false;
        var given = Interlocked.Read(ref taken);
        if (given == 0)
        {
            socket.Start(Duration.Zero, Hear, Wake);
            return true;
        }

        return timeline.Raw ? await CatchUpAsync(socket, given).ConfigureAwait(false) : await EnterAsync(socket).ConfigureAwait(false);
    }

    // From the last final text on, not from the last audio sent: what lies between was heard by nobody for good.
    private async ValueTask<bool> CatchUpAsync(LiveSocket socket, long given)
    {
        var from = listener.Heard;
        var earliest = Duration.Max(timeline.At(given) - patience.LongestReplay, Duration.Zero);
        TranscriptGap? gap = null;
        if (from < earliest)
        {
            gap = listener.Miss(from, earliest, GapReason.ConnectionLost);
            from = earliest;
        }

        var at = timeline.BytesBefore(from);
        var began = at;
        socket.Start(timeline.At(at), Hear, Wake);
        listener.Tell(new LiveEvent.Resumed(timeline.At(given), clock.GetCurrentInstant(), timeline.At(given) - timeline.At(at), gap));
        var pace = Stopwatch.StartNew();
        var frame = ArrayPool<byte>.Shared.Rent((int)timeline.BytesBefore(ReplayFrame) + timeline.Frame);
        try
        {
            while (true)
            {
                Drain();
                if (at >= Interlocked.Read(ref taken)) break;
                if (CloseWaited || stop.IsCancellationRequested) return true;
                var count = (int)Math.Min(timeline.BytesBefore(ReplayFrame), Interlocked.Read(ref taken) - at);
                var read = await source!.ReadAsync(at, frame.AsMemory(0, count), stop.Token).ConfigureAwait(false);
                // What is not there any more is sent as silence, so that the times after it stay right.
                if (read < count) listener.Miss(timeline.At(at + read), timeline.At(at + count), GapReason.ConnectionLost);
                if (!await socket.SendAsync(frame.AsMemory(0, count), WebSocketMessageType.Binary).ConfigureAwait(false)) return false;
                audioWasSent = true;
                at += count;
                sinceAudio.Restart();
                var due = (timeline.At(at - began) / patience.ReplaySpeed) - Duration.FromTimeSpan(pace.Elapsed);
                if (due > Duration.Zero) await Task.Delay(due.ToTimeSpan(), stop.Token).ConfigureAwait(false);
            }
        }
        finally
        {
            source!.Close();
            ArrayPool<byte>.Shared.Return(frame, clearArray: true);
        }

        return !flushing || await SendAsync(socket, new(OutgoingKind.Flush)).ConfigureAwait(false);
    }

    // A container is entered at its next cluster or page, after its head.
    private async ValueTask<bool> EnterAsync(LiveSocket socket)
    {
        var now = Taken;
        var gap = listener.Miss(listener.Heard, now, GapReason.ConnectionLost);
        socket.Start(now, Hear, Wake);
        listener.Tell(new LiveEvent.Resumed(now, clock.GetCurrentInstant(), Duration.Zero, gap));
        entering = true;
        return await socket.SendAsync(head!.Bytes, WebSocketMessageType.Binary).ConfigureAwait(false);
    }

    private void Hear(LiveSocket socket, ReadOnlyMemory<byte> message)
    {
        if (listener.Hear(message, socket.Offset, connection)) tries = 0;
    }

    // Without audio there is nothing to connect for: the service would hang up again.
    private async Task IdleAsync()
    {
        var before = Interlocked.Read(ref taken);
        var idle = paused || !audioWasSent || sinceAudio.Elapsed >= patience.KeepAlive.ToTimeSpan();
        while (idle && !stop.IsCancellationRequested && !Completing && !flushing && Interlocked.Read(ref taken) == before)
        {
            await outgoing.Reader.WaitToReadAsync().ConfigureAwait(false);
            Drain();
        }
    }

    private async Task DrainForAsync(Duration time)
    {
        var since = Stopwatch.StartNew();
        while (since.Elapsed < time.ToTimeSpan() && !stop.IsCancellationRequested && !CloseWaited)
        {
            Drain();
            await Task.Delay(Look).ConfigureAwait(false);
        }
    }

    private void Drain()
    {
        while (outgoing.Reader.TryRead(out var item)) Take(item);
    }

    private void End()
    {
        timer.Dispose();
        outgoing.Writer.TryComplete();
        while (outgoing.Reader.TryRead(out var item)) Take(item);
        lock (gate) current = null;
        opened.TrySetResult();
        listener.End();
    }
}
