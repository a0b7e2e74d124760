using Clinic.Transcription.Drafting;
using Clinic.Transcription.Findings;
using Clinic.Transcription.Transcripts;

namespace Clinic.Transcription.Reports;

/// <summary>Asks every rule about a report as it reads now.</summary>
internal sealed class ReportChecks(IEnumerable<IConsistencyRule> rules)
{
    private readonly IReadOnlyList<IConsistencyRule> rules = [.. rules];

    /// <summary>Findings in the order of the rules, then of the text; without a transcript nothing can be compared.</summary>
    public IReadOnlyList<ReportFinding> Run(ClinicalReport report, Transcript? transcript, DraftContext context)
    {
        if (transcript is null) return [];
        var (draft, statements) = (report.AsDraft(), report.Statements);
        return [.. rules.SelectMany(r => r.Check(draft, transcript, context)).Where(f => Concerns(f, statements)).Select(f => new ReportFinding(f.Rule, f.Severity, f.Statement is { } at ? statements[at].Number : null)
        {
            Where = [.. f.Where],
            Written = f.Written,
            Said = f.Said,
        }).DistinctBy(f => f.Key)];
    }

    // What a physician writes without pointing anywhere needs no support from the recording.
    private static bool Concerns(Finding finding, IReadOnlyList<ReportStatement> statements) =>
        finding.Statement is not { } at || statements[at] is not { Origin: StatementOrigin.Written, Evidence.Count: 0 } || !ReportRules.NeedsEvidence(finding.Rule);
}
