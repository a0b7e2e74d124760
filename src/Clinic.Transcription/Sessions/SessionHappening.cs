using Clinic.Abstractions;

namespace Clinic.Transcription.Sessions;

/// <summary>The content of events about a session: ids and words only.</summary>
/// <param name="Session">The session.</param>
/// <param name="Site">Its site.</param>
/// <param name="Physician">Who answers for it.</param>
/// <param name="What">What happened, such as <c>recording-started</c>.</param>
/// <param name="Status">Its status now.</param>
/// <param name="Version">Its version now.</param>
public sealed record SessionHappening(SessionId Session, SiteId Site, PersonId Physician, string What, SessionStatus Status, long Version);
