using Clinic.Transcription.Drafting;

namespace Clinic.Transcription.Reports;

/// <summary>One sentence of a report under review.</summary>
/// <param name="Number">From 1; never used again for another sentence of the report.</param>
/// <param name="Section">Where it stands.</param>
/// <param name="Text">As people read it.</param>
/// <param name="Origin">Who wrote it as it stands.</param>
public sealed record ReportStatement(int Number, ReportSection Section, string Text, StatementOrigin Origin)
{
    /// <summary>What it rests on; empty of what a person wrote without pointing anywhere.</summary>
    public IReadOnlyList<EvidenceSpan> Evidence { get; init; } = [];

    /// <summary>Whether it affirms.</summary>
    public Polarity Polarity { get; init; }

    /// <summary>Whether the physician has looked at it; what a physician writes is seen.</summary>
    public bool IsSeen { get; init; }

    /// <summary>Whether it comes from a drafter and rests on nothing, or on nothing any more.</summary>
    public bool IsUnsupported => Origin == StatementOrigin.Drafted && !Evidence.Any(e => e.Length > 0);

    /// <summary>The number only; what it says is health data.</summary>
    public override string ToString() => FormattableString.Invariant($"{nameof(ReportStatement)} {Number}");
}
