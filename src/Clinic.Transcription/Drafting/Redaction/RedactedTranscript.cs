using Clinic.Transcription.Transcripts;

namespace Clinic.Transcription.Drafting.Redaction;

/// <summary>A transcript without what points at the patient, with the way back; only <see cref="Transcript"/> leaves the machine.</summary>
public sealed class RedactedTranscript
{
    private readonly Transcript original;
    private readonly IReadOnlyList<IReadOnlyList<Placeholder>> taken;
    private readonly IReadOnlyDictionary<string, string> meanings;

    internal RedactedTranscript(Transcript original, Transcript redacted, IReadOnlyList<IReadOnlyList<Placeholder>> taken, IReadOnlyDictionary<string, string> meanings)
    {
        this.original = original;
        this.taken = taken;
        this.meanings = meanings;
        Transcript = redacted;
    }

    /// <summary>What may leave.</summary>
    public Transcript Transcript { get; }

    /// <summary>How many different things were taken out.</summary>
    public int Count => meanings.Count;

    /// <summary>The draft with the patient's own words again, its evidence pointing into the original.</summary>
    public ReportDraft Restore(ReportDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return draft with
        {
            Statements = [.. draft.Statements.Select(s => s with { Text = Restore(s.Text), Evidence = [.. s.Evidence.Select(Restore)] })],
            Entities = [.. draft.Entities.Select(e => e with { Text = Restore(e.Text), Evidence = Restore(e.Evidence) })],
        };
    }

    /// <summary>A text with what the placeholders stand for.</summary>
    public string Restore(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return meanings.Aggregate(text, (t, m) => t.Replace(m.Key, m.Value, StringComparison.Ordinal));
    }

    /// <summary>The type only; what was said is health data.</summary>
    public override string ToString() => nameof(RedactedTranscript);

    // Evidence that points outside of everything stays as it is, so that its check finds it.
    private EvidenceSpan Restore(EvidenceSpan span)
    {
        if (!DraftEvidence.IsInside(span, Transcript.Segments)) return span;
        var start = Original(span.Segment, span.Start, atEnd: false);
        var end = Math.Min(Original(span.Segment, span.Start + span.Length, atEnd: true), original.Segments[span.Segment].Text.Length);
        return new(span.Segment, start, Math.Max(1, end - start));
    }

    private int Original(int segment, int at, bool atEnd)
    {
        var shift = 0;
        foreach (var p in taken[segment])
        {
            if (at <= p.Start) break;
            if (at < p.Start + p.Name.Length) return atEnd ? p.OriginalStart + p.OriginalLength : p.OriginalStart;
            shift = p.OriginalStart + p.OriginalLength - p.Start - p.Name.Length;
        }

        return at + shift;
    }
}
