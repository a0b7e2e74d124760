using Clinic.Abstractions;
using Clinic.Pharmacy.Adjusting;
using Clinic.Pharmacy.Allocation;
using Clinic.Pharmacy.Counting;
using Clinic.Pharmacy.Issuing;
using Clinic.Pharmacy.Lots;
using Clinic.Pharmacy.Presentations;
using Clinic.Pharmacy.Receiving;
using Clinic.Pharmacy.Reservations;
using Clinic.Pharmacy.Returning;
using Clinic.Pharmacy.Reversing;
using Clinic.Pharmacy.Stock;
using Clinic.Pharmacy.Transfers;
using NodaTime;

namespace Clinic.Testing.Histories;

/// <summary>Turns a step into a command about what there is, and says what must come of it.</summary>
internal sealed class HistoryCommands(HistoryWorld world, HistoryModel model)
{
    private static readonly Instant FirstDay = Instant.FromUtc(2026, 3, 10, 0, 0);

    public HistoryAttempt? Choose(HistoryStep step, HistoryState s, CancellationToken ct) => step.Act switch
    {
        HistoryAct.Receive => Receive(step, s, ct),
        HistoryAct.Issue => Issue(step, s, ct),
        HistoryAct.IssueLot => IssueLot(step, s, ct),
        HistoryAct.IssueReserved => IssueReserved(step, s, ct),
        HistoryAct.Return => Return(step, s, ct),
        HistoryAct.Waste => Waste(step, s, ct),
        HistoryAct.Adjust => Adjust(step, s, ct),
        HistoryAct.Count => Count(step, s, ct),
        HistoryAct.Dispatch => Dispatch(step, s, ct),
        HistoryAct.Arrive => Arrive(step, s, ct),
        HistoryAct.WriteOff => WriteOff(step, s, ct),
        HistoryAct.Move => Move(step, s, ct),
        HistoryAct.Reserve => Reserve(step, s, ct),
        HistoryAct.Release => Release(step, s, ct),
        HistoryAct.Expire => Make(step, x => Box(world.Get<StockReservations>().ExpireAsync(x, new(1 + (step.B % 5)), ct))),
        HistoryAct.Reverse => Reverse(step, s, ct),
        HistoryAct.Recall => Recall(step, ct),
        HistoryAct.ChangeStatus => ChangeStatus(step, s, ct),
        _ => null,
    };

    private HistoryAttempt Receive(HistoryStep t, HistoryState s, CancellationToken ct)
    {
        var p = world.Presentations[t.A % 3];
        var expires = world.Site.DateOf(FirstDay).PlusDays(((int[])[2, 40, 400, -10])[t.C % 4] + (t.C % 13 == 12 ? 1 : 0));
        var paid = Amount(p, p.CanOpenPack ? 1 + (t.B % 40) : 5 * (1 + (t.B % 8)));
        var line = new ReceiveLine
        {
            Presentation = p.Id,
            LotNumber = new LotNumber($"N{t.C % 4}"),
            Expiration = p.RequiresExpiry || t.C % 3 == 0 ? new ExpirationDate(expires) : null,
            Paid = paid,
            Free = t.C % 5 == 0 ? Amount(p, 1 + (t.B % 3)) : null,
            Price = new Money(decimal.Round(paid.Value * (1 + (0.37m * ((t.A + t.B) % 7))), 2), Currency.Usd),
            ConfirmCost = t.C % 9 != 0,
        };
        var command = new ReceiveStock { Location = t.C % 11 == 10 || (t.C % 4 == 3 && t.C % 3 != 0) ? world.Quarantine : Place(t.C), Supplier = "Distribuidora", Lines = [line], Received = When(t, s) };
        return Make(t, x => Box(world.Get<StockReceiving>().ReceiveAsync(x, command, ct)), (answer, _, _) =>
        {
            var a = (ReceiveAnswer)answer;
            foreach (var l in a.Lines)
            {
                model.Note(a.Posting, l.Lot, MovementKind.Receipt, l.Quantity.Value);
                HistoryLaws.Require(l.UnitCost.ValueOf(l.Quantity) + l.Rounding == line.Price, "cost and rounding are not the price");
            }
        });
    }

