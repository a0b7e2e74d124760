using Clinic.Transcription.Rights;

namespace Clinic.Transcription.Sessions;

/// <summary>A command about one stored session.</summary>
public abstract record SessionCommand : TranscriptionCommand<SessionAnswer>
{
    /// <summary>The session.</summary>
    public required SessionId Session { get; init; }

    /// <summary>The version the caller read; null to act on whatever is stored.</summary>
    public long? Version { get; init; }

    /// <summary>What the audit and events call it, such as <c>recording-started</c>.</summary>
    internal abstract string Done { get; }

    /// <summary>Why, for the audit; null where the act says it all.</summary>
    internal virtual string? Why => null;

    internal abstract TranscriptionAct Act { get; }

    internal virtual SessionPart Part => SessionPart.Participants;
}
