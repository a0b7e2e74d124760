using System.Buffers;
using System.Threading.Channels;
using Clinic.Transcription.Audio;
using Clinic.Transcription.Deepgram.Protocol;
using Clinic.Transcription.SpeechToText;
using Clinic.Transcription.Transcripts;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Clinic.Transcription.Deepgram.Live;

/// <summary>One recording that Deepgram hears while it is made.</summary>
internal sealed class DeepgramLiveTranscription : ILiveTranscription
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    private readonly DeepgramOptions options;
    private readonly SpeechRequest request;
    private readonly DeepgramPatience patience;
    private readonly AudioTimeline timeline;
    private readonly LiveListener listener;
    private readonly LivePump pump;
    private readonly Task running;
    private long given;
    private bool completed;
    private bool disposed;

    public DeepgramLiveTranscription(SpeechRequest request, DeepgramOptions options, AudioFormat format, IAudioReplay? replay, IClock clock, ILogger logger)
    {
        (this.options, this.request, patience) = (options, request, options.Patience);
        timeline = new AudioTimeline(format);
        listener = new LiveListener(() => timeline.At(Interlocked.Read(ref given)), patience.LaggingAfter, clock, logger);
        pump = new LivePump(change => DeepgramQuery.Live(options, format, request, change), options, format, replay, listener, timeline, clock, logger);
        running = Task.Run(pump.RunAsync);
    }

    public LiveLatency Latency => listener.Latency;

    /// <summary>Done when the first connection stands, or never will.</summary>
    public Task Opened => pump.Opened;

    public ProviderFailure? Failure => pump.Failure;

    public ValueTask SendAsync(ReadOnlyMemory<byte> frame, CancellationToken cancellationToken)
    {
        ThrowIfOver();
        // An empty frame would end the stream.
        if (frame.IsEmpty) return ValueTask.CompletedTask;
        timeline.Give();
        var rented = ArrayPool<byte>.Shared.Rent(frame.Length);
        frame.CopyTo(rented);
        Interlocked.Add(ref given, frame.Length);
        var item = new Outgoing(OutgoingKind.Frame, rented, frame.Length);
        return pump.Outgoing.TryWrite(item) ? ValueTask.CompletedTask : WaitAsync(item, cancellationToken);
    }

    public async ValueTask PauseAsync(CancellationToken cancellationToken)
    {
        ThrowIfOver();
        timeline.Pause();
        await WaitAsync(new(OutgoingKind.Pause), cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        ThrowIfOver();
        var flushed = listener.Flushed();
        await WaitAsync(new(OutgoingKind.Flush), cancellationToken).ConfigureAwait(false);
        // The service does not promise an answer, so the wait has an end.
        await Task.WhenAny(flushed, Task.Delay(patience.Flush.ToTimeSpan(), cancellationToken)).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
    }

    public async Task<bool> ChangeAsync(LiveChange change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        ThrowIfOver();
        DeepgramQuery.Check(options, request, change);
        var confirmed = listener.Changed(change);
        await WaitAsync(new(OutgoingKind.Change) { Change = change }, cancellationToken).ConfigureAwait(false);
        // Before an answer was promised a list that was too long ended the text without a word, so the wait has an end.
        await Task.WhenAny(confirmed, Task.Delay(patience.Flush.ToTimeSpan(), cancellationToken)).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        return confirmed.IsCompletedSuccessfully && await confirmed.ConfigureAwait(false);
    }

    public async Task<LiveEnd> CompleteAsync(CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        if (!completed)
        {
            completed = true;
            timeline.Pause();
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(patience.Close.ToTimeSpan() + Grace);
            try
            {
                await pump.Outgoing.WriteAsync(new(OutgoingKind.Complete), limit.Token).ConfigureAwait(false);
                await running.WaitAsync(limit.Token).ConfigureAwait(false);
            }
            catch (ChannelClosedException)
            {
                // It ended by itself before.
            }
            catch (OperationCanceledException)
            {
                pump.Stop();
                await running.ConfigureAwait(false);
                cancellationToken.ThrowIfCancellationRequested();
            }
        }

        await running.ConfigureAwait(false);
        return End();
    }

    public IAsyncEnumerable<LiveEvent> ReadAllAsync(CancellationToken cancellationToken) => listener.Events.ReadAllAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (disposed) return;
        disposed = true;
        pump.Stop();
        await Task.WhenAny(running, Task.Delay(patience.Close.ToTimeSpan())).ConfigureAwait(false);
        if (running.IsCompleted) pump.Dispose();
    }

    private LiveEnd End()
    {
        var sent = timeline.At(Interlocked.Read(ref given));
        var clean = listener.SaidAll && pump.Failure is null;
        // Without the service's word, what has no final text counts as not heard.
        if (!clean) listener.Miss(listener.Heard, sent, GapReason.ConnectionLost);
        return new(clean, sent, listener.Heard, listener.Gaps);
    }

    private async ValueTask WaitAsync(Outgoing item, CancellationToken ct)
    {
        try
        {
            await pump.Outgoing.WriteAsync(item, ct).ConfigureAwait(false);
        }
        catch (ChannelClosedException)
        {
            Return(item);
            throw Over();
        }
        catch (OperationCanceledException)
        {
            Return(item);
            Interlocked.Add(ref given, -item.Length);
            throw;
        }
    }

    private static void Return(Outgoing item)
    {
        if (item.Frame is { } frame) ArrayPool<byte>.Shared.Return(frame, clearArray: true);
    }

    private void ThrowIfOver()
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        if (pump.Failure is not null) throw Over();
        if (completed) throw new InvalidOperationException("The transcription was completed.");
    }

    private Exception Over() =>
        pump.Failure is { } failure ? new ProviderException(DeepgramEngine.Name, failure) : new InvalidOperationException("The transcription has ended.");
}
