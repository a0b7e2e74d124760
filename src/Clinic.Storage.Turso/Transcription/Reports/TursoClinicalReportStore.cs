using Clinic.Abstractions;
using Clinic.Transcription.Reports;
using Clinic.Transcription.Sessions;
using NodaTime;

namespace Clinic.Storage.Turso.Transcription.Reports;

/// <summary>Encrypted reports; a change writes the head with its document, and adds what was signed.</summary>
internal sealed class TursoClinicalReportStore(ClinicDatabase source) : IClinicalReportStore
{
    private const string Columns = "r.id, r.site_id, r.session_id, r.patient_id, r.physician_id, r.assistant_id, r.status, r.signed_versions, r.consent_withdrawn, r.started_at, r.version";

    private const string Select = $"SELECT {Columns} FROM transcription_reports r WHERE r.tenant_id = ?1";

    private const string Find = $"SELECT {Columns}, r.next_attempt, r.document FROM transcription_reports r WHERE r.tenant_id = ?1 AND r.id = ?2";

    private const string Parts = "SELECT name, content_hash, signed_at, content FROM transcription_report_parts WHERE tenant_id = ?1 AND report_id = ?2 ORDER BY signed_at, name";

    private const string Insert = """
        INSERT INTO transcription_reports (tenant_id, id, site_id, session_id, patient_id, physician_id, assistant_id, status, is_open, signed_versions, consent_withdrawn,
            started_at, next_attempt, document, version, created_at, updated_at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?16)
        """;

    private const string Update = """
        UPDATE transcription_reports SET assistant_id = ?3, status = ?4, is_open = ?5, signed_versions = ?6, consent_withdrawn = ?7, next_attempt = ?8, document = ?9,
            version = ?10, updated_at = ?11
        WHERE tenant_id = ?1 AND id = ?2 AND version = ?10 - 1
        """;

    private const string InsertPart = "INSERT INTO transcription_report_parts (tenant_id, report_id, name, content_hash, signed_at, content) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";

    /// <inheritdoc/>
    public async Task<SealedReport?> FindAsync(TenantId tenant, ReportId report, CancellationToken cancellationToken)
    {
        var found = await source.FindAsync(Find, [tenant.Value, report.Value], r => new SealedReport(Read(r), r.Blob(12), []) { NextAttempt = r.InstantOrNull(11) }, cancellationToken).ConfigureAwait(false);
        if (found is null || found.Summary.SignedVersions == 0) return found;
        // Parts are only added: what was signed since the head was read is not in its document, and is left out there.
        var parts = await source.ListAsync(Parts, [tenant.Value, report.Value], r => new SealedPart(r.Text(0), r.Text(1), r.Instant(2), r.Blob(3)), cancellationToken).ConfigureAwait(false);
        return new(found.Summary, found.Document, parts) { NextAttempt = found.NextAttempt };
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ReportSummary>> OfSessionAsync(TenantId tenant, SessionId session, CancellationToken cancellationToken) =>
        await source.ListAsync($"{Select} AND r.session_id = ?2 ORDER BY r.started_at, r.id", [tenant.Value, session.Value], Read, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public async Task<Page<ReportSummary>> ListAsync(TenantId tenant, ReportQuery query, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(page);
        var filter = new Filter(Select, tenant.Value);
        filter.Where("r.site_id = {0}", query.Site.Value);
        if (query.Participant is { } person) filter.Where("(r.physician_id = {0} OR r.assistant_id = {0})", person.Value);
        if (query.Patient is { } patient) filter.Where("r.patient_id = {0}", patient.Value);
        if (query.Status is { } status) filter.Where("r.status = {0}", SqlValue.Of(status));
        if (query.From is { } from) filter.Where("r.started_at >= {0}", from);
        if (query.To is { } to) filter.Where("r.started_at < {0}", to);
        if (page.After is { } after)
        {
            var mark = ReportMark.Parse(after);
            filter.Where("(r.started_at, r.id) < ({0}, {1})", mark.StartedAt, mark.Report.Value);
        }

        var (sql, values) = filter.End("ORDER BY r.started_at DESC, r.id DESC", page.Size + 1);
        return Paging.Cut(await source.ListAsync(sql, values, Read, cancellationToken).ConfigureAwait(false), page, ReportMark.Of);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ReportSummary>> DueAsync(TenantId tenant, Instant now, int most, CancellationToken cancellationToken) =>
        await source.ListAsync(
            $"{Select} AND r.next_attempt IS NOT NULL AND r.next_attempt <= ?2 ORDER BY r.next_attempt, r.id LIMIT ?3", [tenant.Value, now, most], Read, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public void Add(IUnit unit, SealedReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var (mine, s) = (TursoUnit.Of(unit), report.Summary);
        mine.Add(
            Insert, Guard.OneRow(report.Fact),
            mine.Tenant, s.Report.Value, s.Site.Value, s.Session.Value, s.Patient.Value, s.Physician.Value, s.Assistant?.Value, SqlValue.Of(s.Status), s.IsOpen, s.SignedVersions,
            s.ConsentWithdrawn, s.StartedAt, report.NextAttempt, SqlValue.Of(report.Document), s.Version, mine.Now);
    }

    /// <inheritdoc/>
    public void Save(IUnit unit, SealedReport report, IReadOnlyList<SealedPart> added)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(added);
        var (mine, s) = (TursoUnit.Of(unit), report.Summary);
        mine.Add(
            Update, Guard.OneRow(report.Fact),
            mine.Tenant, s.Report.Value, s.Assistant?.Value, SqlValue.Of(s.Status), s.IsOpen, s.SignedVersions, s.ConsentWithdrawn, report.NextAttempt, SqlValue.Of(report.Document),
            s.Version, mine.Now);
        foreach (var part in added)
            mine.Add(InsertPart, Guard.OneRow(report.Fact), mine.Tenant, s.Report.Value, part.Name, part.ContentHash, part.At, SqlValue.Of(part.Content));
    }

    private static ReportSummary Read(Row r) => new()
    {
        Report = r.Id<ReportId>(0),
        Site = r.Id<SiteId>(1),
        Session = r.Id<SessionId>(2),
        Patient = r.Id<PatientId>(3),
        Physician = r.Id<PersonId>(4),
        Assistant = r.IdOrNull<PersonId>(5),
        Status = r.Enum<ReportStatus>(6),
        SignedVersions = r.Int(7),
        ConsentWithdrawn = r.Bool(8),
        StartedAt = r.Instant(9),
        Version = r.Long(10),
    };
}
