using Clinic.Transcription.Sessions;

namespace Clinic.Transcription.Transcripts;

/// <summary>Writes what was really said in one segment; the original stays.</summary>
public sealed record CorrectSegment : TranscriptionCommand<TranscriptAnswer>
{
    /// <inheritdoc/>
    public override string Name => "transcription.correct-segment";

    /// <summary>The session.</summary>
    public required SessionId Session { get; init; }

    /// <summary>The version of the transcript that was read.</summary>
    public required long Version { get; init; }

    /// <summary>The index of the segment.</summary>
    public required int Segment { get; init; }

    /// <summary>What was said; at most 5 000 characters, never in events, notes or logs.</summary>
    public required string Text { get; init; }
}
