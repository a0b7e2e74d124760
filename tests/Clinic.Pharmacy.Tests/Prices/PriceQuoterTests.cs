using System.Text.Json;
using Clinic.Abstractions;
using Clinic.Pharmacy.Prices;
using Clinic.Pharmacy.Tests.Kit;
using static Clinic.Pharmacy.Tests.Prices.PriceKit;

namespace Clinic.Pharmacy.Tests.Prices;

public sealed class PriceQuoterTests
{
    private static readonly PriceEntry[] Packs = [Entry(0.15m), Entry(1.35m, PricePer.Pack("blister")), Entry(12m, PricePer.Pack("box"))];

    [Fact]
    public void Packs_come_first_and_the_line_its_tax_and_its_lots_agree_to_the_cent()
    {
        var quote = Quote(InForce(List(Packs)), 127, Part(1, 100, 0.08m), Part(2, 27, 0.09m));

        Assert.Equal([("box", 1m, 12m), ("blister", 2m, 1.35m), ("unit", 7m, 0.15m)], quote.Parts.Select(p => (p.Per.ToString(), p.Count, p.Price)));
        Assert.Equal((Usd(15.75m), Usd(2.36m), Usd(18.11m)), (quote.Net, quote.Tax, quote.Total));
        Assert.Equal(new TaxPart("IVA15", 15, false, Usd(15.75m), Usd(2.36m)), Assert.Single(quote.Taxes));
        Assert.Equal([(Usd(12.40m), Usd(1.86m)), (Usd(3.35m), Usd(0.50m))], quote.Lots.Select(l => (l.Net, l.Tax)));
        Assert.Equal((Usd(10.43m), Usd(5.32m)), (quote.Earnings!.Cost, quote.Earnings.Profit));
        Assert.Equal(5.32m / 15.75m, quote.Earnings.Margin!.Value.Rate);
        Assert.Equal(5.32m / 10.43m, quote.Earnings.Markup!.Value.Rate);
        Assert.Equal((Usd(8m), Usd(4.40m)), (quote.Lots[0].Earnings!.Cost, quote.Lots[0].Earnings!.Profit));
        Assert.Equal(("PUB", 1L, null), (quote.Source.Code, quote.Source.Version, quote.Source.Special));
        Assert.Empty(quote.Warnings);
    }

    [Fact]
    public void The_reference_case_of_a_margin_that_was_read_wrong_says_72_727()
    {
        var quote = Quote(InForce(List(Entry(11m)), tax: Tax(0)), 1, Part(1, 1, 3m));

        Assert.Equal(72.727m, decimal.Round(quote.Earnings!.Margin!.Value.Percent, 3));
        Assert.True(quote.Earnings.Cost.Amount > 0 && quote.Earnings.Profit.Amount > 0);
    }

    [Theory]
    [InlineData(1, "0.005", MidpointRounding.AwayFromZero, "0.01")]
    [InlineData(1, "0.005", MidpointRounding.ToEven, "0.00")]
    [InlineData(3, "0.005", MidpointRounding.AwayFromZero, "0.02")]
    [InlineData(3, "0.005", MidpointRounding.ToEven, "0.02")]
    [InlineData(5, "0.005", MidpointRounding.ToEven, "0.02")]
    [InlineData(5, "0.005", MidpointRounding.AwayFromZero, "0.03")]
    [InlineData(100, "0.0049", MidpointRounding.AwayFromZero, "0.49")]
    public void Half_a_cent_goes_where_the_list_says_once_per_line(int quantity, string price, MidpointRounding mode, string expected)
    {
        var list = PriceList.Restore(State(Entry(Number(price))) with { Rounding = mode });

        var quote = Quote(InForce(list, tax: Tax(0)), quantity);

        Assert.Equal(Usd(Number(expected)), quote.Net);
        Assert.Equal(quote.Net.Amount == 0, quote.Warnings.Contains(PriceWarning.RoundedToZero));
    }

    [Fact]
    public void A_cost_of_many_decimals_is_not_rounded_before_the_line_is()
    {
        // 0.67 over three tablets and half as much again is exactly 1.005; by way of 0.2233... a tablet it would fall to 1.00.
        var quote = Quote(
            InForce(List(Entry(PriceRule.From(MarkupOnCost.FromPercent(50)))), tax: Tax(0)), 3,
            Part(1, 1, 0.22333333m), Part(2, 1, 0.22333333m), Part(3, 1, 0.22333334m));

        Assert.Equal(Usd(0.67m), quote.Earnings!.Cost);
        Assert.Equal(Usd(1.01m), quote.Net);
    }

    [Theory]
    [InlineData("8.73267327", 1000, "11643.56")]
    [InlineData("0.12345678", 7, "1.15")]
    public void A_margin_on_the_price_gives_cost_by_one_less_margin(string cost, int quantity, string expected)
    {
        var quote = Quote(InForce(List(Entry(PriceRule.From(MarginOnPrice.FromPercent(25)))), tax: Tax(0)), quantity, Part(1, quantity, Number(cost)));

        Assert.Equal(Usd(Number(expected)), quote.Net);
    }

