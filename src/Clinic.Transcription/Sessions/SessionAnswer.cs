namespace Clinic.Transcription.Sessions;

/// <summary>Where a session stands after a command.</summary>
/// <param name="Session">The session.</param>
/// <param name="Status">Its status.</param>
/// <param name="Version">Its version.</param>
public sealed record SessionAnswer(SessionId Session, SessionStatus Status, long Version);
