using System.Text.Json;
using Clinic.Abstractions;
using Clinic.Pharmacy.Reservations;
using Clinic.Pharmacy.Stock;
using Clinic.Pharmacy.Transfers;
using NodaTime;

namespace Clinic.Testing.Histories;

/// <summary>The laws of the ledger, the balances and the reservations, looked at after every step.</summary>
public sealed class HistoryLaws(HistoryWorld world, HistoryModel model)
{
    private readonly Dictionary<MovementId, StockMovement> written = [];
    private readonly List<(Instant At, Instant KnownAt, string Lines)> remembered = [];

    /// <summary>Throws when a law does not hold.</summary>
    public async Task CheckAsync(HistoryState s, CancellationToken ct)
    {
        Conservation(s);
        Values(s);
        NeverNegative(s.Ledger, "at some instant");
        Reservations(s);
        Folds(s);
        AppendOnly(s);
        InTransit(s);
        await AsOfAsync(s, ct);
        var differences = await world.Get<IMovementStore>().DifferencesAsync(world.Tenant, ct);
        Require(differences.Count == 0, $"ledger and balances differ: {string.Join(", ", differences)}");
    }

    /// <summary>The slower looks: every instant, every moment of knowledge, every answer that was given before.</summary>
    public async Task CheckAtEndAsync(HistoryState s, CancellationToken ct)
    {
        foreach (var knownAt in s.Ledger.Select(m => m.Recorded).Distinct())
            NeverNegative([.. s.Ledger.Where(m => m.Recorded <= knownAt)], $"as known at {knownAt}");
        foreach (var at in s.Ledger.Select(m => m.Occurred).Distinct()) await SameAsFoldAsync(s, at, null, ct);
        foreach (var (at, knownAt, lines) in remembered)
            Require(lines == await AsOfTextAsync(at, knownAt, ct), $"what was known at {knownAt} of {at} changed later");
    }

    public static void Require(bool holds, string law)
    {
        if (!holds) throw new LawBrokenException(law);
    }

    private void Conservation(HistoryState s)
    {
        foreach (var ((lot, kind), expected) in model.Sums)
        {
            var found = s.Ledger.Where(m => m.Lot == lot && m.Kind == kind).Sum(m => m.Change.Value);
            Require(found == expected, $"lot {lot}, {kind}: the answers say {expected}, the ledger {found}");
        }

        foreach (var lot in s.Lots)
        {
            var expected = model.Sums.Where(m => m.Key.Lot == lot.Id).Sum(m => m.Value);
            var found = s.Stock.Where(x => x.Lot.Id == lot.Id).Sum(x => x.OnHand.Value);
            Require(found == expected, $"lot {lot.Id}: the answers leave {expected}, on hand is {found}");
        }

        Require(s.Ledger.Where(m => m.Kind == MovementKind.Transfer).GroupBy(m => m.Lot).All(g => g.Sum(m => m.Change.Value) == 0), "a transfer changed the total of a lot");
    }

    private static void Values(HistoryState s)
    {
        var lots = s.Lots.ToDictionary(l => l.Id);
        Require(s.Ledger.All(m => m.UnitCost == lots[m.Lot].UnitCost), "a movement does not cost what its lot cost");
        var net = s.Ledger.Sum(m => m.Direction == MovementDirection.In ? m.Value.Amount : -m.Value.Amount);
        Require(net == s.Stock.Sum(x => x.Value.Amount), "the value of what came in less what went out is not the value of the stock");
        Require(s.Stock.All(x => !x.OnHand.IsZero || x.Value.Amount == 0), "nothing on hand has a value");
    }

    private static void NeverNegative(IReadOnlyList<StockMovement> ledger, string when)
    {
        var projection = new StockProjection();
        foreach (var m in ledger)
        {
            projection.Apply(m);
            var balance = projection.Balances[(m.Lot, m.Location)];
            Require(balance.Steps >= 0, $"lot {m.Lot} at {m.Location} is at {balance} {when} ({m.Occurred})");
        }
    }

