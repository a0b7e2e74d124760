using NodaTime;

namespace Clinic.Transcription.Reports;

/// <summary>One signed version of a report; never changed or deleted.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Kind">How it came about.</param>
/// <param name="Statements">The text that was signed.</param>
/// <param name="Signature">Over the canonical content.</param>
public sealed record SignedVersion(int Number, VersionKind Kind, IReadOnlyList<ReportStatement> Statements, ReportSignature Signature)
{
    /// <summary>The version of the transcript into which its evidence points, for good; null where there was none.</summary>
    public long? TranscriptVersion { get; init; }

    /// <summary>Why it was amended; null of the first.</summary>
    public string? Reason { get; init; }

    /// <summary>The id in the clinical record; null until it took the version.</summary>
    public string? RecordId { get; init; }

    /// <summary>When the clinical record took it.</summary>
    public Instant? FiledAt { get; init; }

    /// <summary>The number only; what it says is health data.</summary>
    public override string ToString() => FormattableString.Invariant($"{nameof(SignedVersion)} {Number}");
}
