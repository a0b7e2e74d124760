using Clinic.Transcription.Consents;
using Clinic.Transcription.Sessions;
using NodaTime;

namespace Clinic.Transcription.Retention;

/// <summary>One session whose texts and audio were erased, or of which scopes were taken back, as it is kept outside of the database; ids and codes only.</summary>
/// <param name="Session">The session.</param>
/// <param name="Status">How it ended, or how far it was.</param>
/// <param name="At">When it was noted.</param>
public sealed record ErasureEntry(SessionId Session, SessionStatus Status, Instant At)
{
    /// <summary>The decision that took scopes back while the session went on; null where the session ended.</summary>
    public ConsentDecisionId? Decision { get; init; }

    /// <summary>What that decision took back, and with it what had come of it.</summary>
    public ConsentScope Scopes { get; init; }

    /// <summary>Who took the consent back; null where nobody did.</summary>
    public ConsentGiver? Giver { get; init; }

    /// <summary>How it was taken back; null where nobody did.</summary>
    public ConsentManner? Manner { get; init; }
}