    private HistoryAttempt Issue(HistoryStep t, HistoryState s, CancellationToken ct)
    {
        var p = world.Presentations[t.A % 3];
        var policy = Policy(t);
        var wanted = Amount(p, 1 + (t.B % 18));
        var command = new IssueStock { From = Place(t.C), Lines = [new(p.Id, wanted)], Policy = policy, Occurred = When(t, s) };
        return Make(t, x => Box(world.Get<StockIssuing>().IssueAsync(x, command, ct)), Issued, command.Occurred is null ? CanPick(s, p, command.From, wanted.Value, policy) : null);
    }

    private HistoryAttempt? IssueLot(HistoryStep t, HistoryState s, CancellationToken ct)
    {
        if (Lying(t, s) is not { } x) return null;
        var quantity = Amount(Of(x.Lot), 1 + (t.B % 9));
        var command = new IssueStock { From = x.Location, Lines = [new(x.Lot.Presentation, null, [new(x.Lot.Id, quantity)])], Occurred = When(t, s) };
        var usable = x.Lot.Status == LotStatus.Approved && !x.Lot.IsExpiredOn(world.Today) && x.Location != world.Quarantine && x.Location != world.Transit;
        bool? must = usable ? null : command.Occurred is null ? false : null;
        return Make(t, c => Box(world.Get<StockIssuing>().IssueAsync(c, command, ct)), Issued, must);
    }

    private HistoryAttempt? IssueReserved(HistoryStep t, HistoryState s, CancellationToken ct)
    {
        if (s.Reservations.Count == 0) return null;
        var r = s.Reservations[t.A % s.Reservations.Count];
        var p = world.Presentations.Single(y => y.Id == r.Presentation);
        var command = new IssueStock
        {
            From = r.Lines[0].Location,
            Reservation = r.Id,
            Lines = t.B % 3 == 0 ? [new(p.Id, Amount(p, 1 + (t.B % 5)))] : [],
            Occurred = When(t, s),
        };
        bool? must = r.Status != ReservationStatus.Active || r.HasRunOutAt(world.Clock.Now) ? false : null;
        return Make(t, x => Box(world.Get<StockIssuing>().IssueAsync(x, command, ct)), Issued, must);
    }

    private HistoryAttempt? Return(HistoryStep t, HistoryState s, CancellationToken ct)
    {
        var issues = s.Ledger.Where(m => m.Kind == MovementKind.Issue && m.Reverses is null).ToList();
        if (issues.Count == 0) return null;
        var issued = issues[t.A % issues.Count];
        var lot = s.Lots.Single(l => l.Id == issued.Lot);
        var command = new ReturnStock
        {
            Issue = issued.Posting,
            Lot = lot.Id,
            Quantity = Amount(Of(lot), 1 + (t.B % 8)),
            To = t.C % 3 == 0 ? world.Quarantine : Place(t.C),
            IsUnopened = t.C % 4 != 0,
            Reason = "sobrante",
            Occurred = When(t, s),
        };
        return Make(t, x => Box(world.Get<StockReturning>().ReturnAsync(x, command, ct)), (answer, _, _) =>
        {
            var a = (ReturnAnswer)answer;
            model.Note(a.Posting, lot.Id, MovementKind.Return, a.Quantity.Value);
            HistoryLaws.Require(a.StillOut.Steps >= 0, "more came back than was issued");
        });
    }

    private HistoryAttempt? Waste(HistoryStep t, HistoryState s, CancellationToken ct)
    {
        if (Lying(t, s) is not { } l) return null;
        var quantity = Amount(Of(l.Lot), 1 + (t.B % 12));
        var command = new WasteStock { Lot = l.Lot.Id, Location = l.Location, Quantity = quantity, Kind = WasteKind.Broken, Reason = "roto", Occurred = When(t, s) };
        bool? must = l.Location == world.Transit || quantity.Value > l.OnHand.Value ? false : command.Occurred is null ? true : null;
        return Make(t, x => Box(world.Get<StockAdjusting>().WasteAsync(x, command, ct)), (answer, _, _) =>
        {
            var a = (AdjustAnswer)answer;
            model.Note(a.Posting, l.Lot.Id, MovementKind.Waste, -a.Quantity.Value);
            HistoryLaws.Require(a.Value == l.Lot.UnitCost.ValueOf(a.Quantity), "waste does not cost what the lot cost");
        }, must);
    }

