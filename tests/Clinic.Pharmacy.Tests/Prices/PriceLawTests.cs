using Clinic.Abstractions;
using Clinic.Pharmacy.Prices;
using FsCheck;
using FsCheck.Fluent;
using static Clinic.Pharmacy.Tests.Prices.PriceKit;

namespace Clinic.Pharmacy.Tests.Prices;

public sealed class PriceLawTests
{
    private static Gen<decimal> Amounts(int most, int decimals) =>
        from whole in Gen.Choose(0, most) from part in Gen.Choose(1, 999_999_999) select decimal.Round(whole + (part / 1_000_000_000m), decimals) + (decimal)Math.Pow(10, -decimals);

    private static Arbitrary<Case> Cases => (
        from quantity in Gen.Choose(1, 3_000)
        from first in Gen.Choose(0, quantity - 1)
        from prices in Amounts(100, 6).Three()
        from costs in Amounts(80, 8).Two()
        from tax in Gen.Elements(0m, 5m, 12.5m, 15m, 100m)
        from inclusive in Gen.Elements(true, false)
        from mode in Gen.Elements(MidpointRounding.AwayFromZero, MidpointRounding.ToEven)
        from rule in Gen.Choose(0, 2)
        from off in Gen.Elements(0m, 10m, 33.3333m)
        select new Case(quantity, first, prices, costs, tax, inclusive, mode, rule, off)).ToArbitrary();

    [Fact]
    public void The_shares_of_the_lots_sum_to_the_line_and_none_is_a_cent_off() =>
        Prop.ForAll(Cases, c =>
        {
            var q = c.Quote();
            return q.Lots.Sum(l => l.Net.Amount) == q.Net.Amount && q.Lots.Sum(l => l.Tax.Amount) == q.Tax.Amount && q.Lots.Sum(l => l.Total.Amount) == q.Total.Amount
                && q.Lots.Sum(l => l.Earnings!.Cost.Amount) == q.Earnings!.Cost.Amount
                && q.Lots.Sum(l => l.Earnings!.Profit.Amount) == q.Earnings.Profit.Amount
                && q.Lots.All(l => Math.Abs(l.Net.Amount - (q.Net.Amount * l.Quantity.Value / c.Quantity)) < 0.01m);
        }).Holds(300);

    [Fact]
    public void Net_and_tax_make_the_total_and_the_tax_is_the_rate_of_the_net() =>
        Prop.ForAll(Cases, c =>
        {
            var q = c.Quote();
            return q.Net + q.Taxes[0].Amount == q.Total && q.Taxes[0].Base == q.Net && q.Net.Amount >= 0 && q.Tax.Amount >= 0
                && Math.Abs(q.Tax.Amount - (q.Net.Amount * c.Tax / 100)) <= 0.01m;
        }).Holds(300);

    [Fact]
    public void The_parts_cover_the_quantity_exactly_with_the_largest_packs_first() =>
        Prop.ForAll(Cases, c =>
        {
            var parts = c.Quote().Parts;
            return parts.Sum(p => p.Count * p.UnitsPer) == c.Quantity && parts.Select(p => p.UnitsPer).SequenceEqual(parts.Select(p => p.UnitsPer).OrderDescending())
                && parts.Where(p => p.UnitsPer < 100).Sum(p => p.Count * p.UnitsPer) < 100;
        }).Holds(300);

    [Fact]
    public void The_line_is_the_exact_sum_rounded_once() =>
        Prop.ForAll(Cases, c =>
        {
            if (c.Rule != 0 || c.Off != 0) return true;
            var exact = (c.Quantity / 100 * c.Prices.Item1) + (c.Quantity / 10 % 10 * c.Prices.Item2) + (c.Quantity % 10 * c.Prices.Item3);
            var q = c.Quote();
            return (c.Inclusive ? q.Total : q.Net).Amount == Math.Round(exact, 2, c.Mode);
        }).Holds(500);

