using Clinic.Abstractions;
using Clinic.Pharmacy.Lots;
using FsCheck.Fluent;
using NodaTime;

namespace Clinic.Pharmacy.Tests.Lots;

/// <summary>Usable is a question of the local date alone, and time never makes an expired lot usable again.</summary>
public sealed class ExpiryClockTests
{
    private static readonly Instant Since = Instant.FromUtc(2013, 1, 1, 0, 0);
    private static readonly Instant Until = Instant.FromUtc(2037, 12, 31, 0, 0);

    [Fact]
    public void Usable_depends_on_the_local_date_alone_and_never_comes_back() =>
        Prop.ForAll(
            (from zone in Gen.Elements(DateTimeZoneProviders.Tzdb.Ids.ToArray())
             from first in Gen.Choose(0, 786_000_000)
             from later in Gen.OneOf(Gen.Choose(0, 100_000), Gen.Choose(0, 100_000_000))
             from days in Gen.Choose(-2, 2)
             select (zone, first, later, days)).ToArbitrary(),
            t =>
            {
                var site = Site(t.zone);
                var (i, j) = (Since + Duration.FromSeconds(t.first), Since + Duration.FromSeconds((long)t.first + t.later));
                var expiry = new ExpirationDate(site.DateOf(i).PlusDays(t.days));
                return (site.DateOf(i) <= expiry.Date) == !expiry.IsExpiredOn(site.DateOf(i))
                    && (!expiry.IsExpiredOn(site.DateOf(i)) || expiry.IsExpiredOn(site.DateOf(j)));
            }).Holds(1_000);

    [Fact]
    public void In_no_zone_does_a_change_of_the_clocks_step_back_to_yesterday_since_2013()
    {
        foreach (var zone in DateTimeZoneProviders.Tzdb.Ids.Select(id => DateTimeZoneProviders.Tzdb[id]))
        {
            foreach (var change in zone.GetZoneIntervals(Since, Until).Where(z => z.HasStart && z.Start > Since).Select(z => z.Start))
                Assert.True(Site(zone.Id).DateOf(change) >= Site(zone.Id).DateOf(change - Duration.Epsilon), $"{zone.Id} at {change}");
        }
    }

    [Theory]
    [InlineData("America/Guayaquil", "2026-11-30", "2026-12-01T04:59:59Z", "2026-12-01T05:00:00Z")]
    // Santiago: clocks go forward on 2026-09-06 at 04:00 UTC, when midnight is skipped, and back on 2026-04-05.
    [InlineData("America/Santiago", "2026-09-05", "2026-09-06T03:59:59Z", "2026-09-06T04:00:00Z")]
    [InlineData("America/Santiago", "2026-04-04", "2026-04-05T03:59:59Z", "2026-04-05T04:00:00Z")]
    // Apia skipped the whole of 2011-12-30: the day after the 29th is the 31st.
    [InlineData("Pacific/Apia", "2011-12-29", "2011-12-30T09:59:59Z", "2011-12-30T10:00:00Z")]
    [InlineData("Pacific/Apia", "2011-12-30", "2011-12-30T09:59:59Z", "2011-12-30T10:00:00Z")]
    [InlineData("Pacific/Apia", "2026-06-30", "2026-06-30T10:59:59Z", "2026-06-30T11:00:00Z")]
    public void A_lot_is_usable_until_the_end_of_its_last_day_at_the_site(string zone, string expires, string last, string after)
    {
        var site = Site(zone);
        Assert.True(ExpirationDate.TryParse(expires, out var expiry));

        Assert.False(expiry.IsExpiredOn(site.DateOf(At(last))));
        Assert.True(expiry.IsExpiredOn(site.DateOf(At(after))));
    }

    [Fact]
    public void A_month_lasts_until_its_last_day_and_stays_written_as_a_month()
    {
        Assert.True(ExpirationDate.TryParse("2028-02", out var month));

        Assert.Equal(new LocalDate(2028, 2, 29), month.Date);
        Assert.Equal("2028-02", month.Raw);
        Assert.Equal(month, ExpirationDate.EndOf(new YearMonth(2028, 2)));
        foreach (var wrong in (string?[])[null, "", "2028", "2028-13", "2028-02-30", "28-02-01", "2028-2", "20280229", "2028-02-29T00:00", "٢٠٢٨-02"])
            Assert.False(ExpirationDate.TryParse(wrong, out _), wrong);
        Assert.Throws<ArgumentException>(() => new ExpirationDate(default, new string('1', 21)));
    }

    private static Site Site(string zone) => new(new(new Guid("00000000-0000-7000-8000-000000000009")), "Site", DateTimeZoneProviders.Tzdb[zone], Currency.Usd);

    private static Instant At(string text) => NodaTime.Text.InstantPattern.General.Parse(text).Value;
}
