using Clinic.Transcription.Sessions;

namespace Clinic.Transcription.Transcripts;

/// <summary>The version of a transcript after a command.</summary>
/// <param name="Session">The session.</param>
/// <param name="Version">1 and the corrections.</param>
public sealed record TranscriptAnswer(SessionId Session, long Version);