    private HistoryAttempt? Adjust(HistoryStep t, HistoryState s, CancellationToken ct)
    {
        if (Lying(t, s) is not { } l) return null;
        var direction = t.C % 2 == 0 ? MovementDirection.In : MovementDirection.Out;
        var command = new AdjustStock
        {
            Lot = l.Lot.Id,
            Location = l.Location,
            Direction = direction,
            Quantity = Amount(Of(l.Lot), 1 + (t.B % 12)),
            Reason = "ajuste",
            Occurred = When(t, s),
        };
        return Make(t, x => Box(world.Get<StockAdjusting>().AdjustAsync(x, command, ct)), (answer, _, _) =>
        {
            var a = (AdjustAnswer)answer;
            model.Note(a.Posting, l.Lot.Id, MovementKind.Adjustment, direction == MovementDirection.In ? a.Quantity.Value : -a.Quantity.Value);
        }, l.Location == world.Transit ? false : null);
    }

    private HistoryAttempt? Count(HistoryStep t, HistoryState s, CancellationToken ct)
    {
        if (Lying(t, s) is not { } l) return null;
        var counted = new Quantity(Math.Max(0, l.OnHand.Value + (t.B % 11) - 5), Of(l.Lot).BaseUnit);
        var command = new CountStock { Lot = l.Lot.Id, Location = l.Location, Counted = counted, Occurred = When(t, s) };
        bool? must = l.Location == world.Transit ? false : command.Occurred is null ? true : null;
        return Make(t, x => Box(world.Get<StockCounting>().CountAsync(x, command, ct)), (answer, _, after) =>
        {
            var a = (CountAnswer)answer;
            if (a.Posting is { } posting) model.Note(posting, l.Lot.Id, MovementKind.Count, a.Difference.Value);
            var at = command.Occurred ?? world.Clock.Now;
            var sum = after.Ledger.Where(m => m.Lot == l.Lot.Id && m.Location == l.Location && m.Occurred <= at).Sum(m => m.Change.Value);
            HistoryLaws.Require(sum == counted.Value, $"counted {counted}, but the movements until then sum to {sum}");
            if (command.Occurred is null) HistoryLaws.Require(after.OnHand(l.Lot, l.Location).Value == counted.Value, "on hand is not what was counted");
        }, must);
    }

    private HistoryAttempt? Dispatch(HistoryStep t, HistoryState s, CancellationToken ct)
    {
        var (from, p) = (Place(t.C), world.Presentations[t.A % 3]);
        var to = t.C % 5 == 4 ? world.Quarantine : from == world.Store ? world.Ward : world.Store;
        var line = new PickLine(p.Id, Amount(p, 1 + (t.B % 15)));
        if (t.A % 2 == 0 && Lying(t, s) is { } l)
            (from, line) = (l.Location, new(l.Lot.Presentation, null, [new(l.Lot.Id, Amount(Of(l.Lot), 1 + (t.B % 9)))]));
        var command = new DispatchTransfer { From = from, To = to, Lines = [line], Policy = Policy(t), Occurred = When(t, s) };
        return Make(t, x => Box(world.Get<StockTransfers>().DispatchAsync(x, command, ct)));
    }

    private HistoryAttempt? Arrive(HistoryStep t, HistoryState s, CancellationToken ct)
    {
        if (s.Transfers.Count == 0) return null;
        var sent = s.Transfers[t.A % s.Transfers.Count];
        var lot = s.Lots.Single(l => l.Id == sent.Lines[0].Lot);
        var command = new ReceiveTransfer { Transfer = sent.Id, Lots = t.B % 2 == 0 ? null : [new(lot.Id, Amount(Of(lot), 1 + (t.B % 4)))], Occurred = When(t, s) };
        bool? must = sent.Status != TransferStatus.InTransit ? false : command.Occurred is null && command.Lots is null ? true : null;
        return Make(t, x => Box(world.Get<StockTransfers>().ReceiveAsync(x, command, ct)), must: must);
    }

    private HistoryAttempt? WriteOff(HistoryStep t, HistoryState s, CancellationToken ct)
    {
        if (s.Transfers.Count == 0) return null;
        var sent = s.Transfers[t.A % s.Transfers.Count];
        return Make(t, x => Box(world.Get<StockTransfers>().WriteOffAsync(x, new(sent.Id, "perdido"), ct)), (answer, _, _) =>
        {
            var a = (ArrivalAnswer)answer;
            foreach (var (before, after) in sent.Lines.Zip(a.Lines))
            {
                if (after.Lost != before.Lost) model.Note(a.Posting, after.Lot, MovementKind.Waste, (before.Lost - after.Lost).Value);
            }
        }, sent.Status == TransferStatus.InTransit);
    }

