using Clinic.Abstractions;
using Clinic.Pharmacy.Reports;
using Clinic.Pharmacy.Stock;
using NodaTime;

namespace Clinic.Testing.Histories;

/// <summary>Every report about stock, recomputed from single movements, to the last decimal.</summary>
public static class ReportLaws
{
    /// <summary>Looks at the reports of several periods of a history that was run.</summary>
    /// <exception cref="LawBrokenException">A figure is another than its recomputation.</exception>
    public static async Task CheckAsync(HistoryWorld world, CancellationToken ct)
    {
        var ledger = (await HistoryState.ReadAsync(world, ct)).Ledger;
        var first = world.Site.DateOf(ledger.Count == 0 ? world.Clock.Now : ledger[0].Occurred).PlusDays(-1);
        LocalDate[] days = [first, first.PlusDays(1), first.PlusDays(2), world.Today];
        foreach (var from in days)
        {
            foreach (var through in days.Where(d => d >= from && d <= world.Today).Distinct())
            {
                await ValuesAsync(world, ledger, from, through, ct);
                await PurchasesAsync(world, ledger, from, through, ct);
                foreach (var p in world.Presentations) await KardexAsync(world, [.. ledger.Where(m => m.Presentation == p.Id)], p.Code, from, through, ct);
            }
        }
    }

    private static async Task ValuesAsync(HistoryWorld world, IReadOnlyList<StockMovement> ledger, LocalDate from, LocalDate through, CancellationToken ct)
    {
        var (start, end) = Bounds(world, from, through);
        var reports = world.Get<StockReports>();
        var reader = world.As().Actor;
        decimal Sum(Func<StockMovement, bool> which) => ledger.Where(which).Sum(m => m.Change.Value * m.UnitCost.Amount);
        decimal Within(params MovementKind[] kinds) => Sum(m => m.Occurred >= start && m.Occurred < end && kinds.Contains(m.Kind));
        var (opening, closing) = (Sum(m => m.Occurred < start), Sum(m => m.Occurred < end));

        var cost = await reports.CostOfGoodsAsync(world.Tenant, reader, world.Site.Id, from, through, ct);
        var f = cost.Flows.Single();
        Equal(opening, f.Opening, "opening");
        Equal(closing, f.Closing, "closing");
        Equal(Within(MovementKind.Receipt, MovementKind.OpeningBalance), f.Received, "received");
        Equal(-Within(MovementKind.Issue, MovementKind.Return), f.Used, "used");
        Equal(-Within(MovementKind.Waste), f.Wasted, "wasted");
        Equal(-Within(MovementKind.SupplierReturn), f.SentBack, "sent back");
        Equal(Within(MovementKind.Adjustment, MovementKind.Count), f.Corrected, "corrected");
        // Invariant 19: what was received is there, or was used, lost or corrected away.
        HistoryLaws.Require(
            f.Opening.Amount + f.Received.Amount == f.Closing.Amount + f.Used.Amount + f.Wasted.Amount + f.SentBack.Amount - f.Corrected.Amount - f.Moved.Amount, "value is not conserved");
        HistoryLaws.Require(cost.Rows.Sum(r => r.Cost.Amount) == f.Used.Amount, "the rows of the cost of goods do not sum to it");
        foreach (var g in ledger.Where(m => m.Occurred >= start && m.Occurred < end && m.Kind is MovementKind.Issue or MovementKind.Return).GroupBy(m => (m.Presentation, m.Target?.Department)))
        {
            var row = cost.Rows.SingleOrDefault(r => r.Product.Presentation == g.Key.Presentation && r.Department == g.Key.Department);
            if (g.All(m => m.Occurred >= start && m.Occurred < end)) HistoryLaws.Require(row?.Used.Value == -g.Sum(m => m.Change.Value), "a row of the cost of goods has another quantity");
        }

        var value = await reports.StockValueAsync(world.Tenant, reader, world.Site.Id, through, ct);
        Equal(closing, value.Totals.Single().Amount, "stock value");
        var lying = ledger.Where(m => m.Occurred < end).GroupBy(m => (m.Lot, m.Location)).Where(g => g.Sum(m => m.Change.Steps) != 0).ToDictionary(g => g.Key, g => g.Sum(m => m.Change.Value));
        HistoryLaws.Require(value.Rows.Count == lying.Count && value.Rows.All(r => lying[(r.Lot, r.Location)] == r.Quantity.Value && r.Value.Amount == r.Quantity.Value * r.UnitCost.Amount), "a row of the stock value is wrong");

        var kpi = (await reports.KpisAsync(world.Tenant, reader, world.Site.Id, from, through, ct)).Rows.Single();
        var counted = ledger.Where(m => m.Occurred >= start && m.Occurred < end && m.Kind == MovementKind.Count)
            .GroupBy(m => (m.Lot, m.Location, m.Direction)).Sum(g => g.Sum(m => m.Quantity.Value * m.UnitCost.Amount));
        var average = (opening + closing) / 2;
        HistoryLaws.Require(kpi.Turnover == (average > 0 ? f.Used.Amount / average : null), "turnover");
        HistoryLaws.Require(kpi.DiscrepancyRate == (average > 0 ? counted / average : null), "discrepancy rate");
        HistoryLaws.Require(kpi.DaysOfStock == (f.Used.Amount > 0 ? closing * (Period.DaysBetween(from, through) + 1) / f.Used.Amount : null), "days of stock");
    }

