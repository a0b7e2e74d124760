using Clinic.Transcription.Transcripts;

namespace Clinic.Transcription.Drafting;

/// <summary>Whether evidence points at something that was said.</summary>
public static class DraftEvidence
{
    /// <summary>Whether a span lies inside the text of its segment.</summary>
    public static bool IsInside(EvidenceSpan span, IReadOnlyList<TranscriptSegment> segments)
    {
        ArgumentNullException.ThrowIfNull(segments);
        return span.Segment >= 0 && span.Segment < segments.Count && span.Start >= 0 && span.Length > 0
            && span.Start <= segments[span.Segment].Text.Length - span.Length;
    }

    /// <summary>The same draft without evidence that points outside, or at a part that speaks to the machine; what loses all of it is unsupported.</summary>
    public static ReportDraft Kept(ReportDraft draft, Transcript transcript)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(transcript);
        var excluded = draft.Excluded.ToHashSet();
        bool Holds(EvidenceSpan span) => IsInside(span, transcript.Segments) && !excluded.Contains(span.Segment);
        return draft with
        {
            Statements = [.. draft.Statements.Select(s => s with { Evidence = [.. s.Evidence.Where(Holds)] })],
            Entities = [.. draft.Entities.Where(e => Holds(e.Evidence))],
        };
    }
}
