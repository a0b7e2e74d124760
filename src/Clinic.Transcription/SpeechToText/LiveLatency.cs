
namespace Clinic.Transcription.SpeechToText;

/// <summary>How far the text was behind the audio: audio given minus text received, interim and final apart.</summary>
/// <param name="Interim">Of text that may change: what people see.</param>
/// <param name="Final">Of text that will not change.</param>
public sealed record LiveLatency(LatencyFigures Interim, LatencyFigures Final);
