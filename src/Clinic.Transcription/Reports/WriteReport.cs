using Clinic.Transcription.Rights;

namespace Clinic.Transcription.Reports;

/// <summary>Goes on in one's own words after a draft failed.</summary>
public sealed record WriteReport : ReportCommand
{
    /// <inheritdoc/>
    public override string Name => "transcription.write-report";

    internal override TranscriptionAct Act => TranscriptionAct.ReviewReport;

    internal override string Done => "report.manual";
}
