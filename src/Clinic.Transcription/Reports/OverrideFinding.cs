using Clinic.Transcription.Rights;

namespace Clinic.Transcription.Reports;

/// <summary>Says in words why a finding does not stop the signature.</summary>
public sealed record OverrideFinding : ReportCommand
{
    /// <inheritdoc/>
    public override string Name => "transcription.override-finding";

    /// <summary>The key of the finding.</summary>
    public required string Finding { get; init; }

    /// <summary>Why; at most 500 characters.</summary>
    public required string Words { get; init; }

    internal override TranscriptionAct Act => TranscriptionAct.ReviewReport;

    internal override string Done => "report.finding-overridden";
}
