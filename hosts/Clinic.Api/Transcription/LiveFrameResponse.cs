using Clinic.Transcription.Live;
using Clinic.Transcription.Sessions;
using Clinic.Transcription.SpeechToText;
using Clinic.Transcription.Transcripts;
using NodaTime;

namespace Clinic.Api.Transcription;

/// <summary>The data of an event of a running session; its name is the kind of the frame.</summary>
/// <param name="At">When it was known.</param>
/// <param name="Status">How far the session is.</param>
/// <param name="Version">The version of the session.</param>
/// <param name="Position">The place in the recording.</param>
/// <param name="Segments">What was heard.</param>
/// <param name="Gaps">What the engine missed, to be filled in from the whole recording.</param>
/// <param name="Failure">Why the engine is away.</param>
/// <param name="WillReconnect">Whether it comes back by itself.</param>
/// <param name="Behind">How far the text is behind.</param>
public sealed record LiveFrameResponse(
    Instant At, SessionStatus? Status, long? Version, Duration? Position, IReadOnlyList<TranscriptSegment> Segments, IReadOnlyList<TranscriptGap> Gaps, FailureKind? Failure, bool? WillReconnect, Duration? Behind)
{
    internal static LiveFrameResponse Of(LiveFrame f) => new(f.At, f.Status, f.Version, f.Position, f.Segments, f.Gaps, f.Failure, f.WillReconnect, f.Behind);

    /// <summary>The time only; what was said is health data.</summary>
    public override string ToString() => At.ToString();
}
