using Clinic.Transcription.SpeechToText;
using NodaTime;

namespace Clinic.Transcription.Live;

/// <summary>Cuts what is recorded into frames for an engine, each byte once and in order, and reads again what is missing.</summary>
internal sealed class LiveFrames
{
    private readonly LiveEngine engine;
    private readonly int most;
    private readonly int least;
    private readonly byte[] rest;
    private long given;
    private int held;

    public LiveFrames(LiveEngine engine, long start)
    {
        this.engine = engine;
        // Whole samples only: a hearing that begins in the middle of one begins with the next.
        given = (start + engine.FrameBytes - 1) / engine.FrameBytes * engine.FrameBytes;
        most = Math.Max(engine.FrameBytes, engine.SampleRate / 10 * engine.FrameBytes);
        least = engine.SampleRate / 50 * engine.FrameBytes;
        rest = new byte[most];
        Start = engine.At(given);
    }

    /// <summary>Where the engine began to hear.</summary>
    public Duration Start { get; }

    private long Next => given + held;

    public async Task GiveAsync(ILiveTranscription heard, LivePiece piece, CancellationToken ct)
    {
        if (piece.Offset > Next) await CatchUpAsync(heard, piece.Offset, ct).ConfigureAwait(false);
        var skip = Next - piece.Offset;
        // What came before, or what could not be read again, is left to the whole transcription.
        if (skip < 0 || skip >= piece.Bytes.Length) return;
        await TakeAsync(heard, piece.Bytes[(int)skip..], ct).ConfigureAwait(false);
    }

    /// <summary>Gives everything that the recording holds beyond what was given.</summary>
    public async Task GiveRestAsync(ILiveTranscription heard, CancellationToken ct)
    {
        await CatchUpAsync(heard, long.MaxValue, ct).ConfigureAwait(false);
        var whole = held / engine.FrameBytes * engine.FrameBytes;
        if (whole < least) return;
        await heard.SendAsync(rest.AsMemory(0, whole), ct).ConfigureAwait(false);
        (given, held) = (given + whole, 0);
    }

    private async Task CatchUpAsync(ILiveTranscription heard, long until, CancellationToken ct)
    {
        try
        {
            var stream = await engine.Replay.OpenFromAsync(engine.At(given), ct).ConfigureAwait(false);
            await using (stream.ConfigureAwait(false))
            {
                held = 0;
                var part = new byte[most];
                while (Next < until)
                {
                    var read = await stream.ReadAsync(part.AsMemory(0, (int)Math.Min(part.Length, until - Next)), ct).ConfigureAwait(false);
                    if (read == 0) return;
                    await TakeAsync(heard, part.AsMemory(0, read), ct).ConfigureAwait(false);
                }
            }
        }
        catch (TranscriptionException)
        {
            // The recording is gone, as after a withdrawal: there is nothing to catch up with.
        }
    }

    private async Task TakeAsync(ILiveTranscription heard, ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        while (!bytes.IsEmpty)
        {
            var taken = Math.Min(most - held, bytes.Length);
            bytes[..taken].CopyTo(rest.AsMemory(held));
            held += taken;
            bytes = bytes[taken..];
            if (held < most) return;
            await heard.SendAsync(rest.AsMemory(0, held), ct).ConfigureAwait(false);
            (given, held) = (given + held, 0);
        }
    }
}