    private HistoryAttempt? Move(HistoryStep t, HistoryState s, CancellationToken ct)
    {
        if (Lying(t, s) is not { } l) return null;
        var to = ((LocationId[])[world.Store, world.Ward, world.Quarantine])[t.C % 3];
        var command = new MoveStock { Lot = l.Lot.Id, From = l.Location, To = to, Quantity = Amount(Of(l.Lot), 1 + (t.B % 9)), Reason = "orden", Occurred = When(t, s) };
        return Make(t, x => Box(world.Get<StockTransfers>().MoveAsync(x, command, ct)));
    }

    private HistoryAttempt Reserve(HistoryStep t, HistoryState s, CancellationToken ct)
    {
        var p = world.Presentations[t.A % 3];
        var (policy, wanted) = (Policy(t), Amount(p, 1 + (t.B % 12)));
        var command = new ReserveStock
        {
            Owner = $"receta {t.C}",
            Location = Place(t.C),
            Line = new(p.Id, wanted),
            Policy = policy,
            Expires = world.Clock.Now + Duration.FromMinutes(1 + (t.C * 5)),
        };
        return Make(t, x => Box(world.Get<StockReservations>().ReserveAsync(x, command, ct)), must: CanPick(s, p, command.Location, wanted.Value, policy));
    }

    private HistoryAttempt? Release(HistoryStep t, HistoryState s, CancellationToken ct)
    {
        if (s.Reservations.Count == 0) return null;
        var r = s.Reservations[t.A % s.Reservations.Count];
        return Make(t, x => Box(world.Get<StockReservations>().ReleaseAsync(x, new(r.Id, "ya no"), ct)), must: r.Status == ReservationStatus.Active);
    }

    private HistoryAttempt? Reverse(HistoryStep t, HistoryState s, CancellationToken ct)
    {
        var postings = s.Ledger.Select(m => m.Posting).Distinct().ToList();
        if (postings.Count == 0) return null;
        var posting = postings[t.A % postings.Count];
        var lines = s.Ledger.Where(m => m.Posting == posting).ToList();
        var taken = s.Ledger.Where(m => m.Reverses is not null).Select(m => m.Reverses!.Value).ToHashSet();
        var never = lines.Any(m => taken.Contains(m.Id) || m.Reverses is not null || m.Kind == MovementKind.Count);
        return Make(t, x => Box(world.Get<StockReversing>().ReverseAsync(x, new(posting, "error"), ct)), (_, before, after) =>
        {
            model.Reverse(posting);
            foreach (var g in lines.GroupBy(m => (m.Lot, m.Location)))
            {
                var lot = after.Lots.Single(l => l.Id == g.Key.Lot);
                var back = before.OnHand(lot, g.Key.Location).Value - g.Sum(m => m.Change.Value);
                HistoryLaws.Require(after.OnHand(lot, g.Key.Location).Value == back, "a reversal does not bring back the quantity");
            }

            var value = lines.Sum(m => m.Direction == MovementDirection.In ? m.Value.Amount : -m.Value.Amount);
            HistoryLaws.Require(after.Stock.Sum(x => x.Value.Amount) == before.Stock.Sum(x => x.Value.Amount) - value, "a reversal does not bring back the value");
        }, never ? false : null);
    }

    private HistoryAttempt Recall(HistoryStep t, CancellationToken ct)
    {
        var command = new RecallLots(world.Presentations[t.A % 3].Id, new LotNumber($"N{t.C % 4}"), "alerta");
        return Make(t, x => Box(world.Get<LotControl>().RecallAsync(x, command, ct)), (_, _, after) =>
        {
            var lots = after.Lots.Where(l => l.Presentation == command.Presentation && l.Number == command.Number).ToList();
            HistoryLaws.Require(lots.Count > 0 && lots.All(l => l.Status == LotStatus.Recalled), "a lot of the number was not recalled");
            HistoryLaws.Require(after.Stock.All(x => x.Lot.Status != LotStatus.Recalled || x.Reserved.IsZero), "a recalled lot is still reserved");
        });
    }

