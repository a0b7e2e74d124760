using System.Globalization;
using System.Text.Json;
using Clinic.Abstractions;
using Clinic.Pharmacy.Prices;
using NodaTime;

namespace Clinic.Storage.Turso.Pharmacy.Prices;

/// <summary>Price lists: a head that moves, versions and prices that never change.</summary>
internal sealed class TursoPriceListStore(ClinicDatabase source) : IPriceListStore
{
    private static readonly LocalDate NoEnd = new(9999, 12, 31);

    private const string Fields = """
        l.id, l.code, v.name, l.site_id, l.segment, l.currency, l.tax_inclusive, l.rounding, l.valid_from, v.valid_until, v.effective, v.is_retired,
            v.author_id, v.approver_id, v.reason, v.published, v.version
        """;

    private const string From = "FROM price_lists l JOIN price_list_versions v ON v.tenant_id = l.tenant_id AND v.list_id = l.id WHERE l.tenant_id = ?1";

    private const string Prices = """
        (SELECT json_group_array(json_array(e.position, e.presentation_id, e.level, e.minimum, e.rule, e.value, e.tax_group, e.floor))
         FROM price_list_entries e WHERE e.tenant_id = v.tenant_id AND e.list_id = v.list_id AND e.version = v.version
        """;

    private const string Heads = $"SELECT {Fields}, '[]' {From}";

    private const string NoOverlap = """
        SELECT NOT EXISTS (
            SELECT 1 FROM price_lists o
            WHERE o.tenant_id = ?1 AND o.site_id = ?3 AND o.segment = ?4 AND o.currency = ?5 AND o.id <> ?2
                AND o.valid_from <= o.valid_last AND ?6 <= ?7 AND o.valid_from <= ?7 AND o.valid_last >= ?6)
        """;

    private const string InsertEntries = """
        INSERT INTO price_list_entries (tenant_id, list_id, version, position, presentation_id, level, minimum, rule, value, tax_group, floor)
        SELECT ?1, ?2, ?3, e.key, json_extract(e.value, '$[0]'), json_extract(e.value, '$[1]'), json_extract(e.value, '$[2]'), json_extract(e.value, '$[3]'),
            json_extract(e.value, '$[4]'), json_extract(e.value, '$[5]'), json_extract(e.value, '$[6]')
        FROM json_each(?4) e
        """;

    /// <inheritdoc/>
    public Task<PriceList?> FindAsync(TenantId tenant, PriceListId list, long? version, CancellationToken cancellationToken) =>
        source.FindAsync(
            $"SELECT {Fields}, {Prices}) {From} AND l.id = ?2 AND v.version = coalesce(?3, l.version)", [tenant.Value, list.Value, version], Read, cancellationToken);

    /// <inheritdoc/>
    public async Task<PriceList?> FindByCodeAsync(TenantId tenant, string code, CancellationToken cancellationToken) =>
        (await source.FindAsync($"{Heads} AND l.code = ?2 AND v.version = l.version", [tenant.Value, code], Read, cancellationToken).ConfigureAwait(false))?.Part();

    /// <inheritdoc/>
    public async Task<Page<PriceList>> ListAsync(TenantId tenant, PriceListQuery query, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(page);
        var filter = new Filter($"{Heads} AND v.version = l.version", tenant.Value);
        if (query.Site is { } site) filter.And("l.site_id =", site.Value);
        if (query.Segment is { } segment) filter.And("l.segment =", segment.ToString());
        if (page.After is { } after) filter.And("l.code >", after);
        var (sql, values) = filter.End("ORDER BY l.code", page.Size + 1);
        return Paging.Cut(await source.ListAsync(sql, values, ReadPart, cancellationToken).ConfigureAwait(false), page, l => l.Code);
    }

