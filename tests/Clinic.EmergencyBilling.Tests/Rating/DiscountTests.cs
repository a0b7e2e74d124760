using Clinic.EmergencyBilling.Rating;
using Clinic.EmergencyBilling.Tariffs;
using Clinic.EmergencyBilling.Tests.Kit;
using FsCheck.Fluent;
using NodaTime;
using static Clinic.EmergencyBilling.Tests.Kit.Prices;

namespace Clinic.EmergencyBilling.Tests.Rating;

public sealed class DiscountTests
{
    private static readonly TariffTerms Ten = Terms(Hourly(10m));
    private static readonly Discount Tenth = new("CONV", "Convenio", DiscountKind.Percent, 10m);

    [Fact]
    public void A_percentage_is_taken_of_what_the_cap_left_as_a_negative_line()
    {
        var s = Rate(Stay(Local(8), Local(18)), Book(Ten with { Caps = [Cap.PerCalendarDay(80m)], Discounts = [Tenth] }));

        Assert.Equal([(LineKind.Time, 100m), (LineKind.Cap, -20m), (LineKind.Discount, -8m)], s.Lines.Select(l => (l.Kind, l.Amount.Amount)));
        Assert.Equal(("CONV", "Convenio", LineUnit.Percent, 10m, Duration.Zero), (s.Lines[^1].Code, s.Lines[^1].Name, s.Lines[^1].Unit, s.Lines[^1].UnitPrice, s.Lines[^1].Billed));
        Assert.Equal((Local(8), Local(18)), (s.Lines[^1].From, s.Lines[^1].To));
        Assert.Equal(72m, s.Total.Amount);
    }

    [Theory]
    [InlineData(15, 15)]
    [InlineData(30, 0)]
    [InlineData(45, 0)]
    public void An_amount_takes_at_most_what_is_charged(double amount, double total)
    {
        var s = Rate(Stay(Local(8), Local(11)), Book(Ten with { Discounts = [Tenth with { Kind = DiscountKind.Amount, Value = (decimal)amount }] }));

        Assert.Equal((decimal)total, s.Total.Amount);
        Assert.Equal(((decimal)total - 30m, LineUnit.Each), (s.Lines[^1].UnitPrice, s.Lines[^1].Unit));
    }

    [Fact]
    public void A_discount_on_the_night_takes_nothing_from_the_day_and_its_part_of_the_cap()
    {
        var night = Tenth with { Value = 50m, Restriction = new() { Bands = [Band(22, 6)] } };

        // 2 h by day and 2 h by night at 10; half of the night's 20 goes.
        Assert.Equal(30m, Total(Ten with { Discounts = [night] }, Local(20), Local(0, day: 11)));
        // The cap takes 10 of 40, so 5 of the night: half of the 15 left of it goes.
        Assert.Equal(22.5m, Total(Ten with { Discounts = [night], Caps = [Cap.PerStay(30m)] }, Local(20), Local(0, day: 11)));
    }

    [Fact]
    public void A_charge_has_the_first_discount_that_matches_and_no_second_one()
    {
        var night = Tenth with { Code = "N", Value = 50m, Restriction = new() { Bands = [Band(22, 6)] } };
        var s = Rate(Stay(Local(20), Local(0, day: 11)), Book(Ten with { Discounts = [night, Tenth] }));

        Assert.Equal([("CONV", -2m), ("N", -10m)], s.Lines.Where(l => l.Kind == LineKind.Discount).Select(l => (l.Code, l.Amount.Amount)).Order());
    }

    [Fact]
    public void A_payers_discount_takes_nothing_from_others_and_comes_before_the_shares()
    {
        var terms = Ten with { Discounts = [Tenth with { Payers = ["IESS"] }], Split = new(0m, 50m, null) };
        var s = Rate(new(Local(8), Local(12), [new(Local(8)), new(Local(10), "IESS")]), Book(terms));

        Assert.Equal([(null, 20m, 0m), ("IESS", 18m, 9m)], s.Payers.Select(p => (p.Payer, p.Total.Amount, p.ByPayer.Amount)));
    }

    [Fact]
    public void An_amount_is_given_once_through_a_change_of_the_tariff()
    {
        var terms = Ten with { MidStay = MidStayPolicy.SplitAtEffectiveInstant, Discounts = [Tenth with { Kind = DiscountKind.Amount, Value = 5m }] };
        var book = TariffBook.Of([Published(terms).Draft(terms with { Components = [Hourly(20m)] }, Local(9), Author, Local(8), "sube").Publish(2, Approver, Local(8))]);

        Assert.Equal(25m, Rate(Stay(Local(8), Local(10)), book).Total.Amount);
    }

