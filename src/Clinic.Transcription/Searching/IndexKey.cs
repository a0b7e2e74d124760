using Clinic.Abstractions;
using Clinic.Transcription.Reports;
using Clinic.Transcription.Sessions;

namespace Clinic.Transcription.Searching;

/// <summary>Names one entry of the index: the transcript of a session, or a report.</summary>
/// <param name="Kind">Which of the two.</param>
/// <param name="Id">The UUID of the session or report.</param>
public readonly record struct IndexKey(IndexedKind Kind, Guid Id)
{
    /// <summary>Of the transcript of a session.</summary>
    public static IndexKey Of(SessionId session) => new(IndexedKind.Transcript, session.Value);

    /// <summary>Of a report.</summary>
    public static IndexKey Of(ReportId report) => new(IndexedKind.Report, report.Value);

    /// <summary>The entry as a fact that conflicts name.</summary>
    public FactKey Fact => new("transcription.index-entry", Id);
}
