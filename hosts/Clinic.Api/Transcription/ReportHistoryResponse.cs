using Clinic.Transcription.Reports;

namespace Clinic.Api.Transcription;

/// <summary>Everything that was done to a report.</summary>
/// <param name="Report">The report.</param>
/// <param name="Edits">Every edit, in its order.</param>
/// <param name="Suggestions">Every suggestion and what became of it.</param>
/// <param name="Overrides">Findings that were overridden, with the words.</param>
/// <param name="Versions">Every signed version, whole.</param>
/// <param name="Addenda">Every addendum.</param>
/// <param name="Signatures">Whether each signature is genuine.</param>
public sealed record ReportHistoryResponse(
    ReportId Report, IReadOnlyList<StatementEdit> Edits, IReadOnlyList<Suggestion> Suggestions, IReadOnlyList<FindingOverride> Overrides,
    IReadOnlyList<SignedVersion> Versions, IReadOnlyList<ReportAddendum> Addenda, IReadOnlyList<SignatureCheck> Signatures)
{
    internal static ReportHistoryResponse Of(ReportView v) =>
        new(v.Report.Id, v.Report.Edits, v.Report.Suggestions, v.Report.Overrides, v.Report.Versions, v.Report.Addenda, v.Signatures);

    /// <summary>The id only; what is written is health data.</summary>
    public override string ToString() => Report.ToString();
}
