using Clinic.EmergencyBilling.Rating;
using Clinic.EmergencyBilling.Tariffs;
using Clinic.EmergencyBilling.Tests.Kit;
using NodaTime;

namespace Clinic.EmergencyBilling.Tests.Rating;

public sealed class RefusalTests
{
    private static readonly Instant Start = Prices.Local(8);
    private static readonly TariffTerms Ten = Prices.Terms(Prices.Hourly(10m));

    [Fact]
    public void Intervals_that_end_before_they_begin_and_unclear_terms_are_refused_together()
    {
        var before = Start - Duration.FromSeconds(1);
        var e = Assert.Throws<EmergencyBillingException>(() => new StayTimeline(Start, before, [new(Start + Duration.FromHours(1))], [new(Start, before)], [new(Start, before)]));

        Assert.Equal(
            [EmergencyBillingRules.EndBeforeStart, EmergencyBillingRules.EndBeforeStart, EmergencyBillingRules.EndBeforeStart, EmergencyBillingRules.TermsUnclear],
            e.Failures.Select(f => f.Code));
        Assert.Equal(EmergencyBillingRules.TermsUnclear, Code(() => new StayTimeline(Start, null, [new(Start), new(Start, "IESS")])));
        Assert.Equal(EmergencyBillingRules.TermsUnclear, Code(() => new StayTimeline(Start, null, [])));
    }

    [Fact]
    public void An_open_stay_cannot_be_priced_before_it_began_nor_after_ten_years()
    {
        Assert.Equal(EmergencyBillingRules.NowBeforeStart, Code(() => Prices.Rate(Prices.Stay(Start, null), Prices.Book(Ten), now: Start - Duration.FromSeconds(1))));
        Assert.Equal(EmergencyBillingRules.StayTooLong, Code(() => Prices.Rate(Prices.Stay(Start, null), Prices.Book(Ten), now: Start + Duration.FromDays(4000))));
    }

    [Fact]
    public void No_tariff_in_force_is_refused_and_never_free()
    {
        var later = TariffBook.Of([Prices.Published(Ten, from: Start + Duration.FromSeconds(1))]);
        var ended = TariffBook.Of([Prices.Published(Ten with { MidStay = MidStayPolicy.SplitAtEffectiveInstant }, to: Start + Duration.FromHours(1))]);
        var another = TariffBook.Of([Prices.Published(Ten, key: new("IESS", null, null))]);

        Assert.Equal(EmergencyBillingRules.NoTariffInForce, Code(() => Prices.Rate(Prices.Stay(Start, Start + Duration.FromHours(2)), later)));
        Assert.Equal(EmergencyBillingRules.NoTariffInForce, Code(() => Prices.Rate(Prices.Stay(Start, Start), later)));
        Assert.Equal(EmergencyBillingRules.NoTariffInForce, Code(() => Prices.Rate(Prices.Stay(Start, Start + Duration.FromHours(2)), ended)));
        Assert.Equal(EmergencyBillingRules.NoTariffInForce, Code(() => Prices.Rate(Prices.Stay(Start, Start + Duration.FromHours(2)), another)));
        Assert.Equal(EmergencyBillingRules.NoTariffInForce, Code(() => Prices.Rate(Prices.Stay(Start, Start + Duration.FromHours(2)), TariffBook.Of([]))));
        Assert.Equal(10m, Prices.Rate(Prices.Stay(Start, Start + Duration.FromHours(1)), ended).Total.Amount);
    }

    [Fact]
    public void Rounding_beyond_the_end_of_all_tariffs_is_priced_by_the_last_one()
    {
        var terms = Ten with { MidStay = MidStayPolicy.SplitAtEffectiveInstant, Metering = new() { Block = BlockRounding.Up(Duration.FromHours(1)) } };
        var ended = TariffBook.Of([Prices.Published(terms, to: Start + Duration.FromMinutes(30))]);

        Assert.Equal(10m, Prices.Rate(Prices.Stay(Start, Start + Duration.FromMinutes(10)), ended).Total.Amount);
    }

    [Fact]
    public void A_date_outside_the_holiday_calendar_is_refused_only_when_a_price_asks()
    {
        var asking = Prices.Terms(Prices.Hourly(20m, "HOL") with { Restriction = new() { Holidays = HolidayRule.Only } }, Prices.Hourly(10m));
        var old = new HolidayCalendar("Ecuador", 1, new(2025, 1, 1), new(2025, 12, 31), []);
        var stay = Prices.Stay(Start, Start + Duration.FromHours(1));

        Assert.Equal(EmergencyBillingRules.CalendarEnds, Code(() => Prices.Rate(stay, Prices.Book(asking), holidays: old)));
        Assert.Equal(EmergencyBillingRules.CalendarEnds, Code(() => Prices.Rate(stay, Prices.Book(asking))));
        Assert.Equal(10m, Prices.Rate(stay, Prices.Book(Ten), holidays: old).Total.Amount);
    }

    private static string Code(Action act) => Assert.Throws<EmergencyBillingException>(act).Code;
}
