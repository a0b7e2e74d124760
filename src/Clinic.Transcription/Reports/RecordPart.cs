namespace Clinic.Transcription.Reports;

/// <summary>A part of a report that the clinical record takes as one.</summary>
/// <param name="Version">The signed version.</param>
/// <param name="Addendum">The addendum to it; null for the version itself.</param>
public sealed record RecordPart(int Version, int? Addendum)
{
    /// <summary>The same for the same part of a report, so that a record takes it once.</summary>
    public string IdempotencyKey(ReportId report) =>
        Addendum is { } number ? FormattableString.Invariant($"{report}/v{Version}/a{number}") : FormattableString.Invariant($"{report}/v{Version}");
}