    [Fact]
    public void Prices_with_tax_keep_their_total_and_give_the_net_back()
    {
        var list = PriceList.Restore(State(Entry(1.15m)) with { TaxInclusive = true });

        var quote = Quote(InForce(list), 3);

        Assert.Equal((Usd(3.00m), Usd(0.45m), Usd(3.45m)), (quote.Net, quote.Tax, quote.Total));
        Assert.Equal(Usd(0.09m), Quote(InForce(PriceList.Restore(State(Entry(0.09m)) with { TaxInclusive = true })), 1).Total);
    }

    [Fact]
    public void Exempt_goods_say_so_and_carry_no_tax()
    {
        var quote = Quote(InForce(List(Entry(1m, tax: "EX")), tax: Tax(0, "EX", exempt: true)), 2);

        Assert.Equal(new TaxPart("EX", 0, true, Usd(2m), Usd(0m)), Assert.Single(quote.Taxes));
        Assert.Equal(quote.Net, quote.Total);
    }

    [Fact]
    public void The_largest_wholesale_minimum_that_is_reached_governs_the_line()
    {
        var prices = InForce(List([.. Packs, Entry(0.11m, PricePer.Wholesale(200)), Entry(0.10m, PricePer.Wholesale(1000)), Entry(9m, PricePer.Wholesale(1000, "box"))]), tax: Tax(0));

        Assert.Equal(Usd(12m + (9 * 1.35m) + (9 * 0.15m)), Quote(prices, 199).Net);
        Assert.Equal(Usd(22m), Quote(prices, 200).Net);
        Assert.Equal(Usd(109.89m), Quote(prices, 999).Net);
        Assert.Equal(Usd(10 * 9m), Quote(prices, 1000).Net);
        Assert.Equal(["box from 1000", "unit from 1000"], Quote(prices, 1050).Parts.Select(p => p.Per.ToString()));
    }

    [Fact]
    public void A_box_costs_what_its_tablets_cost()
    {
        var prices = InForce(List(Packs));
        var box = PriceQuoter.Quote(new(Tablets(), new(1, new UnitCode("box")), PriceSegment.Patient, Currency.Usd), prices);

        Assert.Equal(JsonSerializer.Serialize(Quote(prices, 100), ClinicJson.Options), JsonSerializer.Serialize(box, ClinicJson.Options));
    }

    [Fact]
    public void A_floor_holds_against_cost_and_discount_and_warns()
    {
        var byCost = InForce(List(Entry(PriceRule.From(MarkupOnCost.FromPercent(10)), floor: 0.50m)), tax: Tax(0));
        var discounted = InForce(List(Entry(1m, floor: 0.80m)), Special(off: 30), Tax(0));
        var special = InForce(List(Entry(1m, floor: 0.80m), Entry(9m, PricePer.Pack("box"))), Special(amount: 0.1m), Tax(0));

        foreach (var (quote, net) in new[] { (Quote(byCost, 10, Part(1, 10, 0.10m)), 5m), (Quote(discounted, 10), 8m), (Quote(special, 10), 8m) })
        {
            Assert.Equal(Usd(net), quote.Net);
            Assert.True(quote.FloorApplied);
            Assert.Contains(PriceWarning.BelowFloor, quote.Warnings);
        }

        Assert.Equal(Usd(2m), Quote(discounted, 10).Discount);
    }

    [Fact]
    public void A_special_price_says_what_it_took_off_and_when_it_ends()
    {
        var off = Quote(InForce(List(Packs), Special(off: 12.5m, until: Today), Tax(0)), 127);
        var amount = Quote(InForce(List(Packs), Special(amount: 10m, per: PricePer.Pack("box")), Tax(0)), 127);

        Assert.Equal((Usd(13.78m), Usd(1.97m)), (off.Net, off.Discount));
        Assert.Contains(PriceWarning.SpecialExpiresToday, off.Warnings);
        Assert.Equal((Usd(13.75m), Usd(2m)), (amount.Net, amount.Discount));
        Assert.Equal(Hospital.Id<SpecialPriceId>(1), amount.Source.Special);
        Assert.Null(amount.Parts[0].Rule);
        Assert.DoesNotContain(PriceWarning.SpecialExpiresToday, amount.Warnings);
    }

    [Fact]
    public void The_patients_own_special_price_comes_before_that_of_everybody()
    {
        var patient = Hospital.Id<PatientId>(1);
        var prices = InForce(List(Entry(1m)), tax: Tax(0)) with { Specials = [Special(off: 10), Special(off: 50, patient: patient, id: 2)] };
        PriceQuote For(PatientId? who) => PriceQuoter.Quote(new(Tablets(), new(10, UnitCode.Tablet), PriceSegment.Patient, Currency.Usd, who), prices);

        Assert.Equal((Usd(5m), Usd(9m), Usd(9m)), (For(patient).Net, For(null).Net, For(Hospital.Id<PatientId>(2)).Net));
    }