    /// <inheritdoc/>
    public async Task<Page<PriceList>> HistoryAsync(TenantId tenant, PriceListId list, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(page);
        var filter = new Filter($"{Heads} AND l.id = ?2", tenant.Value, list.Value);
        if (page.After is { } after) filter.And("v.version <", long.Parse(after, CultureInfo.InvariantCulture));
        var (sql, values) = filter.End("ORDER BY v.version DESC", page.Size + 1);
        return Paging.Cut(
            await source.ListAsync(sql, values, ReadPart, cancellationToken).ConfigureAwait(false), page, l => l.Version.ToString(CultureInfo.InvariantCulture));
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<PriceList>> InForceAsync(
        TenantId tenant, SiteId site, PriceSegment segment, LocalDate date, PresentationId presentation, CancellationToken cancellationToken)
    {
        var found = await source.ListAsync(
            $"""
            SELECT {Fields}, {Prices} AND e.presentation_id = ?5) {From} AND l.site_id = ?2 AND l.segment = ?3 AND v.version = (
                SELECT max(x.version) FROM price_list_versions x WHERE x.tenant_id = ?1 AND x.list_id = l.id AND x.effective <= ?4)
            ORDER BY l.code
            """,
            [tenant.Value, site.Value, segment.ToString(), date, presentation.Value], Read, cancellationToken).ConfigureAwait(false);
        return [.. found.Where(l => l.HoldsOn(date)).Select(l => l.Part(presentation))];
    }

    /// <inheritdoc/>
    public void Save(IUnit unit, PriceList list)
    {
        ArgumentNullException.ThrowIfNull(list);
        if (list.IsPart) throw new ArgumentException("A price list of which only some prices were read is not stored.", nameof(list));
        var mine = TursoUnit.Of(unit);
        var s = list.ToSnapshot();
        var last = list.Last ?? NoEnd;
        mine.Add(NoOverlap, Guard.Holds(list.Fact), mine.Tenant, s.Id.Value, s.Site.Value, s.Segment.ToString(), s.Currency.Code, s.From, last);
        if (s.Version == 1)
        {
            mine.Add(
                """
                INSERT INTO price_lists (tenant_id, id, code, site_id, segment, currency, tax_inclusive, rounding, valid_from, valid_last, version, created_at, updated_at)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, 1, ?11, ?11)
                """,
                Guard.OneRow(list.Fact),
                mine.Tenant, s.Id.Value, s.Code, s.Site.Value, s.Segment.ToString(), s.Currency.Code, s.TaxInclusive, SqlValue.Of(s.Rounding), s.From, last, mine.Now);
        }
        else
        {
            mine.Add(
                "UPDATE price_lists SET valid_last = ?3, version = ?4, updated_at = ?5 WHERE tenant_id = ?1 AND id = ?2 AND version = ?4 - 1",
                Guard.OneRow(list.Fact), mine.Tenant, s.Id.Value, last, s.Version, mine.Now);
        }

        mine.Add(
            """
            INSERT INTO price_list_versions (tenant_id, list_id, version, name, valid_until, effective, is_retired, author_id, approver_id, reason, published)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
            """,
            Guard.OneRow(list.Fact),
            mine.Tenant, s.Id.Value, s.Version, s.Name, s.Until, s.Effective, s.IsRetired, s.Author.Value, s.Approver?.Value, s.Reason, s.At);
        // All prices in one statement: a list may have thousands.
        mine.Add(InsertEntries, Guard.None, mine.Tenant, s.Id.Value, s.Version, JsonSerializer.Serialize(s.Entries.Select(ToRow)));
    }

    private static string?[] ToRow(PriceEntry e) =>
    [
        e.Presentation.ToString(), e.Per.Level, Text(e.Per.Minimum), SqlValue.Of(e.Rule.Kind).Text, Text(e.Rule.Value), e.TaxGroup, Text(e.Floor),
    ];

    private static string? Text(decimal? value) => value?.ToString(CultureInfo.InvariantCulture);

    private static decimal? Number(string? text) => text is null ? null : decimal.Parse(text, CultureInfo.InvariantCulture);

    private static PriceList ReadPart(Row r) => Read(r).Part();

    private static PriceList Read(Row r) => PriceList.Restore(new(
        r.Id<PriceListId>(0), r.Text(1), r.Text(2), r.Id<SiteId>(3), Segments.Read(r.Text(4)), Currency.Of(r.Text(5)), r.Bool(6), r.Enum<MidpointRounding>(7),
        r.Date(8), r.DateOrNull(9), r.Date(10),
        JsonRows.Read(r.Text(17), x => new PriceEntry(
            PresentationId.Parse(x.Text(1)), new PricePer(x.TextOrNull(2), Number(x.TextOrNull(3))), new PriceRule(x.Enum<PriceRuleKind>(4), Number(x.Text(5))!.Value),
            x.Text(6), Number(x.TextOrNull(7)))),
        r.Bool(11), r.Id<PersonId>(12), r.IdOrNull<PersonId>(13), r.Text(14), r.Instant(15), r.Long(16)));
}
