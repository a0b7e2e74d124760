using Clinic.Transcription.Rights;

namespace Clinic.Transcription.Reports;

/// <summary>Says that a report should never have been; it stays readable and says so.</summary>
public sealed record EnterReportInError : ReportCommand
{
    /// <inheritdoc/>
    public override string Name => "transcription.enter-report-in-error";

    /// <summary>Why; at most 500 characters.</summary>
    public required string Reason { get; init; }

    internal override TranscriptionAct Act => TranscriptionAct.VoidReport;

    internal override string Done => "report.entered-in-error";

    internal override bool IsForOthersToo => true;
}
