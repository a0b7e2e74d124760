using Clinic.Transcription.Sessions;
using Clinic.Transcription.SpeechToText;
using Clinic.Transcription.Transcripts;
using NodaTime;

namespace Clinic.Transcription.Live;

/// <summary>What listeners of a running session are told at one moment.</summary>
/// <param name="Number">1 upwards while somebody listens or an engine hears.</param>
/// <param name="Kind">What it tells.</param>
/// <param name="At">When it was known here.</param>
public sealed record LiveFrame(long Number, LiveFrameKind Kind, Instant At)
{
    /// <summary>How far the session is, of a snapshot or a state.</summary>
    public SessionStatus? Status { get; init; }

    /// <summary>The version of the session, of a snapshot or a state.</summary>
    public long? Version { get; init; }

    /// <summary>The place in the recording that it is about.</summary>
    public Duration? Position { get; init; }

    /// <summary>What was heard: of a snapshot all that is kept, else one.</summary>
    public IReadOnlyList<TranscriptSegment> Segments { get; init; } = [];

    /// <summary>Stretches that the engine missed, to be filled in from the whole recording: of a snapshot and of the end all, else the new one.</summary>
    public IReadOnlyList<TranscriptGap> Gaps { get; init; } = [];

    /// <summary>Why the engine is away.</summary>
    public FailureKind? Failure { get; init; }

    /// <summary>Whether it comes back by itself.</summary>
    public bool? WillReconnect { get; init; }

    /// <summary>How far the text is behind.</summary>
    public Duration? Behind { get; init; }

    /// <summary>The number and kind only; what was said is health data.</summary>
    public override string ToString() => FormattableString.Invariant($"{Kind} {Number}");
}
