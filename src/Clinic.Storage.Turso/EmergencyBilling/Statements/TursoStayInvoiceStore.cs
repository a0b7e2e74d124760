using System.Text.Json;
using Clinic.Abstractions;
using Clinic.EmergencyBilling.Statements.Invoices;
using Clinic.EmergencyBilling.Stays;
using Clinic.Storage.Turso.Dispensing;
using NodaTime;

namespace Clinic.Storage.Turso.EmergencyBilling.Statements;

/// <summary>Invoices and credit notes of stays.</summary>
internal sealed class TursoStayInvoiceStore(ClinicDatabase source) : IStayInvoiceStore
{
    private const string Select = """
        SELECT i.id, i.kind, i.stay_id, i.encounter_id, i.site_id, i.patient_id, i.revision, i.payer, i.currency, i.lines, i.credits_id, i.requested, i.status, i.number,
            i.authorisation, i.reason, i.answered, i.attempts, i.next_attempt, i.version
        FROM stay_invoices i WHERE i.tenant_id = ?1
        """;

    private const string Insert = """
        INSERT INTO stay_invoices (tenant_id, id, kind, stay_id, encounter_id, site_id, patient_id, revision, payer, currency, lines, credits_id, requested, status, number,
            authorisation, reason, answered, attempts, next_attempt, version)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21)
        """;

    private const string Update = """
        UPDATE stay_invoices SET status = ?3, number = ?4, authorisation = ?5, reason = ?6, answered = ?7, attempts = ?8, next_attempt = ?9, version = ?10
        WHERE tenant_id = ?1 AND id = ?2 AND version = ?10 - 1
        """;

    /// <inheritdoc/>
    public Task<StayInvoice?> FindAsync(TenantId tenant, StayInvoiceId invoice, CancellationToken cancellationToken) =>
        source.FindAsync($"{Select} AND i.id = ?2", [tenant.Value, invoice.Value], Read, cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<StayInvoice>> OfStayAsync(TenantId tenant, StayId stay, CancellationToken cancellationToken) =>
        await source.ListAsync($"{Select} AND i.stay_id = ?2 ORDER BY i.requested, i.id", [tenant.Value, stay.Value], Read, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<StayInvoice>> OfEncounterAsync(TenantId tenant, EncounterId encounter, CancellationToken cancellationToken) =>
        await source.ListAsync($"{Select} AND i.encounter_id = ?2 ORDER BY i.requested, i.id", [tenant.Value, encounter.Value], Read, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<StayInvoice>> DueAsync(TenantId tenant, Instant now, int most, CancellationToken cancellationToken) =>
        await source.ListAsync(
            $"{Select} AND i.next_attempt IS NOT NULL AND i.next_attempt <= ?2 ORDER BY i.next_attempt, i.id LIMIT ?3",
            [tenant.Value, now, most], Read, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public async Task<Page<StayInvoice>> ListAsync(TenantId tenant, SiteId site, StayInvoiceStatus? status, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(page);
        var filter = new Filter(Select, tenant.Value);
        filter.And("i.site_id =", site.Value);
        if (status is { } one) filter.And("i.status =", SqlValue.Of(one));
        if (page.After is { } after)
        {
            if (!InstantMark.TryParse(after, out var mark)) return new([], null);
            filter.Where("(i.requested, i.id) < ({0}, {1})", mark.At, mark.Id);
        }

        var (sql, values) = filter.End("ORDER BY i.requested DESC, i.id DESC", page.Size + 1);
        var found = await source.ListAsync(sql, values, Read, cancellationToken).ConfigureAwait(false);
        return Paging.Cut(found, page, i => InstantMark.Of(i.ToSnapshot().Requested, i.Id.Value));
    }

    /// <inheritdoc/>
    public void Add(IUnit unit, StayInvoice invoice)
    {
        ArgumentNullException.ThrowIfNull(invoice);
        var mine = TursoUnit.Of(unit);
        var s = invoice.ToSnapshot();
        mine.Add(
            Insert, Guard.OneRow(invoice.Fact),
            mine.Tenant, s.Id.Value, SqlValue.Of(s.Kind), s.Stay.Value, s.Encounter.Value, s.Site.Value, s.Patient.Value, s.Revision, s.Payer, s.Currency.Code,
            JsonSerializer.Serialize(s.Lines, ClinicJson.Options), s.Credits?.Value, s.Requested, SqlValue.Of(s.Status), s.Number, s.Authorisation, s.Reason, s.Answered,
            s.Attempts, s.NextAttempt, s.Version);
    }

    /// <inheritdoc/>
    public void Save(IUnit unit, StayInvoice invoice)
    {
        ArgumentNullException.ThrowIfNull(invoice);
        var mine = TursoUnit.Of(unit);
        var s = invoice.ToSnapshot();
        mine.Add(
            Update, Guard.OneRow(invoice.Fact),
            mine.Tenant, s.Id.Value, SqlValue.Of(s.Status), s.Number, s.Authorisation, s.Reason, s.Answered, s.Attempts, s.NextAttempt, s.Version);
    }

    private static StayInvoice Read(Row r) => StayInvoice.Restore(new(
        r.Id<StayInvoiceId>(0), r.Enum<StayInvoiceKind>(1), r.Id<StayId>(2), r.Id<EncounterId>(3), r.Id<SiteId>(4), r.Id<PatientId>(5), r.Int(6), r.TextOrNull(7),
        Currency.Of(r.Text(8)), JsonSerializer.Deserialize<List<StayInvoiceLine>>(r.Text(9), ClinicJson.Options)!, r.IdOrNull<StayInvoiceId>(10), r.Instant(11),
        r.Enum<StayInvoiceStatus>(12), r.TextOrNull(13), r.TextOrNull(14), r.TextOrNull(15), r.InstantOrNull(16), r.Int(17), r.InstantOrNull(18), r.Long(19)));
}
