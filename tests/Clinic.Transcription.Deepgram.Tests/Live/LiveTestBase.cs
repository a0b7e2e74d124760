using Clinic.Transcription.Audio;
using Clinic.Transcription.Deepgram.Live;
using Clinic.Transcription.Deepgram.Tests.Loopback;
using Clinic.Transcription.SpeechToText;
using Clinic.Transcription.Transcripts;
using NodaTime;

namespace Clinic.Transcription.Deepgram.Tests.Live;

/// <summary>What tests of live text share: impatient settings, audio that says which it is, and what came of it.</summary>
public abstract class LiveTestBase
{
    private protected static readonly AudioFormat Pcm = new("audio/raw", "linear16", 16_000);

    private protected CapturedLog Log { get; } = new();

    private protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    private protected static DeepgramPatience Quick { get; } = new()
    {
        Connect = Duration.FromSeconds(2),
        Open = Duration.FromMilliseconds(800),
        ReconnectDelay = Duration.FromMilliseconds(20),
        Reconnects = 4,
        KeepAlive = Duration.FromSeconds(4),
        Stall = Duration.FromSeconds(5),
        Flush = Duration.FromMilliseconds(600),
        Close = Duration.FromSeconds(4),
    };

    private protected async Task<ILiveTranscription> OpenAsync(ScriptedSocket server, DeepgramPatience? patience = null, AudioFormat? format = null, IAudioReplay? replay = null, Action<DeepgramOptions>? configure = null)
    {
        var options = new DeepgramOptions { ApiKey = "test-key", BaseAddress = server.Address, Patience = patience ?? Quick };
        configure?.Invoke(options);
        return await new DeepgramLiveTranscriber(options, new FakeClock(Instant.FromUtc(2026, 11, 22, 9, 0)), Log).OpenAsync(format ?? Pcm, new SpeechRequest("es"), replay, Ct);
    }

    /// <summary>Gives blocks as fast as a microphone does, or faster.</summary>
    private protected static async Task SpeakAsync(ILiveTranscription live, int from, int to, int millisecondsPerBlock = 5, Action<byte[]>? keep = null)
    {
        for (var i = from; i < to; i++)
        {
            var block = Hearing.Block(i);
            keep?.Invoke(block);
            await live.SendAsync(block, Ct);
            if (millisecondsPerBlock > 0) await Task.Delay(millisecondsPerBlock, Ct);
        }
    }

    private protected static async Task<List<LiveEvent>> AllAsync(ILiveTranscription live)
    {
        var all = new List<LiveEvent>();
        await foreach (var one in live.ReadAllAsync(Ct)) all.Add(one);
        return all;
    }

    /// <summary>The words of all final text, in the order in which they came.</summary>
    private protected static TranscriptWord[] Words(IEnumerable<LiveEvent> events) => [.. events.OfType<LiveEvent.Final>().SelectMany(f => f.Segment.Words)];

    /// <summary>Each word stands where its audio stands in the recording, and none comes twice.</summary>
    private protected static void AssertInPlace(IReadOnlyList<TranscriptWord> words)
    {
        Assert.Equal(words.Select(w => w.Text).Distinct(), words.Select(w => w.Text));
        Assert.All(words, w => Assert.Equal(Number(w) * 100, (int)Math.Round(w.Start.TotalMilliseconds)));
    }

    private protected static int Number(TranscriptWord word) => int.Parse(word.Text[1..], System.Globalization.CultureInfo.InvariantCulture);

    private protected static bool IsIn(TranscriptGap gap, int block) => gap.From < Duration.FromMilliseconds((block + 1) * 100) && gap.To > Duration.FromMilliseconds(block * 100);
}