    private static async Task KardexAsync(HistoryWorld world, IReadOnlyList<StockMovement> ledger, string code, LocalDate from, LocalDate through, CancellationToken ct)
    {
        var (start, end) = Bounds(world, from, through);
        var (quantity, value) = (ledger.Where(m => m.Occurred < start).Sum(m => m.Change.Value), ledger.Where(m => m.Occurred < start).Sum(m => m.Change.Value * m.UnitCost.Amount));
        var expected = new Queue<StockMovement>(ledger.Where(m => m.Occurred >= start && m.Occurred < end));
        string? next = null;
        do
        {
            var part = await world.Get<StockReports>().KardexAsync(world.Tenant, world.As().Actor, world.Site.Id, code, from, through, new PageRequest(5, next), ct);
            HistoryLaws.Require(part.Opening.Value == quantity && part.OpeningValues.Sum(v => v.Amount) == value, "the kardex does not begin where the part before ended");
            foreach (var row in part.Rows)
            {
                var m = expected.Dequeue();
                (quantity, value) = (quantity + m.Change.Value, value + (m.Change.Value * m.UnitCost.Amount));
                HistoryLaws.Require(row.Movement == m.Id && row.In.Value - row.Out.Value == m.Change.Value, "the kardex has another movement");
                HistoryLaws.Require(row.Balance.Value == quantity && row.BalanceValue.Amount == value, "the kardex has another balance");
                // Invariant 20.
                HistoryLaws.Require(!row.Balance.IsZero || row.BalanceValue.Amount == 0, "nothing on hand has a value");
            }

            HistoryLaws.Require(part.Closing.Value == quantity && part.ClosingValues.Sum(v => v.Amount) == value, "the kardex closes otherwise");
            next = part.Next;
        }
        while (next is not null);
        HistoryLaws.Require(expected.Count == 0, "the kardex misses movements");
    }

    private static async Task PurchasesAsync(HistoryWorld world, IReadOnlyList<StockMovement> ledger, LocalDate from, LocalDate through, CancellationToken ct)
    {
        var report = await world.Get<StockReports>().SuggestedPurchasesAsync(world.Tenant, world.As().Actor, world.Site.Id, from, through, ct);
        var (start, end) = Bounds(world, from, through);
        foreach (var p in world.Presentations)
        {
            var mine = ledger.Where(m => m.Presentation == p.Id).ToList();
            var used = -mine.Where(m => m.Occurred >= start && m.Occurred < end && m.Kind is MovementKind.Issue or MovementKind.Return).Where(m => m.Occurred >= start && m.Occurred < end).Sum(m => m.Change.Value);
            var row = report.Rows.SingleOrDefault(r => r.Product.Presentation == p.Id);
            var onHand = mine.Where(m => m.Occurred < end).Sum(m => m.Change.Value);
            var daysIn = 0;
            for (var day = from; day <= through; day = day.PlusDays(1))
            {
                var (dawn, night) = Bounds(world, day, day);
                var today = mine.Where(m => m.Occurred >= dawn && m.Occurred < night).ToList();
                if (mine.Where(m => m.Occurred < dawn).Sum(m => m.Change.Value) > 0 || today.Any(m => m.Change.Steps > 0 || m.Kind == MovementKind.Issue)) daysIn++;
            }

            // Days on which goods came and went within a quarter of an hour may be counted either way.
            if (row is not null)
            {
                HistoryLaws.Require(row.Consumption.Used == used && row.OnHand.Value == onHand, "another consumption or stock");
                HistoryLaws.Require(row.Consumption.Days - row.Consumption.DaysOut <= daysIn, "more days with stock than there were");
                HistoryLaws.Require(row.Suggested.Value >= row.Wanted - onHand && row.Suggested.Steps > 0, "too little is suggested");
            }
            else
            {
                HistoryLaws.Require(used <= 0 || daysIn == 0 || onHand >= used / daysIn * 37, "nothing is suggested for what will run out");
            }
        }
    }

    private static (Instant Start, Instant End) Bounds(HistoryWorld world, LocalDate from, LocalDate through) =>
        (from.AtStartOfDayInZone(world.Site.Zone).ToInstant(), through.PlusDays(1).AtStartOfDayInZone(world.Site.Zone).ToInstant());

    private static void Equal(decimal expected, Money found, string what) =>
        HistoryLaws.Require(expected == found.Amount, $"{what} is {found}, and should be {expected}");
}
