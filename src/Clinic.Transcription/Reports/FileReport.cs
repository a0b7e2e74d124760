using Clinic.Transcription.Rights;

namespace Clinic.Transcription.Reports;

/// <summary>Brings what waits to the clinical record at the next run of the job, without waiting for the pause.</summary>
public sealed record FileReport : ReportCommand
{
    /// <inheritdoc/>
    public override string Name => "transcription.file-report";

    internal override TranscriptionAct Act => TranscriptionAct.ReviewReport;

    internal override string Done => "report.filing-asked";

    internal override bool IsForOthersToo => true;
}
