using Clinic.Transcription.Sessions;

namespace Clinic.Transcription.Transcripts;

/// <summary>Says who the voices of a transcript are.</summary>
public sealed record SetSpeakerRoles : TranscriptionCommand<TranscriptAnswer>
{
    /// <inheritdoc/>
    public override string Name => "transcription.set-speaker-roles";

    /// <summary>The session.</summary>
    public required SessionId Session { get; init; }

    /// <summary>The version of the transcript that was read.</summary>
    public required long Version { get; init; }

    /// <summary>Every label that is known; a label left out is unknown.</summary>
    public required IReadOnlyDictionary<string, SpeakerRole> Roles { get; init; }
}
