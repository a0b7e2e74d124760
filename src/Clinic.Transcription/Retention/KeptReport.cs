using Clinic.Transcription.Reports;

namespace Clinic.Transcription.Retention;

/// <summary>A signed report that an erasure left: it is part of the medical record by law, and says that the consent is gone.</summary>
/// <param name="Report">The report.</param>
/// <param name="Versions">How many signed versions it has.</param>
/// <param name="Sha256">Of the last signed version, as it was signed.</param>
public sealed record KeptReport(ReportId Report, int Versions, string Sha256);
