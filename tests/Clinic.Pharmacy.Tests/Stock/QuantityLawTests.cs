using System.Text.Json;
using Clinic.Abstractions;
using Clinic.Pharmacy.Presentations;
using Clinic.Pharmacy.Receiving;
using Clinic.Pharmacy.Stock;
using FsCheck;
using FsCheck.Fluent;

namespace Clinic.Pharmacy.Tests.Stock;

public sealed class QuantityLawTests
{
    private static Gen<StockQuantity> Quantities(int scale) =>
        from high in Gen.Choose(-1_000_000, 1_000_000) from low in Gen.Choose(0, 999_999) select new StockQuantity((high * 1_000_000L) + low, scale);

    private static Arbitrary<(StockQuantity A, StockQuantity B, StockQuantity C)> Three => (
        from scale in Gen.Choose(0, 6) from a in Quantities(scale) from b in Quantities(scale) from c in Quantities(scale) select (a, b, c)).ToArbitrary();

    private static Gen<decimal> Amounts(int decimals) =>
        from whole in Gen.Choose(0, 1_000_000) from part in Gen.Choose(0, 999_999_999) select decimal.Round(whole + (part / 1_000_000_000m), decimals);

    [Fact]
    public void Quantities_add_and_subtract_exactly() =>
        Prop.ForAll(Three, t => t.A + t.B == t.B + t.A && (t.A + t.B) + t.C == t.A + (t.B + t.C) && t.A + t.B - t.B == t.A && t.A - t.A == StockQuantity.Zero(t.A.Scale)
            && -(-t.A) == t.A && (t.A + t.B).Value == t.A.Value + t.B.Value && (t.A < t.B) == (t.A.Value < t.B.Value) && t.A.CompareTo(t.B) == t.A.Value.CompareTo(t.B.Value)).Holds();

    [Fact]
    public void A_quantity_comes_back_from_its_value_and_its_json() =>
        Prop.ForAll(Three, t => StockQuantity.Of(t.A.Value, t.A.Scale) == t.A
            && JsonSerializer.Deserialize<StockQuantity>(JsonSerializer.Serialize(t.A, ClinicJson.Options), ClinicJson.Options) == t.A).Holds();

