using System.Globalization;
using System.Text.Json;
using Clinic.Abstractions;
using Clinic.EmergencyBilling.Tariffs;

namespace Clinic.Storage.Turso.EmergencyBilling.Tariffs;

/// <summary>Tariffs: a head that moves, versions whose prices never change, and what was done to them.</summary>
internal sealed class TursoTariffStore(ClinicDatabase source) : ITariffStore
{
    /// <summary>How many columns a tariff has.</summary>
    public const int ColumnCount = 8;

    /// <summary>A tariff whole, of the table with the alias <c>t</c>.</summary>
    public const string Columns = """
        t.id, t.name, t.payer, t.service_line, t.acuity, t.currency, t.version,
            (SELECT json_group_array(json_array(v.number, v.effective_from, v.effective_to, v.terms, v.status, v.author_id, v.written_at, v.reason,
                v.replaces, v.approver_id, v.published_at, v.content_hash))
             FROM tariff_versions v WHERE v.tenant_id = t.tenant_id AND v.tariff_id = t.id)
        """;

    /// <summary>What was done to a tariff, of the table with the alias <c>c</c>.</summary>
    public const string ChangeColumns = "c.sequence, c.kind, c.number, c.by_id, c.at, c.reason, c.end_before, c.end_after";

    private const string Select = $"SELECT {Columns} FROM tariffs t WHERE t.tenant_id = ?1 AND t.site_id = ?2";

    private const string InsertVersion = """
        INSERT INTO tariff_versions (
            tenant_id, tariff_id, number, effective_from, effective_to, terms, status, author_id, written_at, reason, replaces, approver_id, published_at, content_hash)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)
        """;

    /// <inheritdoc/>
    public Task<Tariff?> FindAsync(TenantId tenant, SiteId site, TariffId tariff, CancellationToken cancellationToken) =>
        source.FindAsync($"{Select} AND t.id = ?3", [tenant.Value, site.Value, tariff.Value], Read, cancellationToken);

