using System.Text.Json;
using System.Threading.Channels;
using Clinic.Transcription.Deepgram.Diagnostics;
using Clinic.Transcription.Deepgram.Protocol;
using Clinic.Transcription.SpeechToText;
using Clinic.Transcription.Transcripts;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Clinic.Transcription.Deepgram.Live;

/// <summary>Reads messages and tells events; knows how far text is, and how far behind.</summary>
internal sealed class LiveListener(Func<Duration> given, Duration laggingAfter, IClock clock, ILogger logger)
{
    private readonly Channel<LiveEvent> events = Channel.CreateUnbounded<LiveEvent>();
    private readonly LiveText text = new();
    private readonly LatencySamples interims = new();
    private readonly LatencySamples finals = new();
    private readonly List<TranscriptGap> gaps = [];
    private readonly Lock gate = new();
    private TaskCompletionSource? flush;
    private Duration? flushAt;
    private bool lagging;
    private TaskCompletionSource<bool>? changing;
    private LiveChange? wanted;
    private string? error;

    public ChannelReader<LiveEvent> Events => events.Reader;

    public Duration Heard => text.Heard;

    /// <summary>Whether the service said that everything was heard.</summary>
    public bool SaidAll { get; private set; }

    /// <summary>What the service has confirmed to do otherwise; a new connection begins with it.</summary>
    public LiveChange? Change { get; private set; }

    public LiveLatency Latency => new(interims.Figures(), finals.Figures());

    public IReadOnlyList<TranscriptGap> Gaps
    {
        get
        {
            lock (gate) return [.. gaps];
        }
    }

    public void Tell(LiveEvent one) => events.Writer.TryWrite(one);

    public TranscriptGap? Miss(Duration from, Duration to, GapReason reason)
    {
        if (to <= from) return null;
        lock (gate)
        {
            var joins = gaps.Count > 0 && gaps[^1].To == from && gaps[^1].Reason == reason;
            var gap = new TranscriptGap(joins ? gaps[^1].From : from, to, reason);
            if (joins) gaps[^1] = gap;
            else gaps.Add(gap);
            return gap;
        }
    }

    /// <summary>A task that is done when the text of all audio so far came.</summary>
    public Task Flushed()
    {
        lock (gate)
        {
            flushAt = null;
            return (flush ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }
    }

    public void FlushAt(Duration position)
    {
        lock (gate) flushAt = position;
    }

    /// <summary>A task that says whether the service confirmed a change; a change that is still open is given up.</summary>
    public Task<bool> Changed(LiveChange change)
    {
        lock (gate)
        {
            changing?.TrySetResult(false);
            (wanted, changing) = (change, new(TaskCreationOptions.RunContinuationsAsynchronously));
            return changing.Task;
        }
    }

    /// <summary>The answer to a change; ignored where none is open.</summary>
    public void Confirm(bool done)
    {
        lock (gate)
        {
            if (changing is null) return;
            if (done) Change = new() { KeyTerms = wanted!.KeyTerms ?? Change?.KeyTerms, Numerals = wanted.Numerals ?? Change?.Numerals };
            changing.TrySetResult(done);
            (changing, wanted) = (null, null);
        }
    }

    /// <summary>The code of an error that the service told before it hung up, once.</summary>
    public string? TakeError() => Interlocked.Exchange(ref error, null);

    /// <summary>Reads a message; true where it is text of the recording.</summary>
    public bool Hear(ReadOnlyMemory<byte> message, Duration offset, int connection)
    {
        try
        {
            using var document = JsonDocument.Parse(message);
            return Hear(document.RootElement, offset, connection);
        }
        catch (JsonException)
        {
            Log.LiveUnreadable(logger);
            return false;
        }
    }

    public void End()
    {
        Confirm(false);
        lock (gate) flush?.TrySetResult();
        events.Writer.TryComplete();
    }

    private bool Hear(JsonElement message, Duration offset, int connection)
    {
        var now = clock.GetCurrentInstant();
        switch (message.Text("type"))
        {
            case "Results":
                Result(message, offset, connection, now);
                return true;
            case "SpeechStarted" when message.Seconds("timestamp") is { } started:
                Tell(new LiveEvent.SpeechStarted(offset + started, now));
                break;
            case "UtteranceEnd" when message.Seconds("last_word_end") is { } last:
                Tell(new LiveEvent.UtteranceEnded(offset + last, now));
                break;
            case "Metadata":
                SaidAll = true;
                break;
            case "ConfigureSuccess":
                Confirm(true);
                break;
            case "ConfigureFailure":
                Confirm(false);
                break;
            case "Error":
                error = DeepgramFailures.Word(message.Text("variant"));
                break;
        }

        return false;
    }

    private void Result(JsonElement message, Duration offset, int connection, Instant now)
    {
        var before = Heard;
        var heard = text.Read(message, offset, connection, now, out var end);
        foreach (var one in heard) Tell(one);
        var final = message.Is("is_final");
        if (final) TellHits(message, offset, before, now);
        Measure(given() - end, final, end, now);
        if (!final) return;
        lock (gate)
        {
            if (flush is null || !(message.Is("from_finalize") || Heard >= flushAt)) return;
            flush.TrySetResult();
            flush = null;
        }
    }

    // Once each: neither while text may change nor when audio is caught up with.
    private void TellHits(JsonElement message, Duration offset, Duration before, Instant now)
    {
        foreach (var hit in DeepgramHits.Of(message.Find("channel") ?? default, offset).Where(h => h.End > before)) Tell(new LiveEvent.Found(hit.Start, now, hit));
    }

    private void Measure(Duration behind, bool final, Duration end, Instant now)
    {
        (final ? finals : interims).Add(behind);
        DeepgramMeter.Behind(Duration.Max(behind, Duration.Zero), final);
        // Finals wait for the end of a sentence; what people see is interim.
        if (final) return;
        if (behind > laggingAfter && !lagging) Tell(new LiveEvent.Lagging(end, now, behind));
        lagging = behind > laggingAfter;
    }
}