    [Fact]
    public void Quantities_of_two_scales_do_not_mix()
    {
        Assert.Throws<InvalidOperationException>(() => new StockQuantity(1, 0) + new StockQuantity(1, 2));
        Assert.Throws<InvalidOperationException>(() => new StockQuantity(1, 0) < new StockQuantity(1, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => new StockQuantity(1, 7));
        Assert.Throws<OverflowException>(() => new StockQuantity(long.MaxValue, 0) + new StockQuantity(1, 0));
        Assert.False(StockQuantity.TryOf(0.001m, 2, out _));
        Assert.False(StockQuantity.TryOf(StockQuantity.Largest + 1m, 0, out _));
        Assert.Throws<ArgumentException>(() => StockQuantity.Of(0.001m, 2));
    }

    [Fact]
    public void Seventy_issues_of_a_tenth_end_at_nothing()
    {
        var left = StockQuantity.Of(7, 1);

        for (var i = 0; i < 70; i++) left -= StockQuantity.Of(0.1m, 1);

        Assert.True(left.IsZero);
    }

    [Fact]
    public void Packs_convert_exactly_and_back() =>
        Prop.ForAll(
            (from box in Gen.Choose(1, 100)
             from blister in Gen.Choose(1, 100)
             from scale in Gen.Choose(0, 6)
             from n in Gen.Choose(1, 1_000_000)
             select (box, blister, scale, n)).ToArbitrary(),
            t =>
            {
                var p = Presentation.Restore(new PresentationData(
                    new MedicationId(Guid.CreateVersion7()), "P", "P", UnitCode.Tablet, t.scale, [new("blister", t.blister), new("box", t.box)]).ToSnapshot(new(Guid.CreateVersion7())));
                return p.TryConvert(new(t.n, new UnitCode("box")), out var boxes) is null
                    && p.TryConvert(new(t.n, new UnitCode("blister")), out var blisters) is null
                    && boxes.Value == (decimal)t.n * t.box * t.blister
                    && boxes.Value / p.UnitsPer("box") == t.n
                    && blisters.Value == (decimal)t.n * t.blister
                    && p.TryConvert(p.ToQuantity(boxes), out var again) is null && again == boxes;
            }).Holds();

    [Fact]
    public void Finer_input_is_refused_and_never_rounded() =>
        Prop.ForAll(
            (from scale in Gen.Choose(0, 5) from n in Gen.Choose(0, 1_000_000) from extra in Gen.Choose(1, 9) select (scale, n, extra)).ToArbitrary(),
            t =>
            {
                var step = new StockQuantity(1, t.scale).Value;
                return !StockQuantity.TryOf((t.n * step) + (t.extra * step / 10), t.scale, out var none) && none.IsZero;
            }).Holds();

    [Fact]
    public void Free_goods_spread_the_price_over_everything()
    {
        var (cost, rounding) = ReceiptCost.Spread(new Money(8_820.00m, Currency.Usd), StockQuantity.Of(1_000, 0), StockQuantity.Of(10, 0));

        Assert.Equal(8.73267327m, cost.Amount);
        Assert.Equal(8_820.00m - (8.73267327m * 1_010), rounding.Amount);
        Assert.Equal(0.0000027m - 0.0000000m, Math.Abs(rounding.Amount));
    }

    [Fact]
    public void Cost_times_quantity_and_the_rounding_are_the_price() =>
        Prop.ForAll(
            (from price in Amounts(2) from scale in Gen.Choose(0, 4) from paid in Gen.Choose(1, 1_000_000) from free in Gen.Choose(0, 1_000) select (price, scale, paid, free)).ToArbitrary(),
            t =>
            {
                var (paid, free) = (new StockQuantity(t.paid, t.scale), new StockQuantity(t.free, t.scale));
                var (cost, rounding) = ReceiptCost.Spread(new Money(t.price, Currency.Usd), paid, free);
                var half = 0.000000005m * (paid + free).Value;
                return cost.ValueOf(paid + free) + rounding == new Money(t.price, Currency.Usd) && Math.Abs(rounding.Amount) <= half;
            }).Holds();

    [Fact]
    public void Value_is_exact_and_nothing_is_worth_nothing() =>
        Prop.ForAll(
            (from amount in Amounts(8) from scale in Gen.Choose(0, 6) from a in Gen.Choose(0, 1_000_000) from b in Gen.Choose(0, 1_000_000) select (amount, scale, a, b)).ToArbitrary(),
            t =>
            {
                var cost = new UnitCost(t.amount, Currency.Usd);
                var (a, b) = (new StockQuantity(t.a, t.scale), new StockQuantity(t.b, t.scale));
                return cost.ValueOf(a) + cost.ValueOf(b) == cost.ValueOf(a + b) && cost.ValueOf(a - a).Amount == 0;
            }).Holds();

    [Theory]
    [InlineData("-0.01")]
    [InlineData("0.000000001")]
    [InlineData("1000000000.01")]
    public void A_cost_below_zero_too_fine_or_too_large_is_no_cost(string amount) =>
        Assert.Throws<ArgumentException>(() => new UnitCost(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture), Currency.Usd));

    [Theory]
    [InlineData(2.00, 1.00, false)]
    [InlineData(2.01, 1.00, true)]
    [InlineData(0.50, 1.00, false)]
    [InlineData(0.49, 1.00, true)]
    [InlineData(0.00, 1.00, true)]
    [InlineData(0.01, 0.00, true)]
    [InlineData(0.00, 0.00, false)]
    public void A_cost_is_far_beyond_the_tolerance_in_either_direction(decimal cost, decimal last, bool far) =>
        Assert.Equal(far, ReceiptCost.IsFar(new(cost, Currency.Usd), new(last, Currency.Usd), 2));
}
