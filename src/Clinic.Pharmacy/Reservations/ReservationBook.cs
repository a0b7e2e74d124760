using System.Text.Json;
using Clinic.Abstractions;
using Clinic.Pharmacy.Issuing;
using Clinic.Pharmacy.Stock;

namespace Clinic.Pharmacy.Reservations;

/// <summary>The reservations that one command touches: each saved once, however many of its lines change.</summary>
internal sealed class ReservationBook(IUnit unit, IReservationStore reservations, IStockStore stock)
{
    private readonly Dictionary<ReservationId, Entry> entries = [];
    private readonly List<(Reservation Stored, StockQuantity Enough)> owned = [];

    /// <summary>Gives free everything of a presentation whose time has come, whether or not the job has seen it.</summary>
    public async Task<int> ExpireAsync(PresentationId? presentation, int most, CancellationToken ct)
    {
        var runOut = await reservations.RunOutAsync(unit.Context.Tenant, presentation, unit.Now, most, ct).ConfigureAwait(false);
        // What this command has given free already does not run out once more.
        foreach (var r in runOut.Where(r => Current(r).Status == ReservationStatus.Active)) Change(r, x => x.Expire(unit.Now), "expired");
        return runOut.Count;
    }

    /// <summary>Gives free the newest reservations of a lot at a location until what is left on hand covers the rest.</summary>
    public async Task GiveWayAsync(LotStock lying, StockQuantity left, string cause, CancellationToken ct)
    {
        var reserved = lying.Reserved - Freed(lying.Lot.Id, lying.Location, lying.Lot.Scale);
        if (reserved <= left) return;
        var active = await reservations.ActiveOnAsync(unit.Context.Tenant, lying.Lot.Id, lying.Location, ct).ConfigureAwait(false);
        // Those that ran out go first, nobody may use them any more; the sort keeps the newest first among the rest.
        foreach (var r in active.OrderByDescending(r => r.HasRunOutAt(unit.Now)))
        {
            if (reserved <= left) break;
            var held = Held(Current(r), lying.Lot.Id, lying.Location);
            if (held is null) continue;
            if (r.HasRunOutAt(unit.Now)) Change(r, x => x.Expire(unit.Now), "expired");
            else Change(r, x => x.Release(lying.Lot.Id, lying.Location), cause);
            reserved -= held.Quantity;
        }
    }

    /// <summary>Gives free everything kept of a lot anywhere.</summary>
    public async Task ReleaseLotAsync(LotId lot, string cause, CancellationToken ct)
    {
        foreach (var r in await reservations.ActiveOnAsync(unit.Context.Tenant, lot, null, ct).ConfigureAwait(false))
        {
            foreach (var line in Current(r).Lines.Where(l => l.Lot == lot && !l.Quantity.IsZero))
                Change(r, x => x.Release(lot, line.Location), cause);
        }
    }

    /// <summary>Changes a reservation and gives the stock free that it no longer keeps.</summary>
    public void Change(Reservation stored, Func<Reservation, Reservation> verb, string? cause)
    {
        if (!entries.TryGetValue(stored.Id, out var entry)) entries.Add(stored.Id, entry = new(stored, stored, null));
        var next = verb(entry.Current);
        foreach (var (before, after) in entry.Current.Lines.Zip(next.Lines))
        {
            if (after.Quantity != before.Quantity) stock.Reserve(unit, before.Lot, before.Location, after.Quantity - before.Quantity);
        }

        entries[stored.Id] = new(stored, next, cause ?? entry.Cause);
    }

    /// <summary>Counts what an active reservation keeps as free for this command, which is its owner's.</summary>
    /// <param name="reservation">The reservation.</param>
    /// <param name="enough">How much of the presentation must leave until nothing more is kept.</param>
    public void Own(Reservation reservation, StockQuantity enough)
    {
        if (reservation.Status == ReservationStatus.Active) owned.Add((reservation, enough));
    }

    /// <summary>Takes what leaves out of the owner's reservations as far as they keep it, and gives the rest free once enough has left.</summary>
    public void ConsumeOwn(IReadOnlyList<PickedLine> leaving)
    {
        foreach (var (r, enough) in owned)
        {
            var parts = leaving.Where(l => l.Presentation.Id == r.Presentation).SelectMany(l => l.Parts).ToList();
            var taken = from part in parts
                        let held = Held(Current(r), part.Stock.Lot.Id, part.Stock.Location)
                        where held is not null
                        select held with { Quantity = StockQuantity.Min(part.Quantity, held.Quantity) };
            if (taken.ToList() is { Count: > 0 } some) Change(r, x => x.Consume(some, unit.Now), cause: null);
            var left = parts.Aggregate(StockQuantity.Zero(enough.Scale), (sum, p) => sum + p.Quantity);
            if (left >= enough && Current(r).Status == ReservationStatus.Active) Change(r, x => x.Release(), cause: null);
        }
    }

    /// <summary>How much this command has already given free of a lot at a location.</summary>
    public StockQuantity Freed(LotId lot, LocationId location, int scale) =>
        entries.Values.Aggregate(StockQuantity.Zero(scale), (sum, e) =>
            sum + (Held(e.Stored, lot, location)?.Quantity ?? StockQuantity.Zero(scale)) - (Held(e.Current, lot, location)?.Quantity ?? StockQuantity.Zero(scale)))
        + owned.Aggregate(StockQuantity.Zero(scale), (sum, o) => sum + (Held(Current(o.Stored), lot, location)?.Quantity ?? StockQuantity.Zero(scale)));

    /// <summary>Saves each touched reservation once, with an event and an audit entry where somebody else took it away.</summary>
    public void Save()
    {
        foreach (var (stored, current, cause) in entries.Values)
        {
            var next = Reservation.Restore(current.ToSnapshot() with { Version = stored.Version + 1 });
            reservations.Save(unit, next);
            if (cause is null) continue;
            var released = stored.Lines.Zip(next.Lines)
                .Where(p => p.First.Quantity != p.Second.Quantity)
                .Select(p => p.First with { Quantity = p.First.Quantity - p.Second.Quantity });
            var content = new ReservationReleased(next.Id, next.Owner, next.Presentation, [.. released], cause);
            unit.Publish(PharmacyEvents.ReservationReleased, JsonSerializer.Serialize(content, ClinicJson.Options));
            unit.Audit("reservation.released", next.Fact, cause);
        }
    }

    private static ReservationLine? Held(Reservation r, LotId lot, LocationId location) =>
        r.Lines.FirstOrDefault(l => l.Lot == lot && l.Location == location && !l.Quantity.IsZero);

    private Reservation Current(Reservation stored) => entries.TryGetValue(stored.Id, out var entry) ? entry.Current : stored;

    private sealed record Entry(Reservation Stored, Reservation Current, string? Cause);
}
