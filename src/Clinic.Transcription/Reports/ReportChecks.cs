using Clinic.Transcription.Drafting;
using Clinic.Transcription.Findings;
using Clinic.Transcription.Transcripts;

namespace Clinic.Transcription.Reports;

/// <summary>Asks our rules, and those that the app added, about a report as it reads now.</summary>
internal sealed class ReportChecks(IEnumerable<IConsistencyRule> added)
{
    private readonly IReadOnlyList<IConsistencyRule> added = [.. added];

    /// <summary>Findings of our rules, then of the others; without a transcript only of the rules that need none, beside what was found before.</summary>
    public IReadOnlyList<ReportFinding> Run(ClinicalReport report, Transcript? transcript, DraftContext context)
    {
        var (draft, statements) = (report.AsDraft(), report.Statements);
        if (transcript is null)
        {
            // What was said cannot be compared any more: what it brought stands as long as its statement does.
            var kept = report.ToSnapshot().Findings.Where(f => !IsOfText(f.Rule) && (f.Statement is null || statements.Any(s => s.Number == f.Statement)));
            return [.. OfText(draft, context).Select(f => Of(f, statements)).Concat(kept).DistinctBy(f => f.Key)];
        }

        return [.. FindingCheck.Run(draft, transcript, context).Concat(added.SelectMany(r => r.Check(draft, transcript, context))).Where(f => Concerns(f, statements)).Select(f => Of(f, statements)).DistinctBy(f => f.Key)];
    }

    /// <summary>Blockers that an addendum brings, read as part of the plan of its report.</summary>
    public static IReadOnlyList<ReportFinding> Addendum(ClinicalReport report, string text, DraftContext context)
    {
        var draft = report.AsDraft();
        draft = draft with { Statements = [.. draft.Statements, new DraftStatement(ReportSection.Plan, text, [], Polarity.Affirmed)] };
        return [.. OfText(draft, context).Where(f => f.Severity == Severity.Blocker && f.Statement == draft.Statements.Count - 1).Select(f => Of(f with { Statement = null }, [])).DistinctBy(f => f.Key)];
    }

    private static IEnumerable<Finding> OfText(ReportDraft draft, DraftContext context) =>
        FindingCheck.Run(draft, new Transcript(context.Language, []), context).Where(f => IsOfText(f.Rule));

    private static bool IsOfText(string rule) => !ReportRules.NeedsEvidence(rule) && FindingCheck.Rules.Any(r => r.Name == rule);

    private static ReportFinding Of(Finding f, IReadOnlyList<ReportStatement> statements) => new(f.Rule, f.Severity, f.Statement is { } at ? statements[at].Number : null)
    {
        Where = [.. f.Where],
        Written = f.Written,
        Said = f.Said,
    };

    // What a physician writes without pointing anywhere needs no support from the recording.
    private static bool Concerns(Finding finding, IReadOnlyList<ReportStatement> statements) =>
        finding.Statement is not { } at || statements[at] is not { Origin: StatementOrigin.Written, Evidence.Count: 0 } || !ReportRules.NeedsEvidence(finding.Rule);
}
