using Clinic.Transcription.Transcripts;
using NodaTime;

namespace Clinic.Transcription.SpeechToText;

/// <summary>How a live transcription ended.</summary>
/// <param name="Clean">Whether the engine said that all was heard.</param>
/// <param name="Sent">How much audio was given.</param>
/// <param name="Heard">Up to where text is final.</param>
/// <param name="Gaps">Stretches to be filled in from the whole recording.</param>
public sealed record LiveEnd(bool Clean, Duration Sent, Duration Heard, IReadOnlyList<TranscriptGap> Gaps);
