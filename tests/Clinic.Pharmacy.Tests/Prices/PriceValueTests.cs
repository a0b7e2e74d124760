using System.Text.Json;
using Clinic.Abstractions;
using Clinic.Pharmacy.Prices;
using Clinic.Pharmacy.Tests.Kit;
using static Clinic.Pharmacy.Tests.Prices.PriceKit;

namespace Clinic.Pharmacy.Tests.Prices;

public sealed class PriceValueTests
{
    [Fact]
    public void Margin_and_markup_of_the_same_price_are_different_words()
    {
        Assert.Equal("20 % of the price", MarginOnPrice.Of(10, 8)!.Value.ToString());
        Assert.Equal("25 % over cost", MarkupOnCost.Of(10, 8)!.Value.ToString());
        Assert.Equal((100m, null), (MarginOnPrice.Of(10, 0)!.Value.Percent, MarkupOnCost.Of(10, 0)));
        Assert.Equal((null, -100m), (MarginOnPrice.Of(0, 8), MarkupOnCost.Of(0, 8)!.Value.Percent));
        Assert.Null(MarginOnPrice.Of(10, 0)!.Value.ToMarkup());
        Assert.Null(MarkupOnCost.Of(0, 8)!.Value.ToMargin());
        Assert.Equal((10m, 10m), (MarginOnPrice.FromPercent(20).PriceOf(8), MarkupOnCost.FromPercent(25).PriceOf(8)));
        Assert.Throws<ArgumentOutOfRangeException>(() => MarginOnPrice.FromPercent(100));
        Assert.Throws<ArgumentOutOfRangeException>(() => MarkupOnCost.FromPercent(-101));
        Assert.Throws<ArgumentOutOfRangeException>(() => MarginOnPrice.Of(1, -0.3m));
        Assert.Throws<ArgumentOutOfRangeException>(() => MarkupOnCost.Of(-1, 1));
        Assert.Throws<InvalidOperationException>(() => MarginOnPrice.Of(10, 0)!.Value.PriceOf(1));
    }

    [Theory]
    [InlineData("patient")]
    [InlineData("staff")]
    [InlineData("insurer:IESS: seguro ñ")]
    [InlineData("department:00000002-0007-7000-8000-000000000001")]
    public void A_segment_is_one_text(string text)
    {
        Assert.True(PriceSegment.TryParse(text, out var segment));
        Assert.Equal(text, segment.ToString());
        Assert.Equal(segment, JsonSerializer.Deserialize<PriceSegment>(JsonSerializer.Serialize(segment, ClinicJson.Options), ClinicJson.Options));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Patient")]
    [InlineData("patient:")]
    [InlineData("insurer:")]
    [InlineData("insurer: x")]
    [InlineData("department:7")]
    [InlineData("staff:1")]
    public void What_is_no_segment_is_not_read(string text)
    {
        Assert.False(PriceSegment.TryParse(text, out _));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<PriceSegment>(JsonSerializer.Serialize(text), ClinicJson.Options));
    }

    [Theory]
    [InlineData(-0.01)]
    [InlineData(100.01)]
    [InlineData(15.00001)]
    public void A_tax_is_0_to_100_percent(double percent) => Refused(() => Tax((decimal)percent), PharmacyRules.RateOutOfRange);

    [Fact]
    public void Exempt_goods_have_no_rate_but_zero() => Refused(() => Tax(15, exempt: true), PharmacyRules.RateOutOfRange);

    [Fact]
    public void A_rate_holds_from_its_date_and_earlier_ones_stay()
    {
        var group = Tax(12).Add(new(Today.PlusDays(5), 15, Hospital.Id<PersonId>(1), At, "ley"), "IVA");

        Assert.Equal((12m, 15m, null), (group.RateOn(Today.PlusDays(4))!.Percent, group.RateOn(Today.PlusDays(5))!.Percent, group.RateOn(new(2024, 3, 31))?.Percent));
        Assert.Equal(2, group.Version);
        Refused(() => group.Add(new(Today, 8, Hospital.Id<PersonId>(1), At, "ley"), "IVA"), PharmacyRules.PriceDateTooEarly);
    }

    [Fact]
    public void Prices_that_no_list_may_hold_are_refused_all_at_once()
    {
        Refused(() => List(Entry(0m), Entry(-1m, PricePer.Pack("box")), Entry(0.0000001m, PricePer.Pack("blister"))), PharmacyRules.PriceAmountInvalid, PharmacyRules.PriceAmountInvalid, PharmacyRules.PriceAmountInvalid);
        Refused(() => List(Entry(PriceRule.From(MarginOnPrice.FromPercent(99.995m)))), PharmacyRules.RateOutOfRange);
        Refused(() => List(Entry(PriceRule.From(MarkupOnCost.FromPercent(10_001)))), PharmacyRules.RateOutOfRange);
        Refused(() => List(Entry(PriceRule.From(MarkupOnCost.FromPercent(-1)))), PharmacyRules.RateOutOfRange);
        Refused(() => List(Entry(1m, floor: 2m)), PharmacyRules.PriceBelowFloor);
        Refused(() => List(Entry(1m, floor: -1m)), PharmacyRules.PriceAmountInvalid);
        Refused(() => List(Entry(1m), Entry(2m)), PharmacyRules.PriceEntryTwice);
        Refused(() => List(Entry(1m), Entry(9m, PricePer.Pack("box"), tax: "IVA0")), PharmacyRules.FieldInvalid);
        Refused(() => List(Entry(1m, PricePer.Wholesale(0))), PharmacyRules.FieldInvalid);
        Refused(() => PriceList.Restore(State(Entry(1m)) with { Until = Today.PlusDays(-1), Rounding = MidpointRounding.ToZero, Currency = default }), PharmacyRules.FieldInvalid, PharmacyRules.FieldInvalid, PharmacyRules.FieldInvalid, PharmacyRules.FieldInvalid);
        Refused(() => PriceList.Restore(State(Entry(PriceRule.Fixed(1) with { Kind = (PriceRuleKind)9 }))), PharmacyRules.FieldInvalid);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(100.01)]
    public void A_discount_is_above_0_to_100_percent(double off) => Refused(() => Special(off: (decimal)off), PharmacyRules.RateOutOfRange);

    [Fact]
    public void A_special_price_is_an_amount_or_a_percentage()
    {
        Refused(() => Special(off: 5, amount: 1m), PharmacyRules.FieldInvalid);
        Refused(() => Special(), PharmacyRules.FieldInvalid);
        Refused(() => Special(amount: 1m, per: PricePer.Wholesale(10)), PharmacyRules.FieldInvalid);
        Refused(() => Special(amount: -1m), PharmacyRules.PriceAmountInvalid);
        Refused(() => Special(off: 5, until: Today.PlusDays(-1)), PharmacyRules.FieldInvalid);
        Refused(() => Special(off: 5).EndEarly(new(Today.PlusDays(30), Hospital.Id<PersonId>(1), At, "x")), PharmacyRules.SpecialPriceEnded);
    }

    [Fact]
    public void A_part_of_a_list_is_never_changed()
    {
        var part = List(Entry(1m)).Part(Hospital.Id<PresentationId>(1));

        Assert.True(part is { IsPart: true, Entries.Count: 1 });
        Assert.Throws<InvalidOperationException>(() => part.Retire(Today, new(Hospital.Id<PersonId>(1), null, "x", At)));
    }
}