    [Fact]
    public void Below_cost_and_without_cost_it_warns()
    {
        var prices = InForce(List(Entry(0.10m)), tax: Tax(0));

        var loss = Quote(prices, 10, Part(1, 10, 0.11m));
        Assert.Equal([PriceWarning.BelowCost], loss.Warnings);
        Assert.Equal((Usd(-0.10m), -0.1m), (loss.Earnings!.Profit, loss.Earnings.Margin!.Value.Rate));
        Assert.Equal([PriceWarning.NoCost], Quote(prices, 10).Warnings);
    }

    [Fact]
    public void Who_sees_no_cost_sees_nothing_that_tells_it()
    {
        var quote = Quote(InForce(List(Entry(PriceRule.From(MarkupOnCost.FromPercent(30)))), tax: Tax(0)), 10, Part(1, 10, 0.11m)).WithoutCosts();

        Assert.Null(quote.Earnings);
        Assert.All(quote.Lots, l => Assert.Null(l.Earnings));
        Assert.All(quote.Parts, p => Assert.Null(p.Rule));
        Assert.DoesNotContain("cost", JsonSerializer.Serialize(quote, ClinicJson.Options), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void No_price_in_force_is_a_refusal_and_never_zero()
    {
        var list = List(Entry(1m));

        Refused(() => Quote(InForce(list) with { On = Today.PlusDays(-1) }, 1), PharmacyRules.PriceMissing);
        Refused(() => Quote(InForce(list) with { Lists = [] }, 1), PharmacyRules.PriceMissing);
        Refused(() => Quote(InForce(list) with { Site = Hospital.Id<SiteId>(9) }, 1), PharmacyRules.PriceMissing);
        Refused(() => PriceQuoter.Quote(new(Tablets(), new(1, UnitCode.Tablet), PriceSegment.OfInsurer("IESS"), Currency.Usd), InForce(list)), PharmacyRules.PriceMissing);
        Refused(() => Quote(InForce(List(Entry(12m, PricePer.Pack("box")))), 105), PharmacyRules.PriceRestUncovered);
        Refused(() => Quote(InForce(List(Entry(PriceRule.From(MarkupOnCost.FromPercent(30))))), 1), PharmacyRules.PriceNeedsCost);
        Refused(() => Quote(InForce(list, tax: Tax(15, "OTRO")), 1), PharmacyRules.TaxGroupUnknown);
        Refused(() => Quote(InForce(PriceList.Restore(State(Entry(1m)) with { From = new(2024, 1, 1), Effective = new(2024, 1, 1) })) with { On = new(2024, 1, 1) }, 1), PharmacyRules.TaxRateMissing);
    }

    [Fact]
    public void Currencies_that_mix_and_lots_that_do_not_fit_are_refused()
    {
        var prices = InForce(List(Entry(1m)));

        Refused(() => Quote(prices, 1, Part(1, 1, 1m, currency: Currency.Eur)), PharmacyRules.CurrencyMixed);
        Refused(() => Quote(InForce(List(Entry(1m)), Special(off: 5, currency: Currency.Eur)), 1), PharmacyRules.CurrencyMixed);
        Refused(() => PriceQuoter.Quote(new(Tablets(), new(1, UnitCode.Tablet), PriceSegment.Patient, Currency.Eur), prices), PharmacyRules.CurrencyMixed);
        Refused(() => Quote(prices, 2, Part(1, 1, 1m)), PharmacyRules.LotPartsDiffer);
        Refused(() => Quote(prices, 0), PharmacyRules.QuantityNotPositive);
        Refused(() => Quote(prices, 1.5m), PharmacyRules.QuantityTooFine);
    }

    [Fact]
    public void Two_lists_or_special_prices_at_once_are_refused_and_both_are_named()
    {
        var other = PriceList.Restore(State(Entry(2m)) with { Id = Hospital.Id<PriceListId>(2), Code = "PUB2" });
        var lists = InForce(List(Entry(1m))) with { Lists = [List(Entry(1m)), other] };
        var specials = InForce(List(Entry(1m))) with { Specials = [Special(off: 5), Special(off: 6, id: 2)] };

        var e = Refused(() => Quote(lists, 1), PharmacyRules.PriceListsOverlap);
        Assert.Equal(("PUB", "PUB2"), (e.Failures[0].Facts["list"], e.Failures[0].Facts["other"]));
        Refused(() => Quote(specials, 1), PharmacyRules.SpecialPricesOverlap);
    }

    [Fact]
    public void A_line_beyond_all_measure_is_refused() =>
        Refused(() => Quote(InForce(List(Entry(1_000_000_000m))), 1_001), PharmacyRules.PriceLineTooLarge);

    [Fact]
    public void A_quote_comes_back_from_its_json()
    {
        var quote = Quote(InForce(List(Packs), Special(off: 5)), 127, Part(1, 100, 0.08m), Part(2, 27, 0.09m));
        var text = JsonSerializer.Serialize(quote, ClinicJson.Options);

        Assert.Equal(text, JsonSerializer.Serialize(JsonSerializer.Deserialize<PriceQuote>(text, ClinicJson.Options), ClinicJson.Options));
    }

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