    private static void Reservations(HistoryState s)
    {
        var held = s.Reservations
            .Where(r => r.Status == ReservationStatus.Active)
            .SelectMany(r => r.Lines)
            .Where(l => !l.Quantity.IsZero)
            .GroupBy(l => (l.Lot, l.Location))
            .ToDictionary(g => g.Key, g => g.Sum(l => l.Quantity.Steps));
        foreach (var x in s.Stock)
        {
            Require(x.Reserved.Steps >= 0 && x.Reserved <= x.OnHand, $"lot {x.Lot.Id}: reserved {x.Reserved} of {x.OnHand}");
            Require(held.GetValueOrDefault((x.Lot.Id, x.Location)) == x.Reserved.Steps, $"lot {x.Lot.Id}: reserved is not the sum of the active reservations");
            held.Remove((x.Lot.Id, x.Location));
        }

        Require(held.Count == 0, "a reservation holds what does not lie there");
        Require(s.Reservations.All(r => r.Status == ReservationStatus.Active || r.Lines.All(l => l.Quantity.IsZero)), "a reservation that is over still holds something");
    }

    private static void Folds(HistoryState s)
    {
        var whole = Known(StockProjection.Of(s.Ledger));
        var stored = s.Stock.ToDictionary(x => (x.Lot.Id, x.Location), x => x.OnHand.Steps);
        Require(Same(whole, stored), "the fold of the ledger is not the stock");
        Require(Same(whole, Known(StockProjection.Of(s.Ledger.OrderBy(m => m.Sequence)))), "the order of recording gives another sum");
        for (var i = 1; i < s.Ledger.Count; i++)
            Require(StockProjection.Compare(s.Ledger[i - 1], s.Ledger[i]) < 0, "the total order has a tie or a step back");
        var half = s.Ledger.Count / 2;
        var resumed = StockProjection.From(StockProjection.Of(s.Ledger.Take(half)).Balances);
        foreach (var m in s.Ledger.Skip(half)) resumed.Apply(m);
        Require(Same(whole, Known(resumed)), "snapshot and tail are not the whole");
    }

    private void AppendOnly(HistoryState s)
    {
        var now = s.Ledger.ToDictionary(m => m.Id);
        foreach (var (id, before) in written) Require(before.Equals(now.GetValueOrDefault(id)), $"the movement {id} was changed or removed");
        foreach (var (id, movement) in now) written[id] = movement;
    }

    private void InTransit(HistoryState s)
    {
        var underway = s.Transfers
            .Where(t => t.Status == TransferStatus.InTransit)
            .SelectMany(t => t.Lines)
            .Where(l => !l.Outstanding.IsZero)
            .GroupBy(l => (l.Lot, world.Transit))
            .ToDictionary(g => g.Key, g => g.Sum(l => l.Outstanding.Steps));
        var lying = s.Stock.Where(x => x.Location == world.Transit).ToDictionary(x => (x.Lot.Id, x.Location), x => x.OnHand.Steps);
        Require(Same(underway, lying), "what lies in transit is not what is under way");
    }

    private async Task AsOfAsync(HistoryState s, CancellationToken ct)
    {
        if (s.Ledger.Count == 0) return;
        var some = s.Ledger[s.Ledger.Count / 3];
        await SameAsFoldAsync(s, world.Clock.Now, null, ct);
        await SameAsFoldAsync(s, some.Occurred, null, ct);
        await SameAsFoldAsync(s, some.Occurred - Duration.FromTicks(10), null, ct);
        await SameAsFoldAsync(s, some.Occurred, some.Recorded, ct);
        remembered.Add((some.Occurred, world.Clock.Now, await AsOfTextAsync(some.Occurred, world.Clock.Now, ct)));
    }

    private async Task SameAsFoldAsync(HistoryState s, Instant at, Instant? knownAt, CancellationToken ct)
    {
        var lines = await world.Get<IMovementStore>().AsOfAsync(world.Tenant, new(new(), at, knownAt), ct);
        var found = lines.ToDictionary(l => (l.Lot, l.Location), l => l.OnHand.Steps);
        var prefix = StockProjection.Of(s.Ledger.Where(m => m.Occurred <= at && (knownAt is null || m.Recorded <= knownAt)));
        Require(Same(Known(prefix), found), $"as of {at}, known at {knownAt}, is not the fold of the ledger until then");
    }

    private async Task<string> AsOfTextAsync(Instant at, Instant knownAt, CancellationToken ct) => JsonSerializer.Serialize(
        await world.Get<IMovementStore>().AsOfAsync(world.Tenant, new(new(), at, knownAt), ct), ClinicJson.Options);

    private static Dictionary<(LotId, LocationId), long> Known(StockProjection projection) =>
        projection.Balances.Where(b => !b.Value.IsZero).ToDictionary(b => b.Key, b => b.Value.Steps);

    private static bool Same(Dictionary<(LotId, LocationId), long> left, Dictionary<(LotId, LocationId), long> right) =>
        left.Count == right.Count && left.All(l => right.TryGetValue(l.Key, out var steps) && steps == l.Value);
}
