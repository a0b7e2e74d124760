using Clinic.Transcription.Drafting;
using Clinic.Transcription.Reports;
using NodaTime;

namespace Clinic.Transcription.Measuring;

/// <summary>What a review made of one draft: read from the first signed version and its tracked changes.</summary>
/// <param name="Drafter">Of the draft; <c>physician</c> where there was none.</param>
/// <param name="ToSign">From the draft, or the beginning without one, to the first signature.</param>
/// <param name="Drafted">Statements of the draft.</param>
/// <param name="Untouched">Those of them that were signed word for word in their section.</param>
/// <param name="Edited">Edited words for each word of the longer text, by section, 0 to 1.</param>
/// <param name="Sections">Required sections that the draft filled, of all that are required.</param>
/// <param name="StoodBy">Blockers that the physician stood by.</param>
public sealed record ReviewedReport(string Drafter, Duration ToSign, int Drafted, int Untouched, IReadOnlyDictionary<ReportSection, double> Edited, Score Sections, int StoodBy)
{
    /// <summary>Of a report with a signature; null before it.</summary>
    public static ReviewedReport? Of(ClinicalReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var state = report.ToSnapshot();
        if (state.Versions.Count == 0) return null;
        var first = state.Versions[0];
        var draft = Before(first, state.Edits.Where(e => e.SignedIn == first.Number));
        var signed = first.Statements.ToDictionary(s => s.Number);
        var required = state.Template.Required().ToList();
        var filled = required.Count(r => draft.Values.Any(d => d.Section == r));
        return new(
            state.Draft is { } source ? $"{source.Drafter} {source.Version}" : "physician",
            first.Signature.At - (state.Draft?.At ?? state.StartedAt),
            draft.Count,
            draft.Count(d => signed.TryGetValue(d.Key, out var kept) && kept.Text == d.Value.Text && kept.Section == d.Value.Section),
            state.Draft is null ? new Dictionary<ReportSection, double>() : EditMeasures.BySection(Texts(draft.Values), Texts(first.Statements.Select(s => (s.Section, s.Text)))),
            new(filled, filled, required.Count),
            state.Overrides.Count(o => state.Findings.Any(f => f.Key == o.Finding && f.Severity == Findings.Severity.Blocker)));
    }

    // What was signed with its changes taken back, the last first, is what the drafter gave.
    private static SortedDictionary<int, (ReportSection Section, string Text)> Before(SignedVersion signed, IEnumerable<StatementEdit> edits)
    {
        var texts = new SortedDictionary<int, (ReportSection Section, string Text)>(signed.Statements.ToDictionary(s => s.Number, s => (s.Section, s.Text)));
        foreach (var edit in edits.Reverse())
        {
            if (edit.Before is { } before) texts[edit.Number] = (edit.SectionBefore ?? texts[edit.Number].Section, before);
            else texts.Remove(edit.Number);
        }

        return texts;
    }

    private static Dictionary<ReportSection, string> Texts(IEnumerable<(ReportSection Section, string Text)> statements) =>
        statements.GroupBy(s => s.Section).ToDictionary(g => g.Key, g => string.Join('\n', g.Select(s => s.Text)));
}
