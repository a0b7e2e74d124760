using Clinic.Transcription.Rights;

namespace Clinic.Transcription.Reports;

/// <summary>Changes the text of a report in review; every change is tracked.</summary>
public sealed record EditReport : ReportCommand
{
    /// <inheritdoc/>
    public override string Name => "transcription.edit-report";

    /// <summary>1 to 500 changes, in order; all are made or none.</summary>
    public required IReadOnlyList<StatementChange> Changes { get; init; }

    internal override TranscriptionAct Act => TranscriptionAct.ReviewReport;

    internal override string Done => "report.edited";
}
