using Clinic.Abstractions;
using Clinic.Transcription.Sessions;
using NodaTime;

namespace Clinic.Transcription.Reports;

/// <summary>What lists show of a report; nothing of what it says.</summary>
/// <param name="Report">The id.</param>
/// <param name="Session">The session.</param>
/// <param name="Patient">Whose report it is.</param>
/// <param name="Physician">Who answers for it.</param>
/// <param name="Status">How far it is.</param>
/// <param name="SignedVersions">How many versions were signed.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="Version">Of its state.</param>
public sealed record ReportSummary(
    ReportId Report, SessionId Session, PatientId Patient, PersonId Physician, ReportStatus Status, int SignedVersions, Instant StartedAt, long Version)
{
    /// <summary>Of a report.</summary>
    public static ReportSummary Of(ReportSnapshot report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new(report.Id, report.Session, report.Patient, report.Physician, report.Status, report.Versions.Count, report.StartedAt, report.Version);
    }
}
