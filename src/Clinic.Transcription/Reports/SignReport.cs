using Clinic.Transcription.Rights;

namespace Clinic.Transcription.Reports;

/// <summary>Signs the text as it reads in the version that was read.</summary>
public sealed record SignReport : ReportCommand
{
    /// <inheritdoc/>
    public override string Name => "transcription.sign-report";

    internal override TranscriptionAct Act => TranscriptionAct.SignReport;

    internal override string Done => "report.signed";
}
