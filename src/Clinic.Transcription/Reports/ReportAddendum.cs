using NodaTime;

namespace Clinic.Transcription.Reports;

/// <summary>Something added to a filed report without changing it, signed for itself.</summary>
/// <param name="Number">From 1 within the report.</param>
/// <param name="Text">What is added.</param>
/// <param name="Signature">Over the addendum, and over the version to which it belongs.</param>
public sealed record ReportAddendum(int Number, string Text, ReportSignature Signature)
{
    /// <summary>The version to which it was added.</summary>
    public required int ToVersion { get; init; }

    /// <summary>The physician's words on findings that it brought.</summary>
    public IReadOnlyList<FindingOverride> Overrides { get; init; } = [];

    /// <summary>The id in the clinical record; null until it took the addendum.</summary>
    public string? RecordId { get; init; }

    /// <summary>When the clinical record took it.</summary>
    public Instant? FiledAt { get; init; }

    /// <summary>The number only; what it says is health data.</summary>
    public override string ToString() => FormattableString.Invariant($"{nameof(ReportAddendum)} {Number}");
}