    [Fact]
    public void Each_tax_carries_its_part_of_a_discount()
    {
        var terms = Terms(new FlatPrice("IN", "Ingreso", "EXEMPT", 20m, FlatPer.Stay), Hourly(10m, tax: "IVA15")) with { Taxes = [TaxRule.Exempt, Iva], Discounts = [Tenth] };
        var s = Rate(Stay(Local(8), Local(10)), Book(terms));

        Assert.Equal([("EXEMPT", 18m, 0m), ("IVA15", 18m, 2.70m)], s.Taxes.Select(t => (t.Tax.Code, t.Base.Amount, t.Amount.Amount)));
        Assert.Equal(38.70m, s.Total.Amount);
    }

    [Theory]
    [InlineData(MoneyMode.RoundLinesThenSum)]
    [InlineData(MoneyMode.DisplayedHoursTimesRate)]
    [InlineData(MoneyMode.RoundTotalThenAllocate)]
    public void Caps_and_whole_discounts_are_met_to_the_cent_in_every_way_of_rounding(MoneyMode money)
    {
        // Lines of a third of a minor unit each would add up to a cent beside the cap.
        StayInterval Gap(int minute) => new(Local(8, minute), Local(8, minute) + Duration.FromMinutes(10));
        decimal Of(TariffTerms terms) => Rate(Stay(Local(8), Local(9, 20), Gap(20), Gap(50)), Book(terms with { Money = money })).Total.Amount;

        Assert.Equal(0.95m, Of(Terms(Hourly(1m)) with { Caps = [Cap.PerStay(0.95m)] }));
        Assert.Equal(0m, Of(Terms(Hourly(1m)) with { Discounts = [Tenth with { Value = 100m }] }));
        Assert.Equal(0m, Of(Terms(Hourly(1m)) with { Discounts = [Tenth with { Kind = DiscountKind.Amount, Value = 7m }] }));
    }

    [Fact]
    public void No_discount_makes_a_share_or_a_tax_negative() =>
        Prop.ForAll(Arb.From(from r in LawTests.Shared from percent in Gen.Elements(100m, 99.9999m, 50m) select (r, percent)), c =>
        {
            var terms = c.r.Tariffs.Find("IESS", null, null, c.r.Stay.Start)!.Terms with { Discounts = [Tenth with { Value = c.percent, Payers = ["IESS"] }] };
            var s = StayRater.Rate(c.r with { Tariffs = Book(terms, c.r.Tariffs.Currency.Code) });
            // What the least charge raises from nothing is left: it belongs to no charge.
            var isFree = c.percent == 100m && s.Lines.All(l => l.Kind != LineKind.MinimumCharge);
            return (s.Payers.All(p => p.ByPayer.Amount >= 0m && p.ByPatient.Amount >= 0m) && s.Taxes.All(t => t.Base.Amount >= 0m && t.Amount.Amount >= 0m)
                && (!isFree || s.Payers.All(p => p.Payer is null || p.Total.Amount == 0m)))
                .Label($"{c.percent} {terms.Money} {string.Join(" | ", s.Lines.Select(l => $"{l.Kind} {l.Code} {l.TaxCode} {l.Payer} {l.ExactAmount} {l.Amount}"))} {string.Join(' ', s.Payers)}");
        }).Holds(600);

    [Fact]
    public void A_discount_never_raises_the_total() =>
        Cases.ForAll(Cases.Request, r =>
        {
            var terms = r.Tariffs.Find(null, null, r.Stay.Terms[0].Acuity, r.Stay.Start)!.Terms;
            return StayRater.Rate(r).Total.Amount <= StayRater.Rate(r with { Tariffs = Book(terms with { Discounts = [] }) }).Total.Amount;
        });

    [Fact]
    public void Discounts_that_cannot_be_meant_are_refused()
    {
        Assert.Equal(EmergencyBillingRules.FieldInvalid, Code(Tenth with { Value = 100.5m }));
        Assert.Equal(EmergencyBillingRules.RateNegative, Code(Tenth with { Value = -1m }));
        Assert.Equal(EmergencyBillingRules.RateTooFine, Code(Tenth with { Kind = DiscountKind.Amount, Value = 1.005m }));
        Assert.Equal(EmergencyBillingRules.CodeTwice, Code(Tenth with { Code = "HOUR" }));
        Assert.Equal(EmergencyBillingRules.FieldInvalid, Code(Tenth with { Payers = [" IESS"] }));
        Assert.Equal(EmergencyBillingRules.Unreachable, Code(Tenth, Tenth with { Code = "B" }));
    }

    private static string Code(params Discount[] discounts) => Assert.Throws<EmergencyBillingException>(() => Published(Ten with { Discounts = discounts })).Failures.Select(f => f.Code).Distinct().Single();
}
