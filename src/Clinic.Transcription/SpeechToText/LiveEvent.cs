using Clinic.Transcription.Transcripts;
using NodaTime;

namespace Clinic.Transcription.SpeechToText;

/// <summary>Something that a live transcription tells.</summary>
/// <param name="Position">The place in the recording, from its beginning.</param>
/// <param name="At">When it was known here.</param>
public abstract record LiveEvent(Duration Position, Instant At)
{
    /// <summary>Text of a stretch that may still change; replaces the one before with the same start.</summary>
    public sealed record Interim(Duration Position, Instant At, TranscriptSegment Segment) : LiveEvent(Position, At)
    {
        /// <inheritdoc/>
        public override string ToString() => nameof(Interim);
    }

    /// <summary>Text of a stretch that will not change again.</summary>
    public sealed record Final(Duration Position, Instant At, TranscriptSegment Segment, bool EndOfSpeech) : LiveEvent(Position, At)
    {
        /// <inheritdoc/>
        public override string ToString() => nameof(Final);
    }

    /// <summary>Somebody begins to speak.</summary>
    public sealed record SpeechStarted(Duration Position, Instant At) : LiveEvent(Position, At);

    /// <summary>Somebody has finished.</summary>
    public sealed record UtteranceEnded(Duration Position, Instant At) : LiveEvent(Position, At);

    /// <summary>A term that was looked for was heard.</summary>
    public sealed record Found(Duration Position, Instant At, SpeechHit Hit) : LiveEvent(Position, At)
    {
        /// <inheritdoc/>
        public override string ToString() => nameof(Found);
    }

    /// <summary>The connection was lost; the recording goes on.</summary>
    public sealed record Interrupted(Duration Position, Instant At, ProviderFailure Failure, bool WillReconnect) : LiveEvent(Position, At);

    /// <summary>Connected again; what was recorded meanwhile is caught up with, or listed as a gap.</summary>
    public sealed record Resumed(Duration Position, Instant At, Duration Replayed, TranscriptGap? Gap) : LiveEvent(Position, At);

    /// <summary>The text is further behind than the clinic wants.</summary>
    public sealed record Lagging(Duration Position, Instant At, Duration Behind) : LiveEvent(Position, At);
}
