using System.Globalization;
using Clinic.Abstractions;
using Clinic.Abstractions.InMemory;
using Clinic.Pharmacy.Alerts;
using Clinic.Pharmacy.Counting;
using Clinic.Pharmacy.Stock;
using NodaTime;

namespace Clinic.Pharmacy.InMemory;

/// <summary>Balances, ledger and counts in memory; an append costs the same however long the history is.</summary>
public sealed class InMemoryLedger(InMemoryCoordinator coordinator, InMemoryLotStore lots, ISiteDirectory sites) : IStockStore, IMovementStore, ICountStore, IConsumptionStore
{
    private static readonly Comparer<StockMovement> TotalOrder = Comparer<StockMovement>.Create(StockProjection.Compare);

    private readonly Dictionary<(TenantId Tenant, LotId Lot, LocationId Location), InMemoryBalance> balances = [];
    private readonly Dictionary<(TenantId, PresentationId, LocationId), List<LotId>> lying = [];
    private readonly Dictionary<TenantId, List<StockMovement>> ledger = [];
    private readonly Dictionary<(TenantId, PostingId), List<StockMovement>> postings = [];
    private readonly Dictionary<(TenantId, MovementId), StockMovement> byId = [];
    private readonly Dictionary<(TenantId, MovementId), MovementId> reversedBy = [];
    private readonly Dictionary<(TenantId, MovementId), StockQuantity> returned = [];
    private readonly Dictionary<TenantId, List<StockCount>> counts = [];
    private long sequence;

    /// <inheritdoc/>
    public Task<IReadOnlyList<LotStock>> CandidatesAsync(
        TenantId tenant, PresentationId presentation, LocationId location, CancellationToken cancellationToken) =>
        Task.FromResult(coordinator.Read<IReadOnlyList<LotStock>>(() =>
            lying.TryGetValue((tenant, presentation, location), out var ids)
                ? [.. ids.Select(l => Lying(tenant, l, location)!).Where(s => !s.OnHand.IsZero)]
                : []));

    /// <inheritdoc/>
    public Task<LotStock?> FindAsync(TenantId tenant, LotId lot, LocationId location, CancellationToken cancellationToken) =>
        Task.FromResult(coordinator.Read(() => Lying(tenant, lot, location)));

    /// <inheritdoc/>
    public async Task<Page<LotStock>> ListAsync(TenantId tenant, StockQuery query, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(page);
        var at = await LocationsAsync(tenant, query, cancellationToken).ConfigureAwait(false);
        var found = coordinator.Read(() => balances
            .Where(b => b.Key.Tenant == tenant && !b.Value.OnHand.IsZero && Matches(b.Value.Presentation, b.Key.Lot, b.Key.Location, query, at))
            .Select(b => (Mark: Mark(b.Value.Presentation, b.Key.Lot, b.Key.Location), b.Key))
            .OrderBy(b => b.Mark, StringComparer.Ordinal)
            .Where(b => page.After is null || string.CompareOrdinal(b.Mark, page.After) > 0)
            .Take(page.Size + 1)
            .Select(b => Lying(tenant, b.Key.Lot, b.Key.Location)!)
            .ToList());
        return Paging.Cut(found, page, s => Mark(s.Lot.Presentation, s.Lot.Id, s.Location));
    }

    /// <inheritdoc/>
    public void Post(IUnit unit, StockMovement movement)
    {
        ArgumentNullException.ThrowIfNull(movement);
        InMemoryUnit.Of(unit).Stage(c => Post(c, unit.Context.Tenant, movement));
    }

    /// <inheritdoc/>
    public void Reserve(IUnit unit, LotId lot, LocationId location, StockQuantity change) => InMemoryUnit.Of(unit).Stage(c =>
    {
        if (!balances.TryGetValue((unit.Context.Tenant, lot, location), out var balance)) throw Conflict(lot);
        var before = balance.Reserved;
        balance.Reserved += change;
        c.OnUndo(() => balance.Reserved = before);
        if (!balance.IsSound) throw Conflict(lot);
    });

    /// <inheritdoc/>
    public void RequireOnHand(IUnit unit, LotId lot, LocationId location, StockQuantity onHand) => InMemoryUnit.Of(unit).Stage(_ =>
    {
        if (balances.GetValueOrDefault((unit.Context.Tenant, lot, location))?.OnHand != onHand) throw Conflict(lot);
    });

