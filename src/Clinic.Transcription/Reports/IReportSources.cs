using Clinic.Abstractions;
using Clinic.Transcription.Sessions;

namespace Clinic.Transcription.Reports;

/// <summary>Reads the sessions that reports rest on.</summary>
internal interface IReportSources
{
    Task<ReportSource?> FindAsync(TenantId tenant, SessionId session, CancellationToken ct);
}
