using System.Text.Json;
using Clinic.Abstractions;
using Clinic.Pharmacy.Counting;
using Clinic.Pharmacy.Lots;
using Clinic.Pharmacy.Presentations;
using Clinic.Pharmacy.Receiving;
using Clinic.Pharmacy.Reservations;
using Clinic.Pharmacy.Stock;
using Clinic.Pharmacy.Transfers;

namespace Clinic.Testing.Histories;

/// <summary>Everything the ports show of a tenant at one moment; the ledger in its total order.</summary>
public sealed record HistoryState(
    IReadOnlyList<Lot> Lots, IReadOnlyList<LotStock> Stock, IReadOnlyList<StockMovement> Ledger, IReadOnlyList<Reservation> Reservations,
    IReadOnlyList<Transfer> Transfers, IReadOnlyList<StockCount> Counts, IReadOnlyList<Receipt> Receipts, IReadOnlyList<Presentation> Presentations,
    long Events, int Accepted, int Refused)
{
    public static async Task<HistoryState> ReadAsync(HistoryWorld w, CancellationToken ct)
    {
        var t = w.Tenant;
        var ledger = await AllAsync(p => w.Get<IMovementStore>().ListAsync(t, new MovementQuery(), p, ct));
        ledger.Reverse();
        var audit = await AllAsync(p => w.Get<IAuditLog>().ListAsync(t, new AuditQuery(), p, ct));
        var depth = await w.Get<IOutbox>().DepthAsync(t, ct);
        return new(
            await AllAsync(p => w.Get<ILotStore>().ListAsync(t, new LotQuery(), p, ct)),
            await AllAsync(p => w.Get<IStockStore>().ListAsync(t, new StockQuery(), p, ct)),
            ledger,
            await AllAsync(p => w.Get<IReservationStore>().ListAsync(t, null, activeOnly: false, p, ct)),
            await AllAsync(p => w.Get<ITransferStore>().ListAsync(t, inTransitOnly: false, p, ct)),
            await AllAsync(p => w.Get<ICountStore>().ListAsync(t, null, p, ct)),
            await AllAsync(p => w.Get<IReceiptStore>().ListAsync(t, p, ct)),
            await AllAsync(p => w.Get<IPresentationStore>().ListAsync(t, null, null, p, ct)),
            depth.Waiting + depth.Undeliverable,
            audit.Count(a => a.Outcome == AuditOutcome.Accepted),
            audit.Count(a => a.Outcome == AuditOutcome.Refused));
    }

    /// <summary>The state as text, so that two can be compared to the last letter; refusals are left out.</summary>
    public string Text() => JsonSerializer.Serialize(
        new
        {
            Lots = Lots.Select(l => l.ToSnapshot()),
            Stock = Stock.Select(s => new { s.Lot.Id, s.Location, s.OnHand, s.Reserved }),
            Ledger,
            Reservations = Reservations.Select(r => r.ToSnapshot()),
            Transfers = Transfers.Select(x => x.ToSnapshot()),
            Counts,
            Receipts,
            Presentations = Presentations.Select(p => p.ToSnapshot()),
            Events,
            Accepted,
        },
        ClinicJson.Options);

    public StockQuantity OnHand(Lot lot, LocationId location) =>
        Stock.FirstOrDefault(s => s.Lot.Id == lot.Id && s.Location == location)?.OnHand ?? StockQuantity.Zero(lot.Scale);

    private static async Task<List<T>> AllAsync<T>(Func<PageRequest, Task<Page<T>>> read)
    {
        var all = new List<T>();
        string? after = null;
        do
        {
            // An odd page size, so that paging itself is tried too.
            var page = await read(new PageRequest(37, after));
            all.AddRange(page.Items);
            after = page.Next;
        }
        while (after is not null);
        return all;
    }
}
