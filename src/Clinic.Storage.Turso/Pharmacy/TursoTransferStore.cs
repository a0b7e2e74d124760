using Clinic.Abstractions;
using Clinic.Pharmacy.Transfers;

namespace Clinic.Storage.Turso.Pharmacy;

/// <summary>Transfers with their lines.</summary>
internal sealed class TursoTransferStore(ClinicDatabase source) : ITransferStore
{
    private const string Select = """
        SELECT t.id, t.from_location_id, t.via_location_id, t.to_location_id, t.sent, t.status, t.version,
            (SELECT json_group_array(json_array(x.position, x.lot_id, x.presentation_id, x.scale, x.sent, x.received, x.lost))
             FROM stock_transfer_lines x WHERE x.tenant_id = t.tenant_id AND x.transfer_id = t.id)
        FROM stock_transfers t WHERE t.tenant_id = ?1
        """;

    private const string Insert = """
        INSERT INTO stock_transfers (tenant_id, id, from_location_id, via_location_id, to_location_id, sent, status, version, created_at, updated_at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?9)
        """;

    private const string Update =
        "UPDATE stock_transfers SET status = ?3, version = ?4, updated_at = ?5 WHERE tenant_id = ?1 AND id = ?2 AND version = ?4 - 1";

    /// <inheritdoc/>
    public Task<Transfer?> FindAsync(TenantId tenant, TransferId transfer, CancellationToken cancellationToken) =>
        source.FindAsync($"{Select} AND t.id = ?2", [tenant.Value, transfer.Value], Read, cancellationToken);

    /// <inheritdoc/>
    public async Task<Page<Transfer>> ListAsync(TenantId tenant, bool inTransitOnly, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(page);
        var filter = new Filter(Select, tenant.Value);
        if (inTransitOnly) filter.And("t.status =", SqlValue.Of(TransferStatus.InTransit));
        if (page.After is { } after) filter.And("(t.sent, t.id) < (SELECT a.sent, a.id FROM stock_transfers a WHERE a.tenant_id = ?1 AND a.id =", after).Close();
        var (sql, values) = filter.End("ORDER BY t.sent DESC, t.id DESC", page.Size + 1);
        return Paging.Cut(await source.ListAsync(sql, values, Read, cancellationToken).ConfigureAwait(false), page, t => t.Id.ToString());
    }

    /// <inheritdoc/>
    public void Add(IUnit unit, Transfer transfer)
    {
        var mine = TursoUnit.Of(unit);
        var s = transfer.ToSnapshot();
        mine.Add(
            Insert, Guard.OneRow(transfer.Fact),
            mine.Tenant, s.Id.Value, s.From.Value, s.Via.Value, s.To.Value, s.Sent, SqlValue.Of(s.Status), s.Version, mine.Now);
        for (var i = 0; i < s.Lines.Count; i++)
        {
            var x = s.Lines[i];
            mine.Add(
                "INSERT INTO stock_transfer_lines (tenant_id, transfer_id, position, lot_id, presentation_id, scale, sent, received, lost) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
                Guard.None, mine.Tenant, s.Id.Value, i, x.Lot.Value, x.Presentation.Value, x.Sent.Scale, x.Sent.Steps, x.Received.Steps, x.Lost.Steps);
        }
    }

    /// <inheritdoc/>
    public void Save(IUnit unit, Transfer transfer)
    {
        var mine = TursoUnit.Of(unit);
        mine.Add(Update, Guard.OneRow(transfer.Fact), mine.Tenant, transfer.Id.Value, SqlValue.Of(transfer.Status), transfer.Version, mine.Now);
        for (var i = 0; i < transfer.Lines.Count; i++)
        {
            mine.Add(
                "UPDATE stock_transfer_lines SET received = ?4, lost = ?5 WHERE tenant_id = ?1 AND transfer_id = ?2 AND position = ?3",
                Guard.OneRow(transfer.Fact), mine.Tenant, transfer.Id.Value, i, transfer.Lines[i].Received.Steps, transfer.Lines[i].Lost.Steps);
        }
    }

    private static Transfer Read(Row r) => Transfer.Restore(new(
        r.Id<TransferId>(0), r.Id<LocationId>(1), r.Id<LocationId>(2), r.Id<LocationId>(3), r.Instant(4),
        JsonRows.Read(r.Text(7), x =>
        {
            var scale = (int)x.Long(3);
            return new TransferLine(LotId.Parse(x.Text(1)), PresentationId.Parse(x.Text(2)), new(x.Long(4), scale), new(x.Long(5), scale), new(x.Long(6), scale));
        }),
        r.Enum<TransferStatus>(5), r.Long(6)));
}
