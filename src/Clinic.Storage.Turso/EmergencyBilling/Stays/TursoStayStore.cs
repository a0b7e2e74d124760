using Clinic.Abstractions;
using Clinic.EmergencyBilling.Stays;
using Clinic.Storage.Turso.Dispensing;
using NodaTime;

namespace Clinic.Storage.Turso.EmergencyBilling.Stays;

/// <summary>Stays as wholes; a change writes the head and the entries that the log has gained.</summary>
internal sealed class TursoStayStore(ClinicDatabase source) : IStayStore, IOpenStays
{
    private const string Select = $"SELECT {StayRows.Columns} FROM stays s WHERE s.tenant_id = ?1";

    // The page is chosen first, and a cross join keeps that order, so that logs are gathered for the rows of the page only.
    private const string SelectPage = $"SELECT {StayRows.Columns} FROM (";

    private const string JoinPage = ") page CROSS JOIN stays s ON s.tenant_id = ?1 AND s.id = page.id ORDER BY page.registered_at DESC, page.id DESC";

    private const string Insert = """
        INSERT INTO stays (tenant_id, id, site_id, zone, patient_id, encounter_id, department_id, payer, status, clinical, is_open, is_void, registered_at,
            started_at, ended_at, version, created_at, updated_at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?17)
        """;

    private const string Update = """
        UPDATE stays SET department_id = ?3, payer = ?4, status = ?5, clinical = ?6, is_open = ?7, is_void = ?8, registered_at = ?9, started_at = ?10,
            ended_at = ?11, version = ?12, updated_at = ?13
        WHERE tenant_id = ?1 AND id = ?2 AND version = ?12 - 1
        """;

    private const string InsertEvent = """
        INSERT INTO stay_events (tenant_id, stay_id, position, id, command_id, kind, occurred_at, recorded_at, by_id, role, source, reason, supersedes, until, detail)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)
        """;

    /// <inheritdoc/>
    public Task<EmergencyStay?> FindAsync(TenantId tenant, StayId stay, CancellationToken cancellationToken) =>
        source.FindAsync($"{Select} AND s.id = ?2", [tenant.Value, stay.Value], StayRows.Read, cancellationToken);

    /// <inheritdoc/>
    public async Task<Page<EmergencyStay>> ListAsync(TenantId tenant, StayQuery query, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(page);
        if (StayFilter.Of(tenant, query, page) is not var (sql, values)) return new([], null);

        var found = await source.ListAsync(string.Concat(SelectPage, sql, JoinPage), values, StayRows.Read, cancellationToken).ConfigureAwait(false);
        return Paging.Cut(found, page, s => InstantMark.Of(s.RegisteredAt, s.Id.Value));
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<EmergencyStay>> TouchingAsync(TenantId tenant, PatientId patient, Instant from, CancellationToken cancellationToken) =>
        await source.ListAsync(
            $"{Select} AND s.patient_id = ?2 AND s.is_void = 0 AND s.started_at IS NOT NULL AND (s.ended_at IS NULL OR s.ended_at > ?3) ORDER BY s.id",
            [tenant.Value, patient.Value, from], StayRows.Read, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<OpenStay>> OpenAsync(TenantId tenant, SiteId site, CancellationToken cancellationToken) =>
        await source.ListAsync(
            "SELECT s.id, s.version FROM stays s INDEXED BY stays_open WHERE s.tenant_id = ?1 AND s.site_id = ?2 AND s.is_open = 1 ORDER BY s.registered_at, s.id",
            [tenant.Value, site.Value], r => new OpenStay(r.Id<StayId>(0), r.Long(1)), cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public void Add(IUnit unit, EmergencyStay stay)
    {
        ArgumentNullException.ThrowIfNull(stay);
        var mine = TursoUnit.Of(unit);
        mine.Add(
            Insert, Guard.OneRow(stay.Fact),
            mine.Tenant, stay.Id.Value, stay.Site.Value, stay.Zone, stay.Patient.Value, stay.Encounter.Value, stay.Department?.Value, stay.Payer,
            SqlValue.Of(stay.Status), SqlValue.Of(stay.Clinical), stay.IsOpen, stay.IsVoid, stay.RegisteredAt, stay.StartedAt, stay.EndedAt, stay.Version, mine.Now);
        AddEvents(mine, stay, 0);
    }

    /// <inheritdoc/>
    public void Save(IUnit unit, EmergencyStay before, EmergencyStay after)
    {
        StaySuccession.Check(before, after);
        var mine = TursoUnit.Of(unit);
        mine.Add(
            Update, Guard.OneRow(after.Fact),
            mine.Tenant, after.Id.Value, after.Department?.Value, after.Payer, SqlValue.Of(after.Status), SqlValue.Of(after.Clinical), after.IsOpen, after.IsVoid,
            after.RegisteredAt, after.StartedAt, after.EndedAt, after.Version, mine.Now);
        AddEvents(mine, after, before.Events.Count);
    }

    private static void AddEvents(TursoUnit unit, EmergencyStay stay, int known)
    {
        for (var i = known; i < stay.Events.Count; i++)
        {
            var e = stay.Events[i];
            unit.Add(
                InsertEvent, Guard.OneRow(stay.Fact),
                unit.Tenant, stay.Id.Value, i, e.Id.Value, e.Command.Value, SqlValue.Of(e.Kind), e.OccurredAt, e.RecordedAt, e.By.Value, SqlValue.Of(e.Role),
                SqlValue.Of(e.Source), e.Reason, e.Supersedes?.Value, e.Until, DetailJson.Of(StayEventDetail.Of(e)));
        }
    }
}
