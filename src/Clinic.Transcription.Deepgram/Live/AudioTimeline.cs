using System.Diagnostics;
using Clinic.Transcription.Audio;
using NodaTime;

namespace Clinic.Transcription.Deepgram.Live;

/// <summary>How much time bytes are: counted where samples are raw, otherwise as long as it took to give them.</summary>
internal sealed class AudioTimeline
{
    private readonly int bytesPerSecond;
    private readonly Stopwatch given = new();

    public AudioTimeline(AudioFormat format)
    {
        Frame = format.Encoding switch
        {
            "linear16" => 2 * format.Channels,
            "linear32" => 4 * format.Channels,
            "mulaw" or "alaw" => format.Channels,
            _ => 0,
        };
        bytesPerSecond = Frame * (format.SampleRate ?? 0);
    }

    /// <summary>Whether bytes can be entered anywhere and counted as time.</summary>
    public bool Raw => bytesPerSecond > 0;

    /// <summary>The bytes of one sample of all channels; 0 where it is not raw.</summary>
    public int Frame { get; }

    public void Give() => given.Start();

    public void Pause() => given.Stop();

    public Duration At(long bytes) => Raw ? Duration.FromTicks((long)((Int128)bytes * NodaConstants.TicksPerSecond / bytesPerSecond)) : Duration.FromTimeSpan(given.Elapsed);

    /// <summary>The whole samples before a time.</summary>
    public long BytesBefore(Duration time) => (long)((Int128)time.BclCompatibleTicks * bytesPerSecond / NodaConstants.TicksPerSecond) / Frame * Frame;
}
