using Clinic.Abstractions;
using Clinic.Pharmacy.Alerts;
using Clinic.Pharmacy.Stock;
using Clinic.Pharmacy.Tests.Kit;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Clinic.Pharmacy.Tests.Alerts;

/// <summary>Laws of the calculations behind alerts.</summary>
public sealed class AlertLawTests
{
    private static readonly LocalDate Today = new(2026, 3, 10);

    private static readonly Arbitrary<(int Days, int OnHand)[]> Lots =
        Gen.Choose(-5, 60).SelectMany(d => Gen.Choose(0, 100).Select(q => (d, q))).ArrayOf().ToArbitrary();

    private static readonly Arbitrary<int[]> Sample = Gen.Choose(-20, 200).ArrayOf().Where(a => a.Length > 0).ToArbitrary();

    [Fact]
    public void What_is_at_risk_is_what_a_day_by_day_simulation_leaves() => Prop.ForAll(Lots, Gen.Choose(0, 12).ToArbitrary(), (lots, perDay) =>
    {
        var left = lots.Select(l => (l.Days, Left: (decimal)l.OnHand)).OrderBy(l => l.Days).ToArray();
        for (var day = 0; day <= 60; day++)
        {
            decimal need = perDay;
            for (var i = 0; i < left.Length; i++)
            {
                if (left[i].Days < day) continue;
                var taken = Math.Min(need, left[i].Left);
                left[i].Left -= taken;
                need -= taken;
            }
        }

        return ExpiryRisk.Of(Risks(lots), Today, perDay).Sum(s => s.AtRisk.Value) == left.Sum(l => l.Left);
    }).Holds();

    [Fact]
    public void More_consumption_never_leaves_more_and_none_leaves_all() => Prop.ForAll(Lots, Gen.Choose(0, 12).ToArbitrary(), (lots, perDay) =>
    {
        decimal At(int rate) => ExpiryRisk.Of(Risks(lots), Today, rate).Sum(s => s.AtRisk.Value);
        return At(perDay + 1) <= At(perDay) && At(0) == lots.Sum(l => l.OnHand);
    }).Holds();

    [Fact]
    public void Unusual_does_not_depend_on_the_order_or_the_unit() => Prop.ForAll(Sample, Gen.Choose(-50, 400).ToArbitrary(), Gen.Choose(1, 9).ToArbitrary(), (sample, value, unit) =>
    {
        var plain = UnusualConsumption.Judge(value, [.. sample.Select(x => (decimal)x)], 3, 1, 3);
        var turned = UnusualConsumption.Judge(value, [.. sample.Reverse().Select(x => (decimal)x)], 3, 1, 3);
        var scaled = UnusualConsumption.Judge(value * unit, [.. sample.Select(x => (decimal)x * unit)], 3, unit, 3);
        return plain == turned && (plain is null) == (scaled is null) && (plain is null || Math.Abs(plain.Score - scaled!.Score) < 0.000001m);
    }).Holds();

    [Fact]
    public void The_median_has_as_many_above_as_below() => Prop.ForAll(Sample, sample =>
    {
        var median = UnusualConsumption.Median([.. sample.Select(x => (decimal)x)]);
        return sample.Count(x => x > median) <= sample.Length / 2 && sample.Count(x => x < median) <= sample.Length / 2;
    }).Holds();

    [Fact]
    public void A_level_is_the_smallest_that_is_not_passed() => Prop.ForAll(Gen.Choose(-400, 400).ToArbitrary(), Gen.Choose(0, 200).ArrayOf().ToArbitrary(), (days, levels) =>
        ExpiryLevels.Reached(Today.PlusDays(days), Today, levels) == levels.Where(l => days <= l).Order().Cast<int?>().FirstOrDefault()).Holds();

    [Fact]
    public void Days_without_stock_do_not_lower_the_average() => Prop.ForAll(Gen.Choose(1, 50).NonEmptyListOf().ToArbitrary(), Gen.Choose(0, 40).ToArbitrary(), (used, empty) =>
    {
        var days = used.Select((u, i) => new DailyConsumption(Today.PlusDays(i), u, true)).ToList();
        var with = AverageConsumption.Of(days.Concat(Enumerable.Range(1, empty).Select(i => new DailyConsumption(Today.PlusDays(-i), 0, false))));
        return with.PerDay == AverageConsumption.Of(days.AsEnumerable().Reverse()).PerDay && with.Days == days.Count + empty;
    }).Holds();

    [Fact]
    public void Low_stock_is_said_exactly_below_a_minimum() => Prop.ForAll(Gen.Choose(0, 300).ToArbitrary(), Gen.Choose(0, 20).ToArbitrary(), Gen.Choose(1, 20).ToArbitrary(), (onHand, perDay, days) =>
        (LowStock.Judge(onHand, perDay, null, days) is not null) == (onHand < perDay * days)
        && (LowStock.Judge(onHand, null, days, null) is not null) == (onHand < days)
        && LowStock.Judge(onHand, null, null, days) is null).Holds();

    [Theory]
    [InlineData("America/Guayaquil")]
    [InlineData("Asia/Kathmandu")]
    [InlineData("Pacific/Chatham")]
    [InlineData("America/Santiago")]
    public void Slices_fold_into_the_days_of_a_zone(string zone)
    {
        var at = Hospital.Id<LocationId>(1);
        var tz = DateTimeZoneProviders.Tzdb[zone];
        Prop.ForAll(Gen.Choose(0, 40 * 96).SelectMany(s => Gen.Choose(1, 9).Select(q => (s, q))).ArrayOf().ToArbitrary(), moves =>
        {
            var start = Instant.FromUtc(2026, 3, 20, 0, 0);
            var stock = 0L;
            var slices = new List<ConsumptionSlice>();
            foreach (var (s, q) in moves.OrderBy(m => m.s))
            {
                var isIn = stock < q || s % 3 == 0;
                slices.Add(new(at, start + (s * ConsumptionSlice.Length), isIn ? 0 : q, 0, isIn ? q : 0, isIn ? q : -q));
                stock += isIn ? q : -q;
            }

            var (first, after) = (start.InZone(tz).Date, (start + Duration.FromDays(40)).InZone(tz).Date.PlusDays(1));
            var days = ConsumptionDays.Of(new(0, new Dictionary<LocationId, long> { [at] = stock }, slices), new HashSet<LocationId> { at }, tz, first, after);
            var balance = 0L;
            foreach (var day in days)
            {
                var mine = slices.Where(s => s.Start.InZone(tz).Date == day.Day).ToList();
                if (day.Net != mine.Sum(s => s.Issued) || day.InStock != (balance > 0 || mine.Any(s => s.Arrived > 0))) return false;
                balance += mine.Sum(s => s.Change);
            }

            return days.Count == Period.DaysBetween(first, after) && balance == stock;
        }).Holds(60);
    }

    private static RiskLot[] Risks((int Days, int OnHand)[] lots) =>
        [.. lots.Select((l, i) => new RiskLot(Hospital.Id<LotId>(i + 1), Today.PlusDays(l.Days), new StockQuantity(l.OnHand, 0), new UnitCost(1, Currency.Usd)))];
}
