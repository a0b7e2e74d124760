using Clinic.Transcription.Findings;

namespace Clinic.Transcription.Reports;

/// <summary>Which rules compare a statement with what was said, and so say nothing of one that rests on a physician alone.</summary>
internal static class ReportRules
{
    private static readonly HashSet<string> Compare = new(StringComparer.Ordinal)
    {
        FindingRules.Evidence, FindingRules.Unsupported, FindingRules.Quote, FindingRules.Number, FindingRules.Dose, FindingRules.Negation, FindingRules.Laterality, FindingRules.Drug,
        FindingRules.PatientDiagnosis, FindingRules.PatientExam,
    };

    public static bool NeedsEvidence(string rule) => Compare.Contains(rule);
}