    private HistoryAttempt? ChangeStatus(HistoryStep t, HistoryState s, CancellationToken ct)
    {
        if (s.Lots.Count == 0) return null;
        var lot = s.Lots[t.A % s.Lots.Count];
        var command = new ChangeLotStatus(lot.Id, lot.Version - (t.B % 7 == 6 ? 1 : 0), ((LotTrigger[])[LotTrigger.Approve, LotTrigger.Hold, LotTrigger.Quarantine, LotTrigger.Damage, LotTrigger.Recall])[t.C % 5], "control");
        return Make(t, x => Box(world.Get<LotControl>().ChangeStatusAsync(x, command, ct)));
    }

    private void Issued(object answer, HistoryState before, HistoryState after)
    {
        var a = (IssueAnswer)answer;
        var cost = 0m;
        foreach (var part in a.Lines.SelectMany(l => l.Parts))
        {
            model.Note(a.Posting, part.Lot, MovementKind.Issue, -part.Quantity.Value);
            cost += part.UnitCost.Amount * part.Quantity.Value;
            HistoryLaws.Require(part.Quantity.Steps > 0, "an empty part was issued");
            HistoryLaws.Require(part.UnitCost == before.Lots.Single(l => l.Id == part.Lot).UnitCost, "the cost of the part is not that of its lot");
        }

        HistoryLaws.Require(a.Cost.Amount == cost, $"the issue says it cost {a.Cost}, its parts cost {cost}");
    }

    // The straightforward answer to: can this be picked now? Reservations that ran out are in nobody's way.
    private bool CanPick(HistoryState s, Presentation p, LocationId from, decimal wanted, AllocationPolicy policy)
    {
        var multiple = p.IssueMultiple.Value;
        if (policy.Completeness != Completeness.Partial && wanted % multiple != 0) return false;
        var held = s.Reservations.Where(r => r.Status == ReservationStatus.Active && !r.HasRunOutAt(world.Clock.Now)).SelectMany(r => r.Lines).ToList();
        var usable = s.Stock
            .Where(x => x.Lot.Presentation == p.Id && x.Location == from && x.Lot.Status == LotStatus.Approved && !x.Lot.IsExpiredOn(world.Today))
            .Select(x => x.OnHand.Value - held.Where(l => l.Lot == x.Lot.Id && l.Location == from).Sum(l => l.Quantity.Value))
            .Select(free => free - (free % multiple))
            .ToList();
        return policy.Completeness switch
        {
            Completeness.AllOrNothing => usable.Sum() >= wanted,
            Completeness.SingleLotOnly => usable.Any(u => u >= wanted),
            _ => Math.Min(usable.Sum(), wanted - (wanted % multiple)) > 0,
        };
    }

    private HistoryAttempt Make(
        HistoryStep t, Func<CommandContext, Task<object>> run, Action<object, HistoryState, HistoryState>? accepted = null, bool? must = null)
    {
        var auditor = (t.A + t.B + t.C) % 29 == 28;
        return new(world.As(auditor), run, accepted ?? ((_, _, _) => { }), auditor ? false : must);
    }

    private LocationId Place(int number) => number % 3 == 1 ? world.Ward : world.Store;

    private Presentation Of(Lot lot) => world.Presentations.Single(p => p.Id == lot.Presentation);

    private static LotStock? Lying(HistoryStep t, HistoryState s) => s.Stock.Count == 0 ? null : s.Stock[t.A % s.Stock.Count];

    private static Quantity Amount(Presentation p, int number) => new(p.Scale == 0 ? number : number + (0.25m * (number % 4)), p.BaseUnit);

    private static AllocationPolicy Policy(HistoryStep t) => new(
        t.C % 3 == 0 ? PickingOrder.Fifo : PickingOrder.Fefo,
        ((Completeness[])[Completeness.AllOrNothing, Completeness.AllOrNothing, Completeness.Partial, Completeness.SingleLotOnly])[t.B % 4],
        t.A % 2 == 0 ? TieBreak.Age : TieBreak.SmallestRemainder);

    // At an instant at which something happened, or just beside one.
    private static Instant? When(HistoryStep t, HistoryState s)
    {
        if (t.Back == 0 || s.Ledger.Count == 0) return null;
        return s.Ledger[^Math.Min(t.Back, s.Ledger.Count)].Occurred + Duration.FromSeconds((t.C % 3) - 1);
    }

    private static async Task<object> Box<T>(Task<T> task)
        where T : notnull => await task;
}
