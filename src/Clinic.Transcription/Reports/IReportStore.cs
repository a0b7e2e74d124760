using Clinic.Abstractions;
using Clinic.Transcription.Sessions;
using NodaTime;

namespace Clinic.Transcription.Reports;

/// <summary>Loads and stages reports as wholes; their text is encrypted at rest, per report.</summary>
public interface IReportStore
{
    /// <summary>A report, or null.</summary>
    Task<ClinicalReport?> FindAsync(TenantId tenant, ReportId report, CancellationToken cancellationToken);

    /// <summary>The reports of a session, in the order in which they began.</summary>
    Task<IReadOnlyList<ClinicalReport>> OfSessionAsync(TenantId tenant, SessionId session, CancellationToken cancellationToken);

    /// <summary>Reports by the instant they began, newest first, then by id downwards; paged, without their text.</summary>
    Task<Page<ReportSummary>> ListAsync(TenantId tenant, ReportQuery query, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Reports whose drafter or clinical record is due, the longest first.</summary>
    Task<IReadOnlyList<ReportId>> DueAsync(TenantId tenant, Instant now, int most, CancellationToken cancellationToken);

    /// <summary>Stages a new report; a second open one of the session conflicts at the commit.</summary>
    void Add(IUnit unit, ClinicalReport report);

    /// <summary>Stages a changed report, one version on; of an erased one the key of its text goes too.</summary>
    void Save(IUnit unit, ClinicalReport report);
}
