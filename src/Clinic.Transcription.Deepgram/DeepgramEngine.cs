using Clinic.Transcription.SpeechToText;

namespace Clinic.Transcription.Deepgram;

/// <summary>What both adapters say about themselves.</summary>
internal static class DeepgramEngine
{
    public const string Name = "deepgram";

    public static EngineCapabilities Capabilities(DeepgramOptions options, bool live) =>
        new(SendsOutside: !options.BaseAddress.IsLoopback, options.RegionOrDefault) { Live = live, Diarization = true, Words = true, KeepsData = !options.MipOptOut };
}
