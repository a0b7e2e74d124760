using Clinic.Transcription.Rights;

namespace Clinic.Transcription.Reports;

/// <summary>Proposes changes to the physician; nothing of the text changes.</summary>
public sealed record SuggestEdits : ReportCommand
{
    /// <inheritdoc/>
    public override string Name => "transcription.suggest-edits";

    /// <summary>1 to 500 changes that could be made as the text reads now.</summary>
    public required IReadOnlyList<StatementChange> Changes { get; init; }

    internal override TranscriptionAct Act => TranscriptionAct.SuggestEdits;

    internal override string Done => "report.edits-suggested";

    internal override bool IsForOthersToo => true;
}
