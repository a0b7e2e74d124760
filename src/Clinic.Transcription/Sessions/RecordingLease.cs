using NodaTime;

namespace Clinic.Transcription.Sessions;

/// <summary>Which recorder writes, and until when it is believed to live.</summary>
/// <param name="Owner">The recorder's own name, such as an id of the page; at most 100 characters.</param>
/// <param name="Until">Without a sign of life before then the recording counts as lost.</param>
public sealed record RecordingLease(string Owner, Instant Until);
