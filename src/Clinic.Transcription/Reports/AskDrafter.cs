using Clinic.Transcription.Rights;

namespace Clinic.Transcription.Reports;

/// <summary>Asks for another draft after one failed or was rejected.</summary>
public sealed record AskDrafter : ReportCommand
{
    /// <inheritdoc/>
    public override string Name => "transcription.ask-drafter";

    /// <summary>The drafter, such as <c>offline</c>; null for the one that was asked before.</summary>
    public string? Drafter { get; init; }

    internal override TranscriptionAct Act => TranscriptionAct.ReviewReport;

    internal override string Done => "report.drafter-asked";
}
