using Clinic.Transcription.Findings;

namespace Clinic.Transcription.Reports;

/// <summary>Which rules compare a statement with what was said, and so say nothing of one that rests on a physician alone.</summary>
internal static class ReportRules
{
    private static readonly HashSet<string> Compare = new(StringComparer.Ordinal)
    {
        FindingNames.Evidence, FindingNames.Unsupported, FindingNames.Quote, FindingNames.Number, FindingNames.Dose, FindingNames.Negation, FindingNames.Laterality, FindingNames.Drug,
        FindingNames.PatientDiagnosis, FindingNames.PatientExam, FindingNames.LowConfidence, FindingNames.Omission,
    };

    public static bool NeedsEvidence(string rule) => Compare.Contains(rule);
}
