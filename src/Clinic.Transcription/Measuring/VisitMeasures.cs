using System.Globalization;
using System.Text;
using Clinic.Transcription.Drafting;
using Clinic.Transcription.Drafting.Offline;

namespace Clinic.Transcription.Measuring;

/// <summary>Measures drafts against references: a clinic runs it on recordings of its own.</summary>
/// <param name="Visits">One set of figures per visit, in the order of the rows.</param>
public sealed record VisitMeasures(IReadOnlyList<VisitFigures> Visits)
{
    /// <summary>Word errors of an engine, of all words said together; null where none listened.</summary>
    public double? WordErrors => Visits.Where(v => v.WordErrors is not null).ToList() is { Count: > 0 } heard ? heard.Sum(v => v.WordErrors!.Value * v.Words) / Math.Max(1, heard.Sum(v => v.Words)) : null;

    /// <summary>Numbers that the engine heard, of all visits together.</summary>
    public Score? NumbersHeard => Sum(v => v.NumbersHeard);

    /// <summary>Drugs that the engine heard, of all visits together.</summary>
    public Score? DrugsHeard => Sum(v => v.DrugsHeard);

    /// <summary>ROUGE-1 on average; null where no visit has a note.</summary>
    public double? RougeOne => Average(v => v.Rouge?.One);

    /// <summary>ROUGE-2 on average; null where no visit has a note.</summary>
    public double? RougeTwo => Average(v => v.Rouge?.Two);

    /// <summary>ROUGE-Lsum on average; null where no visit has a note.</summary>
    public double? RougeLsum => Average(v => v.Rouge?.Lsum);

    /// <summary>Divisions of all visits together.</summary>
    public Score? Divisions => Sum(v => v.Divisions);

    /// <summary>Sections of all visits together.</summary>
    public Score? Labels => Sum(v => v.Labels);

    /// <summary>Turns of all visits together.</summary>
    public Score? Turns => Sum(v => v.Turns);

    /// <summary>Cited numbers of all visits together.</summary>
    public Score NumbersCited => Sum(v => v.NumbersCited) ?? default;

    /// <summary>Kept numbers of all visits together.</summary>
    public Score? NumbersKept => Sum(v => v.NumbersKept);

    /// <summary>Kept drugs of all visits together.</summary>
    public Score? DrugsKept => Sum(v => v.DrugsKept);

    /// <summary>Statements with evidence, of all visits together.</summary>
    public Score Evidence => Sum(v => v.Evidence) ?? default;

    /// <summary>Facts of all visits together.</summary>
    public Score? Facts => Sum(v => v.Facts);

    /// <summary>Drafts every visit by the offline rules and measures the drafts.</summary>
    public static VisitMeasures Of(IEnumerable<VisitRow> rows) => Of(rows, r => OfflineReportDrafter.Draft(r.Transcript, new DraftContext(r.Transcript.Language)));

    /// <summary>Measures the drafts of any drafter, or final texts.</summary>
    public static VisitMeasures Of(IEnumerable<VisitRow> rows, Func<VisitRow, ReportDraft> draft)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(draft);
        return new(rows.Select(r => VisitMeasurer.Of(r, draft(r))).ToList());
    }

    /// <summary>All figures as a table of text, the same under every culture.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        Line(text, ["visit", "words", "stmts", "R1", "R2", "RLsum", "div", "label", "turn", "num-p", "num-r", "drug-r", "evid", "facts", "wer", "num-h", "drug-h", "i/w/b"]);
        foreach (var v in Visits)
        {
            Line(text,
            [
                v.Id, v.Words.ToString(CultureInfo.InvariantCulture), v.Statements.ToString(CultureInfo.InvariantCulture), Percent(v.Rouge?.One), Percent(v.Rouge?.Two), Percent(v.Rouge?.Lsum),
                Part(v.Divisions?.F1), Part(v.Labels?.F1), Part(v.Turns?.F1), Part(v.NumbersCited.Precision), Part(v.NumbersKept?.Recall), Part(v.DrugsKept?.Recall), Part(v.Evidence.Recall), Part(v.Facts?.Recall),
                Part(v.WordErrors), Part(v.NumbersHeard?.Recall), Part(v.DrugsHeard?.Recall),
                string.Join('/', v.Findings.Select(f => f.ToString(CultureInfo.InvariantCulture))) + (v.Forbidden > 0 ? "!" : ""),
            ]);
        }

        Line(text,
        [
            "all", Visits.Sum(v => v.Words).ToString(CultureInfo.InvariantCulture), Visits.Sum(v => v.Statements).ToString(CultureInfo.InvariantCulture), Percent(RougeOne), Percent(RougeTwo), Percent(RougeLsum),
            Part(Divisions?.F1), Part(Labels?.F1), Part(Turns?.F1), Part(NumbersCited.Precision), Part(NumbersKept?.Recall), Part(DrugsKept?.Recall), Part(Evidence.Recall), Part(Facts?.Recall),
            Part(WordErrors), Part(NumbersHeard?.Recall), Part(DrugsHeard?.Recall), "",
        ]);
        return text.ToString();
    }

    private static void Line(StringBuilder text, IReadOnlyList<string> cells)
    {
        text.Append(cells[0].PadRight(32));
        foreach (var cell in cells.Skip(1)) text.Append(cell.PadLeft(8));
        text.Append('\n');
    }

    private static string Percent(double? value) => value is { } v ? (100 * v).ToString("0.0", CultureInfo.InvariantCulture) : "-";

    private static string Part(double? value) => value is { } v ? v.ToString("0.00", CultureInfo.InvariantCulture) : "-";

    private double? Average(Func<VisitFigures, double?> figure) => Visits.Select(figure).OfType<double>().DefaultIfEmpty(double.NaN).Average() is var average && double.IsNaN(average) ? null : average;

    private Score? Sum(Func<VisitFigures, Score?> figure) => Visits.Select(figure).OfType<Score>().ToList() is { Count: > 0 } all ? all.Aggregate((a, b) => a + b) : null;
}