    /// <inheritdoc/>
    public Task<StockPosting?> FindPostingAsync(TenantId tenant, PostingId posting, CancellationToken cancellationToken) =>
        Task.FromResult(coordinator.Read(() =>
        {
            if (!postings.TryGetValue((tenant, posting), out var lines)) return null;
            return new StockPosting(
                posting,
                [.. lines],
                lines.Where(m => reversedBy.ContainsKey((tenant, m.Id))).Select(m => m.Id).ToHashSet(),
                lines.Where(m => returned.ContainsKey((tenant, m.Id))).ToDictionary(m => m.Id, m => returned[(tenant, m.Id)]));
        }));

    /// <inheritdoc/>
    public Task<Page<StockMovement>> ListAsync(TenantId tenant, MovementQuery query, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(page);
        var found = coordinator.Read(() => Ledger(tenant)
            .AsEnumerable()
            .Reverse()
            .Where(m => Matches(m, query) && (page.After is null || string.CompareOrdinal(Mark(m), page.After) < 0))
            .Take(page.Size + 1)
            .ToList());
        return Task.FromResult(Paging.Cut(found, page, Mark));
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<StockMovement>> AfterAsync(
        TenantId tenant, LotId lot, LocationId location, Instant occurred, CancellationToken cancellationToken) =>
        Task.FromResult(coordinator.Read<IReadOnlyList<StockMovement>>(() =>
        {
            if (!balances.TryGetValue((tenant, lot, location), out var balance)) return [];
            var all = balance.Movements;
            var first = all.Count;
            while (first > 0 && all[first - 1].Occurred > occurred) first--;
            return all[first..];
        }));

    /// <inheritdoc/>
    public async Task<IReadOnlyList<LotBalance>> AsOfAsync(TenantId tenant, AsOfQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        var at = await LocationsAsync(tenant, query.Stock, cancellationToken).ConfigureAwait(false);
        return coordinator.Read<IReadOnlyList<LotBalance>>(() =>
        [
            .. Ledger(tenant)
                .Where(m => m.Occurred <= query.At && (query.KnownAt is null || m.Recorded <= query.KnownAt))
                .Where(m => Matches(m.Presentation, m.Lot, m.Location, query.Stock, at))
                .GroupBy(m => (m.Presentation, m.Lot, m.Location))
                .Select(g => new LotBalance(
                    g.Key.Presentation, g.Key.Lot, g.Key.Location, g.Aggregate(StockQuantity.Zero(g.First().Quantity.Scale), (sum, m) => sum + m.Change), g.First().UnitCost))
                .Where(b => !b.OnHand.IsZero)
                .OrderBy(b => Mark(b.Presentation, b.Lot, b.Location), StringComparer.Ordinal),
        ]);
    }

    /// <inheritdoc/>
    public Task<bool> HasMovedAsync(TenantId tenant, PresentationId presentation, CancellationToken cancellationToken) =>
        Task.FromResult(coordinator.Read(() => Ledger(tenant).Any(m => m.Presentation == presentation)));

    /// <inheritdoc/>
    public Task<IReadOnlyList<LedgerDifference>> DifferencesAsync(TenantId tenant, CancellationToken cancellationToken) =>
        Task.FromResult(coordinator.Read<IReadOnlyList<LedgerDifference>>(() =>
        {
            var sums = StockProjection.Of(Ledger(tenant)).Balances;
            return
            [
                .. balances
                    .Where(b => b.Key.Tenant == tenant)
                    .Select(b => new LedgerDifference(
                        b.Key.Lot, b.Key.Location, b.Value.OnHand, sums.GetValueOrDefault((b.Key.Lot, b.Key.Location), StockQuantity.Zero(b.Value.OnHand.Scale))))
                    .Where(d => d.Balance != d.Ledger)
                    .OrderBy(d => d.Lot.Value)
                    .ThenBy(d => d.Location.Value),
            ];
        }));

    /// <inheritdoc/>
    public Task<StockCount?> LatestAsync(TenantId tenant, LotId lot, LocationId location, CancellationToken cancellationToken) =>
        Task.FromResult(coordinator.Read(() => balances.GetValueOrDefault((tenant, lot, location))?.LastCount));

    /// <inheritdoc/>
    public Task<Page<StockCount>> ListAsync(TenantId tenant, LocationId? location, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(page);
        var found = coordinator.Read(() => (counts.GetValueOrDefault(tenant) ?? [])
            .Where(k => location is null || k.Location == location)
            .OrderByDescending(Mark, StringComparer.Ordinal)
            .Where(k => page.After is null || string.CompareOrdinal(Mark(k), page.After) < 0)
            .Take(page.Size + 1)
            .ToList());
        return Task.FromResult(Paging.Cut(found, page, Mark));
    }

    /// <inheritdoc/>
    public void Add(IUnit unit, StockCount count)
    {
        ArgumentNullException.ThrowIfNull(count);
        InMemoryUnit.Of(unit).Stage(c =>
        {
            var tenant = unit.Context.Tenant;
            if (!balances.TryGetValue((tenant, count.Lot, count.Location), out var balance)) throw Conflict(count.Lot);
            var before = balance.LastCount;
            if (before is not null && before.Occurred > count.Occurred) throw Conflict(count.Lot);
            balance.LastCount = count;
            c.OnUndo(() => balance.LastCount = before);
            if (!counts.TryGetValue(tenant, out var all)) counts.Add(tenant, all = []);
            c.Append(all, count);
        });
    }

    /// <inheritdoc/>
    public Task<ConsumptionHistory> HistoryAsync(TenantId tenant, PresentationId presentation, Instant from, CancellationToken cancellationToken) =>
        Task.FromResult(coordinator.Read(() =>
        {
            var mine = balances.Where(b => b.Key.Tenant == tenant && b.Value.Presentation == presentation).ToList();
            var slices = mine
                .SelectMany(b => b.Value.Movements.AsEnumerable().Reverse().TakeWhile(m => m.Occurred >= from))
                .GroupBy(m => (m.Location, Start: ConsumptionSlice.StartOf(m.Occurred)))
                .Select(g => new ConsumptionSlice(
                    g.Key.Location, g.Key.Start,
                    g.Where(m => m.Kind == MovementKind.Issue).Sum(m => -m.Change.Steps), g.Where(m => m.Kind == MovementKind.Return).Sum(m => m.Change.Steps),
                    g.Where(m => m.Direction == MovementDirection.In).Sum(m => m.Quantity.Steps), g.Sum(m => m.Change.Steps)))
                .OrderBy(s => s.Location.Value.ToString(), StringComparer.Ordinal)
                .ThenBy(s => s.Start);
            return new ConsumptionHistory(
                mine.Count == 0 ? 0 : mine[0].Value.OnHand.Scale,
                mine.Where(b => !b.Value.OnHand.IsZero).GroupBy(b => b.Key.Location).ToDictionary(g => g.Key, g => g.Sum(b => b.Value.OnHand.Steps)),
                [.. slices]);
        }));

    private void Post(InMemoryChanges c, TenantId tenant, StockMovement staged)
    {
        var movement = staged with { Sequence = ++sequence };
        var balance = BalanceOf(c, tenant, movement);
        var before = balance.OnHand;
        balance.OnHand += movement.Change;
        c.OnUndo(() => balance.OnHand = before);
        Insert(c, balance.Movements, movement);
        if (!balance.IsSound || balance.LowestFrom(movement).Steps < 0) throw Conflict(movement.Lot);
        if (balance.LastCount is { } counted && IsAbsorbed(tenant, movement, counted)) throw Conflict(movement.Lot);

        if (movement.Reverses is { } original) c.AddUnique(reversedBy, (tenant, original), movement.Id, new("pharmacy.movement", original.Value));
        if (movement is { Kind: MovementKind.Issue, Reverses: { } taken } && returned.TryGetValue((tenant, taken), out var back) && !back.IsZero) throw Conflict(movement.Lot);
        if (movement.Returns is { } issue) NoteReturn(c, tenant, movement, issue);
        if (!ledger.TryGetValue(tenant, out var all)) ledger.Add(tenant, all = []);
        Insert(c, all, movement);
        if (!postings.TryGetValue((tenant, movement.Posting), out var lines)) c.Put(postings, (tenant, movement.Posting), lines = []);
        c.Append(lines, movement);
        c.Put(byId, (tenant, movement.Id), movement);
    }

    // A movement of the same instant as a count comes after it, unless it takes back what the count saw.
    private bool IsAbsorbed(TenantId tenant, StockMovement movement, StockCount counted)
    {
        if (counted.Occurred > movement.Occurred) return true;
        return movement.Reverses is { } original && counted.Occurred == movement.Occurred
            && byId.TryGetValue((tenant, original), out var reversed) && counted.Recorded > reversed.Recorded;
    }

    private void NoteReturn(InMemoryChanges c, TenantId tenant, StockMovement movement, MovementId issue)
    {
        var change = movement.Reverses is null ? movement.Quantity : -movement.Quantity;
        var back = returned.TryGetValue((tenant, issue), out var so) ? so + change : change;
        if (back > byId[(tenant, issue)].Quantity || reversedBy.ContainsKey((tenant, issue))) throw Conflict(movement.Lot);
        c.Put(returned, (tenant, issue), back);
    }

    private InMemoryBalance BalanceOf(InMemoryChanges c, TenantId tenant, StockMovement movement)
    {
        var key = (tenant, movement.Lot, movement.Location);
        if (balances.TryGetValue(key, out var balance)) return balance;
        c.Put(balances, key, balance = new(movement.Presentation, movement.Quantity.Scale));
        if (!lying.TryGetValue((tenant, movement.Presentation, movement.Location), out var ids)) lying.Add((tenant, movement.Presentation, movement.Location), ids = []);
        c.Append(ids, movement.Lot);
        return balance;
    }

    // Nearly every entry is the latest; a backdated one finds its place.
    private static void Insert(InMemoryChanges c, List<StockMovement> list, StockMovement movement)
    {
        var at = list.Count;
        if (at > 0 && StockProjection.Compare(list[^1], movement) > 0)
        {
            at = list.BinarySearch(movement, TotalOrder);
            if (at < 0) at = ~at;
        }

        list.Insert(at, movement);
        c.OnUndo(() => list.RemoveAt(at));
    }

    private LotStock? Lying(TenantId tenant, LotId lot, LocationId location) =>
        balances.TryGetValue((tenant, lot, location), out var b) && lots.Find(tenant, lot) is { } found ? new(found, location, b.OnHand, b.Reserved) : null;

    private List<StockMovement> Ledger(TenantId tenant) => ledger.GetValueOrDefault(tenant) ?? [];

    private async Task<IReadOnlySet<LocationId>?> LocationsAsync(TenantId tenant, StockQuery query, CancellationToken ct) =>
        query.Site is { } site ? (await sites.LocationsAsync(tenant, site, ct).ConfigureAwait(false)).Select(l => l.Id).ToHashSet() : null;

    private static bool Matches(PresentationId presentation, LotId lot, LocationId location, StockQuery q, IReadOnlySet<LocationId>? at) =>
        (q.Presentation is null || presentation == q.Presentation)
        && (q.Lot is null || lot == q.Lot)
        && (q.Location is null || location == q.Location)
        && (at is null || at.Contains(location));

    private static bool Matches(StockMovement m, MovementQuery q) =>
        (q.Presentation is null || m.Presentation == q.Presentation)
        && (q.Lot is null || m.Lot == q.Lot)
        && (q.Location is null || m.Location == q.Location)
        && (q.Kind is null || m.Kind == q.Kind)
        && (q.Transfer is null || m.Transfer == q.Transfer)
        && (q.Patient is null || m.Target?.Patient == q.Patient)
        && (q.From is null || m.Occurred >= q.From)
        && (q.Until is null || m.Occurred < q.Until);

    private static string Mark(PresentationId presentation, LotId lot, LocationId location) => $"{presentation}|{lot}|{location}";

    private static string Mark(StockMovement m) => string.Create(
        CultureInfo.InvariantCulture, $"{m.Occurred.ToUnixTimeMicroseconds():D20}|{m.Recorded.ToUnixTimeMicroseconds():D20}|{m.Sequence:D20}");

    private static string Mark(StockCount k) => string.Create(CultureInfo.InvariantCulture, $"{k.Occurred.ToUnixTimeMicroseconds():D20}|{k.Id}");

    private static ConcurrencyConflictException Conflict(LotId lot) => new([PharmacyFacts.Balance(lot)]);
}
