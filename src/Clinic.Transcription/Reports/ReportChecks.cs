using Clinic.Transcription.Drafting;
using Clinic.Transcription.Findings;
using Clinic.Transcription.Transcripts;

namespace Clinic.Transcription.Reports;

/// <summary>Asks our rules, and those that the app added, about a report as it reads now.</summary>
internal sealed class ReportChecks(IEnumerable<IConsistencyRule> added)
{
    private readonly IReadOnlyList<IConsistencyRule> added = [.. added];

    /// <summary>Findings of our rules, then of the others; without a transcript nothing can be compared.</summary>
    public IReadOnlyList<ReportFinding> Run(ClinicalReport report, Transcript? transcript, DraftContext context)
    {
        if (transcript is null) return [];
        var (draft, statements) = (report.AsDraft(), report.Statements);
        return [.. FindingCheck.Run(draft, transcript, context).Concat(added.SelectMany(r => r.Check(draft, transcript, context))).Where(f => Concerns(f, statements)).Select(f => new ReportFinding(f.Rule, f.Severity, f.Statement is { } at ? statements[at].Number : null)
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