    /// <inheritdoc/>
    public async Task<Page<Tariff>> ListAsync(TenantId tenant, SiteId site, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(page);
        var filter = new Filter(Select, tenant.Value, site.Value);
        if (page.After is { } after) filter.And("t.name || '|' || t.id >", after);
        var (sql, values) = filter.End("ORDER BY t.name || '|' || t.id", page.Size + 1);
        return Paging.Cut(await source.ListAsync(sql, values, Read, cancellationToken).ConfigureAwait(false), page, t => $"{t.Name}|{t.Id}");
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Tariff>> AllAsync(TenantId tenant, SiteId site, CancellationToken cancellationToken) =>
        await source.ListAsync($"{Select} ORDER BY t.name || '|' || t.id", [tenant.Value, site.Value], Read, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public async Task<long> BookVersionAsync(TenantId tenant, SiteId site, CancellationToken cancellationToken) =>
        (await source.ListAsync(
            "SELECT b.version FROM tariff_books b WHERE b.tenant_id = ?1 AND b.id = ?2", [tenant.Value, site.Value], r => r.Long(0), cancellationToken)
            .ConfigureAwait(false)).FirstOrDefault();

    /// <inheritdoc/>
    public async Task<Page<TariffChange>> HistoryAsync(TenantId tenant, TariffId tariff, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(page);
        var filter = new Filter(
            $"SELECT {ChangeColumns} FROM tariff_changes c WHERE c.tenant_id = ?1 AND c.tariff_id = ?2",
            tenant.Value, tariff.Value);
        if (page.After is { } after) filter.And("c.sequence <", long.Parse(after, CultureInfo.InvariantCulture));
        var (sql, values) = filter.End("ORDER BY c.sequence DESC", page.Size + 1);
        var found = await source.ListAsync(
            sql, values, r => ReadChange(r, 0), cancellationToken).ConfigureAwait(false);
        return Paging.Cut(found, page, c => c.Sequence.ToString(CultureInfo.InvariantCulture));
    }

    /// <inheritdoc/>
    public void Save(IUnit unit, Tariff tariff, TariffChange change, long bookVersion)
    {
        ArgumentNullException.ThrowIfNull(tariff);
        ArgumentNullException.ThrowIfNull(change);
        var mine = TursoUnit.Of(unit);
        var s = tariff.ToSnapshot();
        var site = unit.Context.Site;
        TariffBookWrites.Move(mine, site, bookVersion);
        mine.Add(
            s.Version == 1
                ? """
                  INSERT INTO tariffs (tenant_id, id, site_id, version, updated_at, created_at, name, payer, service_line, acuity, currency)
                  VALUES (?1, ?2, ?3, ?4, ?5, ?5, ?6, ?7, ?8, ?9, ?10)
                  """
                : "UPDATE tariffs SET version = ?4, updated_at = ?5 WHERE tenant_id = ?1 AND id = ?2 AND site_id = ?3 AND version = ?4 - 1",
            Guard.OneRow(tariff.Fact),
            s.Version == 1
                ? [mine.Tenant, s.Id.Value, site.Value, s.Version, mine.Now, s.Name, s.Key.Payer ?? "", s.Key.ServiceLine ?? "", Word(s.Key.Acuity), s.Currency.Code]
                : [mine.Tenant, s.Id.Value, site.Value, s.Version, mine.Now]);
        foreach (var v in s.Versions) Write(mine, tariff, v, change);
        mine.Add(
            "INSERT INTO tariff_changes (tenant_id, tariff_id, sequence, kind, number, by_id, at, reason, end_before, end_after) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
            Guard.OneRow(tariff.Fact),
            mine.Tenant, s.Id.Value, change.Sequence, SqlValue.Of(change.Kind), change.Number, change.By.Value, change.At, change.Reason, change.EndBefore, change.EndAfter);
    }

    /// <summary>A tariff whose columns begin at a place.</summary>
    public static Tariff Read(Row r, int at) => Tariff.Restore(new(
        r.Id<TariffId>(at), r.Text(at + 1),
        new(Named(r.Text(at + 2)), Named(r.Text(at + 3)), Named(r.Text(at + 4)) is null ? null : r.Enum<AcuityLevel>(at + 4)), Currency.Of(r.Text(at + 5)),
        [.. JsonRows.Read(r.Text(at + 7), ReadVersion).OrderBy(v => v.Number)], r.Long(at + 6)));

    /// <summary>An entry of a history whose columns begin at a place.</summary>
    public static TariffChange ReadChange(Row r, int at) => new(
        r.Long(at), r.Enum<TariffChangeKind>(at + 1), r.IntOrNull(at + 2), r.Id<PersonId>(at + 3), r.Instant(at + 4), r.Text(at + 5), r.InstantOrNull(at + 6), r.InstantOrNull(at + 7));

    // Only what an act can touch is written: the new draft, or status and end of what is published.
    private static void Write(TursoUnit mine, Tariff tariff, TariffVersionSnapshot v, TariffChange change)
    {
        if (change.Kind == TariffChangeKind.Drafted)
        {
            if (v.Number != change.Number) return;
            mine.Add(
                InsertVersion, Guard.OneRow(tariff.Fact),
                mine.Tenant, tariff.Id.Value, v.Number, v.EffectiveFrom, v.EffectiveTo, JsonSerializer.Serialize(v.Terms, ClinicJson.Options), SqlValue.Of(v.Status),
                v.Author.Value, v.WrittenAt, v.Reason, v.Replaces, v.Approver?.Value, v.PublishedAt, v.ContentHash);
        }
        else if (v.Status != TariffStatus.Draft)
        {
            mine.Add(
                """
                UPDATE tariff_versions SET status = ?4, effective_to = ?5, approver_id = ?6, published_at = ?7
                WHERE tenant_id = ?1 AND tariff_id = ?2 AND number = ?3
                    AND (status <> ?4 OR effective_to IS NOT ?5 OR approver_id IS NOT ?6 OR published_at IS NOT ?7)
                """,
                Guard.None, mine.Tenant, tariff.Id.Value, v.Number, SqlValue.Of(v.Status), v.EffectiveTo, v.Approver?.Value, v.PublishedAt);
        }
    }

    private static SqlValue Word(AcuityLevel? acuity) => acuity is { } known ? SqlValue.Of(known) : "";

    private static Tariff Read(Row r) => Read(r, 0);

    private static string? Named(string text) => text.Length == 0 ? null : text;

    private static TariffVersionSnapshot ReadVersion(JsonElement x) => new(
        x.Int(0), x.Instant(1), x.InstantOrNull(2), JsonSerializer.Deserialize<TariffTerms>(x.Text(3), ClinicJson.Options)!, x.Enum<TariffStatus>(4),
        PersonId.Parse(x.Text(5)), x.Instant(6), x.Text(7), (int?)x.LongOrNull(8), x.TextOrNull(9) is { } approver ? PersonId.Parse(approver) : null, x.InstantOrNull(10), x.Text(11));
}
