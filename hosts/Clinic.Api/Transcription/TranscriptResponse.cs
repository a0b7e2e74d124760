using Clinic.Transcription.Sessions;
using Clinic.Transcription.Transcripts;

namespace Clinic.Api.Transcription;

/// <summary>What was said in a visit.</summary>
/// <param name="Session">The session.</param>
/// <param name="Version">Name it at the next correction.</param>
/// <param name="Language">The language.</param>
/// <param name="Segments">In the order of speech.</param>
/// <param name="Roles">Who the voices are, by label.</param>
/// <param name="Gaps">Stretches without text.</param>
/// <param name="Corrections">What people changed, in its order.</param>
public sealed record TranscriptResponse(
    SessionId Session, long Version, string Language, IReadOnlyList<TranscriptSegment> Segments, IReadOnlyDictionary<string, SpeakerRole> Roles,
    IReadOnlyList<TranscriptGap> Gaps, IReadOnlyList<TranscriptCorrection> Corrections)
{
    internal static TranscriptResponse Of(SessionId session, OpenedTranscript opened, long? at)
    {
        var shown = opened.At(at ?? opened.Version);
        return new(session, opened.Version, shown.Language, shown.Segments, shown.Roles, shown.Gaps, opened.Corrections);
    }

    /// <summary>The session only; what was said is health data.</summary>
    public override string ToString() => Session.ToString();
}
