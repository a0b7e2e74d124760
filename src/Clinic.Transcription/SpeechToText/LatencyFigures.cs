using NodaTime;

namespace Clinic.Transcription.SpeechToText;

/// <summary>Figures over the samples of one live transcription.</summary>
public sealed record LatencyFigures(int Samples, Duration Last, Duration P50, Duration P95, Duration Max);
