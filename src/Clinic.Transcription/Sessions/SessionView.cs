using Clinic.Transcription.Work;

namespace Clinic.Transcription.Sessions;

/// <summary>A session as it is shown, without a word of what was said.</summary>
/// <param name="Session">The session.</param>
/// <param name="WaitsFor">Why no engine listens although the recording is closed, or is to be heard again; null where nothing is missing.</param>
/// <param name="MayRead">Whether the one who asks may read its transcript.</param>
public sealed record SessionView(SessionSnapshot Session, EngineWait? WaitsFor, bool MayRead);
