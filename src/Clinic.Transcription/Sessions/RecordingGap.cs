using NodaTime;

namespace Clinic.Transcription.Sessions;

/// <summary>A stretch of a visit that was not recorded; it has no content.</summary>
/// <param name="From">When the recording stood still.</param>
/// <param name="To">When it went on or ended; null while it stands still, and where nobody knows.</param>
/// <param name="Reason">Why.</param>
public sealed record RecordingGap(Instant From, Instant? To, RecordingGapReason Reason);
