using System.Text.Json;
using Clinic.Abstractions;
using Clinic.EmergencyBilling.Statements;
using Clinic.EmergencyBilling.Stays;

namespace Clinic.Storage.Turso.EmergencyBilling.Statements;

/// <summary>Revisions of bills, each whole as it was recorded.</summary>
internal sealed class TursoStatementStore(ClinicDatabase source) : IStatementStore
{
    private const string Select =
        "SELECT s.stay_id, s.site_id, s.revision, s.content, s.stay_version, s.by_id, s.at, s.reverses FROM stay_statements s WHERE s.tenant_id = ?1 AND s.stay_id = ?2";

    /// <inheritdoc/>
    public async Task<RecordedStatement?> FindAsync(TenantId tenant, StayId stay, int? revision, CancellationToken cancellationToken) =>
        (await source.ListAsync(
            $"{Select} AND s.revision = coalesce(?3, s.revision) ORDER BY s.revision DESC LIMIT 1", [tenant.Value, stay.Value, revision], Read, cancellationToken)
            .ConfigureAwait(false)).FirstOrDefault();

    /// <inheritdoc/>
    public async Task<IReadOnlyList<RecordedStatement>> AllAsync(TenantId tenant, StayId stay, CancellationToken cancellationToken) =>
        await source.ListAsync($"{Select} ORDER BY s.revision", [tenant.Value, stay.Value], Read, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public void Add(IUnit unit, RecordedStatement statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        var mine = TursoUnit.Of(unit);
        var c = statement.Statement;
        mine.Add(
            """
            INSERT INTO stay_statements (tenant_id, stay_id, revision, site_id, kind, as_of, currency, total, content, fingerprint, stay_version, by_id, at, reverses)
            SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14
            WHERE ?3 = 1 + coalesce((SELECT max(o.revision) FROM stay_statements o WHERE o.tenant_id = ?1 AND o.stay_id = ?2), 0)
            """,
            Guard.OneRow(EmergencyStay.FactOf(statement.Stay)),
            mine.Tenant, statement.Stay.Value, statement.Revision, statement.Site.Value, SqlValue.Of(c.Kind), c.AsOf, c.Currency.Code, c.Total,
            JsonSerializer.Serialize(c, ClinicJson.Options), c.Fingerprint, statement.StayVersion, statement.By.Value, statement.At, statement.Reverses);
    }

    private static RecordedStatement Read(Row r) => new(
        r.Id<StayId>(0), r.Id<SiteId>(1), r.Int(2), JsonSerializer.Deserialize<ChargeStatement>(r.Text(3), ClinicJson.Options)!, r.Long(4), r.Id<PersonId>(5), r.Instant(6),
        r.IntOrNull(7));
}
