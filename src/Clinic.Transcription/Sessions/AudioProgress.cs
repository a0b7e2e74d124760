namespace Clinic.Transcription.Sessions;

/// <summary>How much of the audio of a session is safe.</summary>
/// <param name="Session">The session.</param>
/// <param name="Status">How far it is.</param>
/// <param name="Audio">Whether there is audio, and whether it is open.</param>
/// <param name="SafeBytes">So many lie on the disk; the next chunk begins there.</param>
public sealed record AudioProgress(SessionId Session, SessionStatus Status, AudioPresence Audio, long SafeBytes);
