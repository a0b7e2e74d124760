using NodaTime;
using NodaTime.Text;

namespace Clinic.Transcription.Reports;

/// <summary>The place in a list of reports after which the next page begins; for adapters.</summary>
/// <param name="StartedAt">Of the last report shown.</param>
/// <param name="Report">Its id.</param>
public sealed record ReportMark(Instant StartedAt, ReportId Report)
{
    /// <summary>The mark of a report.</summary>
    public static string Of(ReportSummary report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return $"{InstantPattern.ExtendedIso.Format(report.StartedAt)}_{report.Report}";
    }

    /// <summary>Reads a mark.</summary>
    /// <exception cref="TranscriptionException">It is none of ours.</exception>
    public static ReportMark Parse(string mark)
    {
        ArgumentNullException.ThrowIfNull(mark);
        var parts = mark.Split('_');
        return parts.Length == 2 && InstantPattern.ExtendedIso.Parse(parts[0]) is { Success: true } at && ReportId.TryParse(parts[1], out var report)
            ? new(at.Value, report)
            : throw new TranscriptionException(TranscriptionRules.FieldInvalid, ("field", "after"), ("found", "another text"), ("allowed", "the mark that the page before gave"));
    }
}
