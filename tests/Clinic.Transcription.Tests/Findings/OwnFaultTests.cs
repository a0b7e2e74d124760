using Clinic.Transcription.Drafting;
using Clinic.Transcription.Findings;
using Clinic.Transcription.Tests.Data;

namespace Clinic.Transcription.Tests.Findings;

/// <summary>Statements in other words than speech, each right once and wrong once, over texts that no rule was written from.</summary>
public class OwnFaultTests
{
    private static readonly string[] Kinds = [FindingNames.Dose, FindingNames.Number, FindingNames.Negation, FindingNames.Laterality, FindingNames.Drug, FindingNames.Dates];

    private static readonly (string Language, string Kind, string[] Said, string Right, string Wrong)[] Rows =
        [.. new[] { "faults.txt", "faults_2.txt" }.SelectMany(f => File.ReadLines(Visits.Path(Path.Combine("..", "Findings", f)))).Where(l => l.Contains('|', StringComparison.Ordinal) && l[0] != '#').Select(l => l.Split('|')).Select(p => (p[0], p[1], p[2].Split(" / "), p[3], p[4]))];

    [Theory]
    [InlineData(FindingNames.Dose, 0.98)]
    [InlineData(FindingNames.Negation, 0.98)]
    [InlineData(FindingNames.Laterality, 0.92)]
    [InlineData(FindingNames.Drug, 0.98)]
    [InlineData(FindingNames.Number, 0.98)]
    public void Wrong_statements_are_caught(string kind, double share)
    {
        var rows = Rows.Where(r => r.Kind == kind).ToList();
        var missed = rows.Where(r => !Found(r.Language, r.Said, r.Wrong).Any(f => f == kind || (kind is FindingNames.Number && f is FindingNames.Dose or FindingNames.Dates))).Select(r => $"{r.Said[^1]} -> {r.Wrong}").ToList();

        Assert.True(missed.Count <= rows.Count * (1 - share), string.Join('\n', [$"{kind} {missed.Count} of {rows.Count}", .. missed]));
    }

    [Fact]
    public void Right_statements_raise_hardly_an_alarm()
    {
        var alarms = Rows.Select(r => (r.Right, Found: Found(r.Language, r.Said, r.Right))).Where(a => a.Found.Count > 0).Select(a => $"{a.Right} : {string.Join(',', a.Found)}").ToList();

        Assert.True(alarms.Count <= Rows.Length * 0.01, string.Join('\n', [$"{alarms.Count} of {Rows.Length}", .. alarms]));
    }

    private static List<string> Found(string language, string[] said, string written)
    {
        var transcript = Visits.Of(language, [.. said.Select((s, i) => $"{(said.Length > 1 && i % 2 == 0 ? "doctor" : "patient")}: {s}")]);
        IReadOnlyList<EvidenceSpan> all = [.. said.Take(2).Select((s, i) => new EvidenceSpan(i, 0, s.Length))];
        var draft = new ReportDraft([new DraftStatement(ReportSection.PresentIllness, written, all, Polarity.Affirmed)], [], "test", "1");
        return FindingCheck.Run(draft, transcript, new(language)).Select(f => f.Rule).Where(Kinds.Contains).ToList();
    }
}
