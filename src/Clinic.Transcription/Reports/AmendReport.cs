using Clinic.Transcription.Rights;

namespace Clinic.Transcription.Reports;

/// <summary>Changes a filed report with a new signature; the version before stays.</summary>
public sealed record AmendReport : ReportCommand
{
    /// <inheritdoc/>
    public override string Name => "transcription.amend-report";

    /// <summary>Whether something is added or was wrong.</summary>
    public required VersionKind Kind { get; init; }

    /// <summary>Why; at most 500 characters.</summary>
    public required string Reason { get; init; }

    /// <summary>1 to 500 changes, in order.</summary>
    public required IReadOnlyList<StatementChange> Changes { get; init; }

    /// <summary>Words for each blocker that the amendment brings, by the key that its refusal named; at most 500 characters each.</summary>
    public IReadOnlyDictionary<string, string> Overrides { get; init; } = new Dictionary<string, string>();

    internal override TranscriptionAct Act => TranscriptionAct.SignReport;

    internal override string Done => "report.amended";
}
