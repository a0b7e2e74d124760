namespace Clinic.Transcription.Transcripts;

/// <summary>What was said in a visit, by whom, with what is missing.</summary>
/// <param name="Language">BCP 47, such as <c>es</c> or <c>en</c>.</param>
/// <param name="Segments">In the order of speech; the index of each is its place.</param>
public sealed record Transcript(string Language, IReadOnlyList<TranscriptSegment> Segments)
{
    /// <summary>Who the labels are; a label without an entry is unknown.</summary>
    public IReadOnlyDictionary<string, SpeakerRole> Roles { get; init; } = new Dictionary<string, SpeakerRole>(StringComparer.Ordinal);

    /// <summary>Stretches without text; empty where all was heard.</summary>
    public IReadOnlyList<TranscriptGap> Gaps { get; init; } = [];

    /// <summary>Whether one person dictated it; then every sentence is content and stands in the section named.</summary>
    public bool IsDictated { get; init; }

    /// <summary>Who spoke a segment.</summary>
    public SpeakerRole RoleOf(TranscriptSegment segment)
    {
        ArgumentNullException.ThrowIfNull(segment);
        return segment.Speaker is { } label && Roles.TryGetValue(label, out var role) ? role : SpeakerRole.Unknown;
    }

    /// <summary>The type only; what was said is health data.</summary>
    public override string ToString() => nameof(Transcript);
}