    [Fact]
    public void Two_lines_cost_what_one_of_both_does_but_for_a_cent() =>
        Prop.ForAll(Cases, c =>
        {
            if (c.First == 0) return true;
            var prices = InForce(PriceList.Restore(State(Entry(c.Prices.Item1)) with { Rounding = c.Mode }), tax: Tax(0));
            return Math.Abs(PriceKit.Quote(prices, c.First).Net.Amount + PriceKit.Quote(prices, c.Quantity - c.First).Net.Amount - PriceKit.Quote(prices, c.Quantity).Net.Amount) <= 0.01m;
        }).Holds(300);

    [Fact]
    public void Packs_and_base_units_have_one_price() =>
        Prop.ForAll(Cases, c =>
        {
            var prices = InForce(PriceList.Restore(c.State() with { Entries = [Entry(c.Prices.Item1), Entry(c.Prices.Item2, PricePer.Pack("box"))] }), tax: Tax(c.Tax));
            var packed = PriceQuoter.Quote(new(Tablets(), new(c.Quantity, new UnitCode("blister")), PriceSegment.Patient, Currency.Usd), prices);
            return packed.Total == PriceKit.Quote(prices, c.Quantity * 10).Total && packed.Quantity.Steps == c.Quantity * 10;
        }).Holds(200);

    [Fact]
    public void Margin_is_markup_by_one_and_markup_and_both_come_back() =>
        Prop.ForAll(Amounts(900, 4).ToArbitrary(), percent =>
        {
            var markup = MarkupOnCost.FromPercent(percent);
            var margin = markup.ToMargin()!.Value;
            return margin.Rate == markup.Rate / (1 + markup.Rate) && Math.Abs(margin.ToMarkup()!.Value.Rate - markup.Rate) < 0.0000000000000001m;
        }).Holds(300);

    [Fact]
    public void A_price_from_a_margin_gives_the_margin_back_within_a_cent() =>
        Prop.ForAll(
            (from cost in Amounts(10_000, 8) from percent in Gen.Choose(0, 9_000) select (cost, percent / 100m)).ToArbitrary(),
            c =>
            {
                var (cost, percent) = c;
                var margin = MarginOnPrice.FromPercent(percent);
                var price = Math.Round(margin.PriceOf(cost), 2, MidpointRounding.AwayFromZero);
                if (price == 0) return true;
                var back = MarginOnPrice.Of(price, cost)!.Value;
                return Math.Abs((price * back.Rate) - (price * margin.Rate)) <= 0.01m
                    && Math.Abs(margin.PriceOf(cost) - margin.ToMarkup()!.Value.PriceOf(cost)) < 0.0000001m;
            }).Holds(500);

    [Fact]
    public void A_margin_and_a_markup_that_say_the_same_give_the_same_line() =>
        Prop.ForAll(Cases, c =>
        {
            PriceQuote By(PriceRule rule) => PriceKit.Quote(InForce(List(Entry(rule)), tax: Tax(c.Tax)), c.Quantity, c.Lots());
            return By(PriceRule.From(MarginOnPrice.FromPercent(20))).Total == By(PriceRule.From(MarkupOnCost.FromPercent(25))).Total;
        }).Holds(200);

    public sealed record Case(
        int Quantity, int First, (decimal, decimal, decimal) Prices, (decimal, decimal) Costs, decimal Tax, bool Inclusive, MidpointRounding Mode, int Rule, decimal Off)
    {
        internal PriceListSnapshot State() => PriceKit.State(
            Entry(Prices.Item1, PricePer.Pack("box")), Entry(Prices.Item2, PricePer.Pack("blister")),
            Rule switch
            {
                1 => Entry(PriceRule.From(MarkupOnCost.FromPercent(decimal.Round(Prices.Item3, 4)))),
                2 => Entry(PriceRule.From(MarginOnPrice.FromPercent(decimal.Round(Prices.Item3 % 99, 4)))),
                _ => Entry(Prices.Item3),
            }) with
        { TaxInclusive = Inclusive, Rounding = Mode };

        internal CostPart[] Lots() => First == 0
            ? [Part(1, Quantity, Costs.Item1)]
            : [Part(1, First, Costs.Item1), Part(2, Quantity - First, Costs.Item2)];

        internal PriceQuote Quote() =>
            PriceKit.Quote(InForce(PriceList.Restore(State()), Off == 0 ? null : Special(off: Off), Clinic.Pharmacy.Tests.Prices.PriceKit.Tax(Tax)), Quantity, Lots());
    }
}
