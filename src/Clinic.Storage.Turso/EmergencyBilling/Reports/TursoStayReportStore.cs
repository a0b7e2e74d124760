using System.Text.Json;
using Clinic.Abstractions;
using Clinic.EmergencyBilling.Reports;
using Clinic.EmergencyBilling.Statements;
using Clinic.EmergencyBilling.Stays;
using Clinic.Storage.Turso.Dispensing;
using Clinic.Storage.Turso.EmergencyBilling.Stays;
using Clinic.Storage.Turso.EmergencyBilling.Tariffs;
using NodaTime;

namespace Clinic.Storage.Turso.EmergencyBilling.Reports;

/// <summary>Reads stays with bills and documents, and the changes of times and prices; each page is one statement.</summary>
internal sealed class TursoStayReportStore(ClinicDatabase source) : IStayReportStore
{
    // The page is chosen first, and a cross join keeps that order, so that logs are gathered for the rows of the page only.
    private const string SelectPage = $"SELECT {AccountRows.Columns} FROM (";

    private const string JoinPage = ") page CROSS JOIN stays s ON s.tenant_id = ?1 AND s.id = page.id ORDER BY ";

    // Many paths at once come as one text with every figure as it was written; a single one would come as a floating-point number.
    private const string SelectFigures = """
        SELECT s.id,
            (SELECT r.kind FROM stay_statements r WHERE r.tenant_id = s.tenant_id AND r.stay_id = s.id ORDER BY r.revision DESC LIMIT 1),
            (SELECT json_extract(r.content, '$.currency', '$.presence', '$.running', '$.billed', '$.subtotal', '$.tax', '$.total', '$.payers')
             FROM stay_statements r WHERE r.tenant_id = s.tenant_id AND r.stay_id = s.id AND r.kind = 'final' ORDER BY r.revision DESC LIMIT 1)
        FROM stays s WHERE s.tenant_id = ?1 AND s.site_id = ?2 AND s.ended_at IS NOT NULL AND s.ended_at >= ?3 AND s.ended_at < ?4
        """;

    private const string SelectChanges = $"""
        WITH page AS (
            SELECT e.recorded_at AS at, 0 AS source, e.stay_id AS owner, e.position AS place, e.id AS event_id
            FROM stay_events e JOIN stays o ON o.tenant_id = e.tenant_id AND o.id = e.stay_id
            WHERE e.tenant_id = ?1 AND o.site_id = ?2 AND e.kind IN ('timeCorrected', 'carvedOut', 'reopened') AND e.recorded_at >= ?3 AND e.recorded_at < ?4
                AND (?5 IS NULL OR e.stay_id = ?5) AND ?6 IS NULL AND (?7 IS NULL OR e.by_id = ?7 OR json_extract(e.detail, '$.approval.approver') = ?7)
                AND (e.recorded_at, 0, e.stay_id, e.position) > (?8, ?9, ?10, ?11)
            UNION ALL
            SELECT c.at, 1, c.tariff_id, c.sequence, NULL
            FROM tariff_changes c JOIN tariffs o ON o.tenant_id = c.tenant_id AND o.id = c.tariff_id
            WHERE c.tenant_id = ?1 AND o.site_id = ?2 AND c.at >= ?3 AND c.at < ?4
                AND ?5 IS NULL AND (?6 IS NULL OR c.tariff_id = ?6) AND (?7 IS NULL OR c.by_id = ?7)
                AND (c.at, 1, c.tariff_id, c.sequence) > (?8, ?9, ?10, ?11)
            ORDER BY at, source, owner, place LIMIT ?12)
        SELECT {AccountRows.Columns}, page.at, page.source, page.owner, page.place, page.event_id,
            {TursoTariffStore.Columns}, {TursoTariffStore.ChangeColumns}
        FROM page
        LEFT JOIN stays s ON page.source = 0 AND s.tenant_id = ?1 AND s.id = page.owner
        LEFT JOIN tariffs t ON page.source = 1 AND t.tenant_id = ?1 AND t.id = page.owner
        LEFT JOIN tariff_changes c ON page.source = 1 AND c.tenant_id = ?1 AND c.tariff_id = page.owner AND c.sequence = page.place
        ORDER BY page.at, page.source, page.owner, page.place
        """;

