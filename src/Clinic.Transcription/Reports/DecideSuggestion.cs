using Clinic.Transcription.Rights;

namespace Clinic.Transcription.Reports;

/// <summary>Takes or declines a proposal.</summary>
public sealed record DecideSuggestion : ReportCommand
{
    /// <inheritdoc/>
    public override string Name => "transcription.decide-suggestion";

    /// <summary>The number of the proposal.</summary>
    public required int Suggestion { get; init; }

    /// <summary>Whether it is taken.</summary>
    public required bool Take { get; init; }

    internal override TranscriptionAct Act => TranscriptionAct.ReviewReport;

    internal override string Done => "report.suggestion-decided";
}
