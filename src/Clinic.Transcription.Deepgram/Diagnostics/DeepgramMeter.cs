using System.Diagnostics.Metrics;
using NodaTime;

namespace Clinic.Transcription.Deepgram.Diagnostics;

/// <summary>Figures of the adapters, without a word of a visit: no tags but whether text was final.</summary>
internal static class DeepgramMeter
{
    private static readonly Meter Meter = new("Clinic.Transcription.Deepgram");

    private static readonly Histogram<double> Latency = Meter.CreateHistogram<double>("clinic.transcription.live.latency", "s", "How far live text was behind the audio.");

    private static readonly Counter<long> Lost = Meter.CreateCounter<long>("clinic.transcription.live.lost", description: "Live connections that were lost.");

    public static void Behind(Duration latency, bool final) => Latency.Record(latency.TotalSeconds, new KeyValuePair<string, object?>("final", final));

    public static void ConnectionLost() => Lost.Add(1);
}
