namespace Clinic.Transcription.Reports;

/// <summary>Which rules compare a statement with what was said, and so say nothing of one that rests on a physician alone.</summary>
internal static class ReportRules
{
    private static readonly HashSet<string> Compare = new(StringComparer.Ordinal) { "unsupported", "number", "dose", "unit", "negation", "laterality", "drug", "date" };

    public static bool NeedsEvidence(string rule) => Compare.Contains(rule);
}
