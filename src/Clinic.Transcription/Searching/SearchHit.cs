using Clinic.Abstractions;
using Clinic.Transcription.Reports;
using Clinic.Transcription.Sessions;
using NodaTime;

namespace Clinic.Transcription.Searching;

/// <summary>A text that was found, with a few of its words.</summary>
/// <param name="Session">The session.</param>
/// <param name="Report">The report; null for a transcript.</param>
/// <param name="Patient">Whose visit it was.</param>
/// <param name="Physician">Who answers for it.</param>
/// <param name="At">When the session was opened, or the report began.</param>
/// <param name="Excerpt">The first place that was found.</param>
public sealed record SearchHit(SessionId Session, ReportId? Report, PatientId Patient, PersonId Physician, Instant At, SearchExcerpt Excerpt)
{
    /// <summary>The session only.</summary>
    public override string ToString() => Session.ToString();
}
