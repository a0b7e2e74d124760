using Clinic.Transcription.Rights;

namespace Clinic.Transcription.Reports;

/// <summary>Gives a draft up.</summary>
public sealed record RejectReport : ReportCommand
{
    /// <inheritdoc/>
    public override string Name => "transcription.reject-report";

    /// <summary>Why; at most 500 characters.</summary>
    public required string Reason { get; init; }

    internal override TranscriptionAct Act => TranscriptionAct.ReviewReport;

    internal override string Done => "report.rejected";
}
