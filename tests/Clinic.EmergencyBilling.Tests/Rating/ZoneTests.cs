using Clinic.EmergencyBilling.Rating;
using Clinic.EmergencyBilling.Tariffs;
using Clinic.EmergencyBilling.Tests.Kit;
using NodaTime;

namespace Clinic.EmergencyBilling.Tests.Rating;

public sealed class ZoneTests
{
    private static readonly TariffTerms DayAndNight = Prices.Terms(Prices.Night(20m), Prices.Hourly(10m, "DAY"));

    [Theory]
    [InlineData(2026, 3, 28, 7)]
    [InlineData(2026, 10, 24, 9)]
    [InlineData(2026, 6, 10, 8)]
    public void A_night_in_Madrid_has_seven_eight_or_nine_hours(int year, int month, int day, int hours)
    {
        var zone = DateTimeZoneProviders.Tzdb["Europe/Madrid"];
        var evening = zone.AtStrictly(new(year, month, day, 20, 0)).ToInstant();

        var s = Prices.Rate(Prices.Stay(evening, zone.AtStrictly(new LocalDate(year, month, day).PlusDays(1).At(new(8, 0))).ToInstant()), Prices.Book(DayAndNight), zone);

        Assert.Equal(Duration.FromHours(hours), s.Lines.Where(l => l.Code == "NIGHT").Aggregate(Duration.Zero, (sum, l) => sum + l.Billed));
        Assert.Equal((hours * 20m) + 40m, s.Total.Amount);
    }

    [Theory]
    [InlineData("America/Santiago", 2024, 9, 7)]
    [InlineData("America/Asuncion", 2023, 9, 30)]
    [InlineData("America/Havana", 2024, 3, 9)]
    [InlineData("Africa/Cairo", 2024, 4, 25)]
    [InlineData("Asia/Beirut", 2024, 3, 30)]
    [InlineData("America/Sao_Paulo", 2018, 11, 3)]
    public void Where_midnight_does_not_exist_the_next_date_begins_at_one(string id, int year, int month, int day)
    {
        var zone = DateTimeZoneProviders.Tzdb[id];
        var start = zone.AtStrictly(new(year, month, day, 23, 0)).ToInstant();

        var s = Prices.Rate(Prices.Stay(start, start + Duration.FromHours(2)), Prices.Book(DayAndNight with { Caps = [Cap.PerCalendarDay(15m)] }), zone);

        Assert.Equal([day, s.Lines[1].Date.Day], s.Lines.Take(2).Select(l => l.Date.Day));
        Assert.Equal(start + Duration.FromHours(1), s.Lines[1].From);
        Assert.Equal(zone.AtStartOfDay(s.Lines[1].Date).ToInstant(), s.Lines[1].From);
        Assert.Equal(30m, s.Total.Amount);
    }

    [Fact]
    public void The_date_that_Apia_skipped_has_no_line_and_no_cap()
    {
        var zone = DateTimeZoneProviders.Tzdb["Pacific/Apia"];
        var start = zone.AtStrictly(new(2011, 12, 29, 12, 0)).ToInstant();

        var s = Prices.Rate(Prices.Stay(start, start + Duration.FromHours(24)), Prices.Book(Prices.Terms(Prices.Hourly(10m)) with { Caps = [Cap.PerCalendarDay(100m)] }), zone);

        Assert.Equal([29, 31], s.Lines.Where(l => l.Kind == LineKind.Time).Select(l => l.Date.Day));
        Assert.Equal(200m, s.Total.Amount);
    }

    [Fact]
    public void The_hour_that_comes_twice_is_billed_twice_and_explained()
    {
        var zone = DateTimeZoneProviders.Tzdb["America/New_York"];
        var start = zone.AtStrictly(new(2026, 11, 1, 0, 30)).ToInstant();

        var s = Prices.Rate(Prices.Stay(start, zone.AtStrictly(new(2026, 11, 1, 2, 30)).ToInstant()), Prices.Book(Prices.Terms(Prices.Hourly(10m))), zone);

        Assert.Equal((Duration.FromHours(3), 30m), (s.Presence, s.Total.Amount));
        Assert.Contains("con cambio de hora", Explaining.StatementWordsTests.Joined(s, zone, "es"), StringComparison.Ordinal);
    }

    [Fact]
    public void Friday_night_ends_on_Saturday_when_the_band_carries_its_date()
    {
        Restriction night = new() { Bands = [Prices.Band(22, 6)], Days = Weekdays.Friday };
        decimal Of(DayBasis basis) => Prices.Total(
            Prices.Terms(Prices.Hourly(20m, "FRI") with { Restriction = night with { DayBasis = basis } }, Prices.Hourly(10m)),
            Prices.Local(22, day: 13), Prices.Local(6, day: 14));

        // 13 March 2026 is a Friday: two hours of it are before midnight.
        Assert.Equal((100m, 160m), (Of(DayBasis.Instant), Of(DayBasis.BandStart)));
    }

    [Fact]
    public void Holidays_follow_the_calendar_and_their_substitute_days()
    {
        var calendar = new HolidayCalendar("Ecuador", 3, new(2026, 1, 1), new(2026, 12, 31), [new(new(2026, 3, 9), "Traslado", new LocalDate(2026, 3, 8))]);
        var terms = Prices.Terms(Prices.Hourly(20m, "HOL") with { Restriction = new() { Holidays = HolidayRule.Only } }, Prices.Hourly(10m));
        decimal On(int day) => Prices.Rate(Prices.Stay(Prices.Local(8, day: day), Prices.Local(9, day: day)), Prices.Book(terms), holidays: calendar).Total.Amount;

        Assert.Equal([10m, 20m, 10m], [On(8), On(9), On(10)]);
        Assert.Equal("Ecuador 3", Prices.Rate(Prices.Stay(Prices.Local(8), Prices.Local(9)), Prices.Book(terms), holidays: calendar).Calendar);
    }
}
