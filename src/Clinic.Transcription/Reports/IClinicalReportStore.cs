using Clinic.Abstractions;
using Clinic.Transcription.Sessions;
using NodaTime;

namespace Clinic.Transcription.Reports;

/// <summary>Keeps encrypted reports; signed parts are only ever added.</summary>
public interface IClinicalReportStore
{
    /// <summary>A report with its signed parts, or null.</summary>
    Task<SealedReport?> FindAsync(TenantId tenant, ReportId report, CancellationToken cancellationToken);

    /// <summary>The reports of a session, in the order in which they began.</summary>
    Task<IReadOnlyList<ReportSummary>> OfSessionAsync(TenantId tenant, SessionId session, CancellationToken cancellationToken);

    /// <summary>Reports by the instant they began, newest first, then by id downwards; paged.</summary>
    Task<Page<ReportSummary>> ListAsync(TenantId tenant, ReportQuery query, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Reports whose drafter or clinical record is due, the longest first.</summary>
    Task<IReadOnlyList<ReportSummary>> DueAsync(TenantId tenant, Instant now, int most, CancellationToken cancellationToken);

    /// <summary>Stages a new report; a second open one of the session conflicts at the commit.</summary>
    void Add(IUnit unit, SealedReport report);

    /// <summary>Stages a changed report, one version on, with the parts that are new; what was signed is not touched.</summary>
    void Save(IUnit unit, SealedReport report, IReadOnlyList<SealedPart> added);
}
