using Clinic.Transcription.Sessions;

namespace Clinic.Transcription.Importing;

/// <summary>Brings the transcript of a session: a file that was made elsewhere, or what somebody types.</summary>
public sealed record BringTranscript : TranscriptionCommand<SessionAnswer>
{
    /// <inheritdoc/>
    public override string Name => "transcription.bring-transcript";

    /// <summary>The session.</summary>
    public required SessionId Session { get; init; }

    /// <summary>The version the caller read; null to act on whatever is stored.</summary>
    public long? Version { get; init; }

    /// <summary>Whether somebody typed it; then text without voices is allowed, and it must say something.</summary>
    public bool IsTyped { get; init; }

    /// <summary>JSON, SRT, WebVTT or dialogue; never in events, notes or logs.</summary>
    public required string Content { get; init; }
}
