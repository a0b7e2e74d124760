using NodaTime;

namespace Clinic.Transcription.Transcripts;

/// <summary>A stretch of the recording without text, and why.</summary>
/// <param name="From">From the beginning of the recording.</param>
/// <param name="To">After <paramref name="From"/>.</param>
/// <param name="Reason">What happened there.</param>
public sealed record TranscriptGap(Duration From, Duration To, GapReason Reason);
