using Clinic.Transcription.Transcripts;

namespace Clinic.Transcription.Drafting;

/// <summary>Moves evidence from one version of a transcript to the present one, correction by correction; pure.</summary>
internal sealed class EvidenceMoves
{
    private readonly Dictionary<int, List<WordPlaces>> steps = [];

    /// <summary>What was corrected from a version on.</summary>
    public EvidenceMoves(OpenedTranscript words, long from)
    {
        var text = words.At(from);
        foreach (var correction in words.Corrections.Skip((int)(from - 1)))
        {
            var next = OpenedTranscript.Corrected(text, [correction]);
            IsReplaced |= correction.Heard is not null;
            if (correction is { Segment: { } at, Text: not null } && at >= 0 && at < text.Segments.Count && text.Segments[at].Text != next.Segments[at].Text)
            {
                if (!steps.TryGetValue(at, out var places)) steps[at] = places = [];
                places.Add(new(text.Segments[at].Text, next.Segments[at].Text));
            }

            text = next;
        }
    }

    /// <summary>Whether all of the text is another one, heard anew: nothing that was cited is said to stand in it.</summary>
    public bool IsReplaced { get; }

    /// <summary>Whether anything of a segment was corrected.</summary>
    public bool IsCorrected(int segment) => IsReplaced || steps.ContainsKey(segment);

    /// <summary>Where the words of a stretch are now; a length of 0 where none of them is left.</summary>
    public EvidenceSpan Of(EvidenceSpan span) => Read(span).Span;

    /// <summary>The same, and whether every word reads as it did.</summary>
    public (EvidenceSpan Span, bool IsSame) Read(EvidenceSpan span)
    {
        if (IsReplaced) return (new(span.Segment, span.Start, 0), false);
        if (!steps.TryGetValue(span.Segment, out var corrected)) return (span, true);
        var same = true;
        foreach (var places in corrected)
        {
            var (start, length, unchanged) = span.Length > 0 && span.Start >= 0 ? places.Map(span.Start, span.Length) : (span.Start, 0, false);
            (span, same) = (new(span.Segment, start, length), same && unchanged);
        }

        return (span, same);
    }
}
