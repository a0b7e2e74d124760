using Clinic.Transcription.Sessions;

namespace Clinic.Transcription.Work;

/// <summary>The content of the event about work that was given up.</summary>
/// <param name="Item">The piece.</param>
/// <param name="Kind">Which step.</param>
/// <param name="Session">The session.</param>
/// <param name="Failure">The kind of the last failure.</param>
/// <param name="Attempts">How often it was tried.</param>
public sealed record WorkHappening(WorkItemId Item, string Kind, SessionId Session, string? Failure, int Attempts);
