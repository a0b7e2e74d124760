using Clinic.Transcription.SpeechToText;
using NodaTime;

namespace Clinic.Transcription.Deepgram.Live;

/// <summary>The last few thousand latencies of one kind, and the highest of all.</summary>
internal sealed class LatencySamples
{
    private const int Kept = 4096;

    private readonly long[] samples = new long[Kept];
    private readonly Lock gate = new();
    private int count;
    private long last;
    private long highest;

    public void Add(Duration latency)
    {
        var ticks = Math.Max(0, latency.BclCompatibleTicks);
        lock (gate)
        {
            samples[count++ % Kept] = last = ticks;
            highest = Math.Max(highest, ticks);
        }
    }

    public LatencyFigures Figures()
    {
        lock (gate)
        {
            var sorted = samples.AsSpan(0, Math.Min(count, Kept)).ToArray();
            Array.Sort(sorted);
            return new(count, Of(last), Of(At(sorted, 0.50)), Of(At(sorted, 0.95)), Of(highest));
        }
    }

    private static long At(long[] sorted, double share) => sorted.Length == 0 ? 0 : sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))];

    private static Duration Of(long ticks) => Duration.FromTicks(ticks);
}