    /// <inheritdoc/>
    public async Task<Page<StayAccount>> AccountsAsync(TenantId tenant, StayQuery query, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(page);
        if (StayFilter.Of(tenant, query, page) is not var (sql, values)) return new([], null);
        var found = await source.ListAsync(
            string.Concat(SelectPage, sql, JoinPage, "page.registered_at DESC, page.id DESC"), values, AccountRows.Read, cancellationToken).ConfigureAwait(false);
        return Paging.Cut(found, page, a => InstantMark.Of(a.Stay.RegisteredAt, a.Stay.Id.Value));
    }

    /// <inheritdoc/>
    public async Task<Page<StayAccount>> EndedAsync(TenantId tenant, SiteId site, Instant from, Instant until, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(page);
        var filter = new Filter(
            "SELECT f.id, f.ended_at FROM stays f INDEXED BY stays_ended WHERE f.tenant_id = ?1 AND f.site_id = ?2 AND f.ended_at IS NOT NULL AND f.ended_at >= ?3 AND f.ended_at < ?4",
            tenant.Value, site.Value, from, until);
        if (page.After is { } after)
        {
            if (!InstantMark.TryParse(after, out var mark)) return new([], null);
            filter.Where("(f.ended_at, f.id) > ({0}, {1})", mark.At, mark.Id);
        }

        var (sql, values) = filter.End("ORDER BY f.ended_at, f.id", page.Size + 1);
        var found = await source.ListAsync(string.Concat(SelectPage, sql, JoinPage, "page.ended_at, page.id"), values, AccountRows.Read, cancellationToken).ConfigureAwait(false);
        return Paging.Cut(found, page, a => InstantMark.Of(a.Stay.EndedAt!.Value, a.Stay.Id.Value));
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<StayFigures>> FiguresAsync(TenantId tenant, SiteId site, Instant from, Instant until, CancellationToken cancellationToken) =>
        await source.ListAsync(
            SelectFigures, [tenant.Value, site.Value, from, until],
            r => new StayFigures(r.Id<StayId>(0), !r.IsNull(1) && r.Enum<StatementKind>(1) == StatementKind.Credit, r.IsNull(2) ? null : Figures(r.Text(2))), cancellationToken)
            .ConfigureAwait(false);

    /// <inheritdoc/>
    public async Task<Page<RecordedChange>> ChangesAsync(TenantId tenant, SiteId site, ChangeQuery query, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(page);
        var mark = ChangeMark.None;
        if (page.After is { } after && !ChangeMark.TryParse(after, out mark)) return new([], null);
        var found = await source.ListAsync(
            SelectChanges,
            [
                tenant.Value, site.Value, query.From ?? Instant.MinValue, query.Until ?? Instant.MaxValue, query.Stay?.Value, query.Tariff?.Value, query.Person?.Value,
                mark.At, mark.Source, mark.Owner, mark.Place, page.Size + 1,
            ],
            Change, cancellationToken).ConfigureAwait(false);
        var cut = Paging.Cut(found, page, c => c.Mark.ToString());
        return new([.. cut.Items.Select(c => c.Change)], cut.Next);
    }

    private static BillFigures Figures(string json)
    {
        using var document = JsonDocument.Parse(json);
        var x = document.RootElement;
        return new(Part<Currency>(0), Part<Duration>(1), Part<Duration>(2), Part<Duration>(3), x[4].GetDecimal(), x[5].GetDecimal(), x[6].GetDecimal(), Part<List<ChargePayer>>(7));

        T Part<T>(int place) => x[place].Deserialize<T>(ClinicJson.Options)!;
    }

    private static (RecordedChange Change, ChangeMark Mark) Change(Row r)
    {
        const int Page = AccountRows.Count;
        const int Tariff = Page + 5;
        var at = r.Instant(Page);
        var mark = new ChangeMark(r.Long(Page), r.Long(Page + 1), r.Text(Page + 2), r.Long(Page + 3));
        return mark.Source == 0
            ? (new(at, AccountRows.Read(r), r.Id<StayEventId>(Page + 4), null, null), mark)
            : (new(at, null, null, TursoTariffStore.Read(r, Tariff), TursoTariffStore.ReadChange(r, Tariff + TursoTariffStore.ColumnCount)), mark);
    }
}
