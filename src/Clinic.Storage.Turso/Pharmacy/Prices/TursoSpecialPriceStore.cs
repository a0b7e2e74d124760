using Clinic.Abstractions;
using Clinic.Pharmacy.Prices;
using NodaTime;
using NodaTime.Text;

namespace Clinic.Storage.Turso.Pharmacy.Prices;

/// <summary>Special prices.</summary>
internal sealed class TursoSpecialPriceStore(ClinicDatabase source) : ISpecialPriceStore
{
    private const string Select = """
        SELECT s.id, s.site_id, s.presentation_id, s.segment, s.patient_id, s.currency, s.level, s.amount, s.percent_off, s.valid_from, s.valid_until,
            s.author_id, s.approver_id, s.reason, s.approved, s.ended_last, s.ended_by, s.ended, s.ended_reason, s.version
        FROM special_prices s WHERE s.tenant_id = ?1
        """;

    private const string Insert = """
        INSERT INTO special_prices (tenant_id, id, site_id, presentation_id, segment, patient_id, currency, level, amount, percent_off, valid_from, valid_until,
            author_id, approver_id, reason, approved, version, created_at, updated_at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, 1, ?17, ?17)
        """;

    private const string Update = """
        UPDATE special_prices SET ended_last = ?3, ended_by = ?4, ended = ?5, ended_reason = ?6, version = ?7, updated_at = ?8
        WHERE tenant_id = ?1 AND id = ?2 AND version = ?7 - 1
        """;

    private const string NoOverlap = """
        SELECT NOT EXISTS (
            SELECT 1 FROM special_prices o
            WHERE o.tenant_id = ?1 AND o.id <> ?2 AND o.site_id = ?3 AND o.presentation_id = ?4 AND o.segment = ?5 AND o.patient_id IS ?6 AND o.currency = ?7
                AND o.valid_from <= coalesce(o.ended_last, o.valid_until) AND ?8 <= ?9
                AND o.valid_from <= ?9 AND coalesce(o.ended_last, o.valid_until) >= ?8)
        """;

    /// <inheritdoc/>
    public Task<SpecialPrice?> FindAsync(TenantId tenant, SpecialPriceId special, CancellationToken cancellationToken) =>
        source.FindAsync($"{Select} AND s.id = ?2", [tenant.Value, special.Value], Read, cancellationToken);

    /// <inheritdoc/>
    public async Task<Page<SpecialPrice>> ListAsync(TenantId tenant, SpecialPriceQuery query, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(page);
        var filter = new Filter(Select, tenant.Value);
        if (query.Site is { } site) filter.And("s.site_id =", site.Value);
        if (query.Presentation is { } presentation) filter.And("s.presentation_id =", presentation.Value);
        if (query.Segment is { } segment) filter.And("s.segment =", segment.ToString());
        if (query.On is { } date) filter.Where("s.valid_from <= {0} AND coalesce(s.ended_last, s.valid_until) >= {0}", date);
        if (page.After is { } after) filter.And("s.valid_from || '|' || s.id >", after);
        var (sql, values) = filter.End("ORDER BY s.valid_from, s.id", page.Size + 1);
        return Paging.Cut(
            await source.ListAsync(sql, values, Read, cancellationToken).ConfigureAwait(false), page, s => $"{LocalDatePattern.Iso.Format(s.From)}|{s.Id}");
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<SpecialPrice>> InForceAsync(
        TenantId tenant, SiteId site, PriceSegment segment, PatientId? patient, LocalDate date, PresentationId presentation, CancellationToken cancellationToken) =>
        await source.ListAsync(
            $"""
            {Select} AND s.site_id = ?2 AND s.segment = ?3 AND s.presentation_id = ?4 AND (s.patient_id IS NULL OR s.patient_id = ?5)
                AND s.valid_from <= ?6 AND coalesce(s.ended_last, s.valid_until) >= ?6
            ORDER BY s.valid_from, s.id
            """,
            [tenant.Value, site.Value, segment.ToString(), presentation.Value, patient?.Value, date], Read, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public void Save(IUnit unit, SpecialPrice special)
    {
        ArgumentNullException.ThrowIfNull(special);
        var mine = TursoUnit.Of(unit);
        var s = special.ToSnapshot();
        mine.Add(
            NoOverlap, Guard.Holds(special.Fact),
            mine.Tenant, s.Id.Value, s.Site.Value, s.Presentation.Value, s.Segment.ToString(), s.Patient?.Value, s.Currency.Code, s.From, special.Last);
        if (s.Version > 1)
        {
            mine.Add(Update, Guard.OneRow(special.Fact), mine.Tenant, s.Id.Value, s.End?.Last, s.End?.By.Value, s.End?.At, s.End?.Reason, s.Version, mine.Now);
            return;
        }

        mine.Add(
            Insert, Guard.OneRow(special.Fact),
            mine.Tenant, s.Id.Value, s.Site.Value, s.Presentation.Value, s.Segment.ToString(), s.Patient?.Value, s.Currency.Code, s.Per?.Level, s.Amount, s.PercentOff,
            s.From, s.Until, s.Author.Value, s.Approver.Value, s.Reason, s.At, mine.Now);
    }

    private static SpecialPrice Read(Row r)
    {
        var amount = r.DecimalOrNull(7);
        return SpecialPrice.Restore(new(
            r.Id<SpecialPriceId>(0), r.Id<SiteId>(1), r.Id<PresentationId>(2), Segments.Read(r.Text(3)), r.IdOrNull<PatientId>(4), Currency.Of(r.Text(5)),
            amount is null ? null : new PricePer(r.TextOrNull(6)), amount, r.DecimalOrNull(8), r.Date(9), r.Date(10), r.Id<PersonId>(11), r.Id<PersonId>(12), r.Text(13),
            r.Instant(14), r.IsNull(15) ? null : new SpecialPriceEnd(r.Date(15), r.Id<PersonId>(16), r.Instant(17), r.Text(18)), r.Long(19)));
    }
}
