using Clinic.Abstractions;
using Clinic.Pharmacy.Alerts;
using NodaTime;

namespace Clinic.Storage.Turso.Pharmacy.Alerts;

/// <summary>Groups the ledger of a presentation by quarter of an hour, in one statement with what is on hand.</summary>
internal sealed class TursoConsumptionStore(ClinicDatabase source) : IConsumptionStore
{
    // Instants of the ledger lie after 1970, so whole division rounds down.
    private const string Sql = """
        SELECT m.location_id, m.occurred / ?4 * ?4 AS start, max(m.scale),
            sum(CASE WHEN m.kind = ?5 THEN -m.change ELSE 0 END), sum(CASE WHEN m.kind = ?6 THEN m.change ELSE 0 END), sum(max(m.change, 0)), sum(m.change)
        FROM stock_movements m WHERE m.tenant_id = ?1 AND m.presentation_id = ?2 AND m.occurred >= ?3 GROUP BY m.location_id, start
        UNION ALL
        SELECT b.location_id, NULL, max(b.scale), 0, 0, 0, sum(b.on_hand)
        FROM stock_balances b WHERE b.tenant_id = ?1 AND b.presentation_id = ?2 AND b.on_hand > 0 GROUP BY b.location_id
        ORDER BY 1, 2
        """;

    /// <inheritdoc/>
    public async Task<ConsumptionHistory> HistoryAsync(TenantId tenant, PresentationId presentation, Instant from, CancellationToken cancellationToken)
    {
        var length = (long)ConsumptionSlice.Length.TotalSeconds * 1_000_000;
        var rows = await source.ListAsync(
            Sql,
            [tenant.Value, presentation.Value, from, length, SqlValue.Of(Clinic.Pharmacy.Stock.MovementKind.Issue), SqlValue.Of(Clinic.Pharmacy.Stock.MovementKind.Return)],
            r => (At: r.Id<LocationId>(0), Start: r.InstantOrNull(1), Scale: r.Int(2), Issued: r.Long(3), Returned: r.Long(4), Arrived: r.Long(5), Change: r.Long(6)),
            cancellationToken).ConfigureAwait(false);
        return new(
            rows.Count == 0 ? 0 : rows[0].Scale,
            rows.Where(r => r.Start is null).ToDictionary(r => r.At, r => r.Change),
            [.. rows.Where(r => r.Start is not null).Select(r => new ConsumptionSlice(r.At, r.Start!.Value, r.Issued, r.Returned, r.Arrived, r.Change))]);
    }
}
