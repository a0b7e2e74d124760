using Clinic.Abstractions;
using Clinic.Api.Binding;
using Clinic.Transcription.Reports;

namespace Clinic.Api.Transcription;

/// <summary>Which reports are asked for; every part that is missing takes all.</summary>
/// <param name="Status">Of one status.</param>
/// <param name="Patient">Of one patient.</param>
/// <param name="From">Begun then or later.</param>
/// <param name="Until">Begun before.</param>
public readonly record struct ReportFilter(Word<ReportStatus>? Status, PatientId? Patient, Moment? From, Moment? Until)
{
    internal ReportQuery Query(SiteId site) => new(site) { Status = Status?.Value, Patient = Patient, From = From?.Value, To = Until?.Value };
}
