using Clinic.Abstractions;
using Clinic.Transcription.Sessions;

namespace Clinic.Transcription.Reports;

/// <summary>The content of events about reports: ids and words only.</summary>
/// <param name="Report">The report.</param>
/// <param name="Session">The session.</param>
/// <param name="Site">The site.</param>
/// <param name="Physician">Who answers for it.</param>
/// <param name="Status">Its status afterwards.</param>
/// <param name="SignedVersions">How many versions were signed.</param>
/// <param name="Version">Its version afterwards.</param>
public sealed record ReportHappening(ReportId Report, SessionId Session, SiteId Site, PersonId Physician, ReportStatus Status, int SignedVersions, long Version)
{
    internal static ReportHappening Of(ClinicalReport report) => new(
        report.Id, report.Session, report.Site, report.Physician, report.Status, report.ToSnapshot().Versions.Count, report.Version);
}
