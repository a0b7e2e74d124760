namespace Clinic.Transcription.Reports;

/// <summary>What a command about a report answers.</summary>
/// <param name="Report">The report.</param>
/// <param name="Status">Its status afterwards.</param>
/// <param name="Version">Its version afterwards.</param>
/// <param name="SignedVersions">How many versions were signed.</param>
public sealed record ReportAnswer(ReportId Report, ReportStatus Status, long Version, int SignedVersions);
