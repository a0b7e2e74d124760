using Clinic.Transcription.Rights;

namespace Clinic.Transcription.Reports;

/// <summary>Adds to a filed report without changing it, signed for itself.</summary>
public sealed record AddAddendum : ReportCommand
{
    /// <inheritdoc/>
    public override string Name => "transcription.add-addendum";

    /// <summary>What is added; at most 4,000 characters.</summary>
    public required string Text { get; init; }

    /// <summary>Words for each blocker that it brings, by the key that its refusal named; at most 500 characters each.</summary>
    public IReadOnlyDictionary<string, string> Overrides { get; init; } = new Dictionary<string, string>();

    internal override TranscriptionAct Act => TranscriptionAct.SignReport;

    internal override string Done => "report.addendum-added";
}
