using Clinic.Transcription.Drafting;
using Clinic.Transcription.Language;

namespace Clinic.Transcription.Measuring;

/// <summary>The figures of one draft.</summary>
internal static class VisitMeasurer
{
    public static VisitFigures Of(VisitRow row, ReportDraft draft)
    {
        var language = row.Transcript.Language;
        var text = DraftText.Of(draft, language);
        var spoken = string.Join('\n', row.Transcript.Segments.Select(s => s.Text));
        var sections = draft.Statements.Select(s => s.Section).Distinct().ToList();
        var findings = Clinic.Transcription.Findings.FindingCheck.Run(draft, row.Transcript, new DraftContext(language));
        return new(row.Id, TokenReader.Read(spoken).Count(t => !t.IsMark), draft.Statements.Count)
        {
            WordErrors = row.Heard is { } words ? TranscriptMeasures.WordErrors(words, spoken, language) : null,
            NumbersHeard = row.Heard is { } digits ? TranscriptMeasures.NumbersHeard(digits, spoken, language) : null,
            DrugsHeard = row.Heard is { } drugs ? TranscriptMeasures.DrugsHeard(drugs, spoken) : null,
            Rouge = row.Note is { } note ? Rouge.Of(text, note) : null,
            Labels = row.Sections.Count > 0 ? Score.Of(sections, row.Sections) : null,
            Divisions = row.Sections.Count > 0 ? Score.Of(sections.Select(SectionLabels.Division), row.Sections.Select(SectionLabels.Division)) : null,
            Turns = row.GoldSections.Count > 0 ? Turns(row, draft) : null,
            NumbersCited = Cited(row, draft),
            NumbersKept = row.Note is { } written ? Kept(Numbers(written, language), Numbers(spoken, language), Numbers(text, language)) : null,
            DrugsKept = row.Note is { } named ? Kept(TranscriptMeasures.Drugs(named), TranscriptMeasures.Drugs(spoken), TranscriptMeasures.Drugs(text)) : null,
            Findings = [.. Enum.GetValues<Findings.Severity>().Select(v => findings.Count(f => f.Severity == v))],
            Evidence = new(draft.Statements.Count(s => HasEvidence(s, row)), draft.Statements.Count, draft.Statements.Count),
            Facts = row.Facts.Any(f => f.Kind != Forbidden) ? Facts(row, text) : null,
            Forbidden = row.Facts.Count(f => f.Kind == Forbidden && draft.Statements.Any(s => TextFold.Of(s.Text).Contains(TextFold.Of(f.Text), StringComparison.Ordinal))),
        };
    }

    private const string Forbidden = "must_not_contain";

    internal static HashSet<decimal> Numbers(string text, string language) => SpokenNumbers.Read(text, language).SelectMany(n => n.Second is { } second ? new[] { n.Value, second } : [n.Value]).ToHashSet();

    // A question that stands beside its answer in one statement is no turn of its own.
    private static Score Turns(VisitRow row, ReportDraft draft)
    {
        var given = new HashSet<(int, ReportSection)>();
        foreach (var statement in draft.Statements)
        {
            var cited = statement.Evidence.Select(e => e.Segment).Distinct().ToList();
            foreach (var turn in cited)
            {
                if (row.GoldSections[turn] is null && cited.Exists(t => row.GoldSections[t] is not null)) continue;
                given.Add((turn, statement.Section));
            }
        }

        var wanted = row.GoldSections.Select((s, i) => (Turn: i, Section: s)).Where(t => t.Section is not null).Select(t => (t.Turn, t.Section!.Value));
        return Score.Of(given, wanted);
    }

    private static Score Cited(VisitRow row, ReportDraft draft)
    {
        var given = 0;
        var hits = 0;
        foreach (var statement in draft.Statements)
        {
            var said = statement.Evidence.Select(e => e.Segment).Distinct().SelectMany(s => Numbers(row.Transcript.Segments[s].Text, row.Transcript.Language)).ToHashSet();
            foreach (var number in Numbers(statement.Text, row.Transcript.Language))
            {
                given++;
                if (said.Contains(number)) hits++;
            }
        }

        return new(hits, given, given);
    }

    private static Score Kept<T>(HashSet<T> wanted, HashSet<T> said, HashSet<T> kept)
    {
        var both = wanted.Where(said.Contains).ToList();
        return new(both.Count(kept.Contains), kept.Count, both.Count);
    }

    private static bool HasEvidence(DraftStatement statement, VisitRow row) =>
        statement.Evidence.Count > 0 && statement.Evidence.All(e => e.Length > 0 && e.Start >= 0 && e.Segment < row.Transcript.Segments.Count && e.Start + e.Length <= row.Transcript.Segments[e.Segment].Text.Length);

    // A fact is kept where all its numbers and long words are.
    private static Score Facts(VisitRow row, string text)
    {
        var words = TokenReader.Read(text).Select(t => Stem(t.Word)).ToHashSet(StringComparer.Ordinal);
        var numbers = Numbers(text, row.Transcript.Language);
        var wanted = row.Facts.Where(f => f.Kind != Forbidden).ToList();
        var kept = wanted.Count(f => TokenReader.Read(f.Text).Where(t => t.Word.Length >= 5).All(t => words.Contains(Stem(t.Word)))
            && SpokenNumbers.Read(f.Text, row.Transcript.Language).Where(n => n.Unit is not null || f.Kind is not "drug").All(n => numbers.Contains(n.Value)));
        return new(kept, wanted.Count, wanted.Count);
    }

    private static string Stem(string word) => word.Length > 5 ? word[..5] : word;
}
