using Clinic.Pharmacy.Gs1;
using FsCheck.Fluent;
using NodaTime;

namespace Clinic.Pharmacy.Tests.Gs1;

public class Gs1DateTests
{
    [Theory]
    [InlineData("280331", 2026, "2028-03-31", false)]
    [InlineData("280300", 2026, "2028-03-31", true)]
    [InlineData("280200", 2026, "2028-02-29", true)]
    [InlineData("270200", 2026, "2027-02-28", true)]
    [InlineData("760101", 2026, "2076-01-01", false)]     // the last year of the window
    [InlineData("770101", 2026, "1977-01-01", false)]     // its first
    [InlineData("990101", 2026, "1999-01-01", false)]
    [InlineData("000229", 2026, "2000-02-29", false)]
    [InlineData("020115", 2098, "2102-01-15", false)]
    public void TryParse_WhenTheDayExists_KeepsDigitsAndDay(string digits, int reference, string expected, bool monthOnly)
    {
        Assert.True(Gs1Date.TryParse(digits, reference, out var date));

        Assert.Equal(expected, date.ToString());
        Assert.Equal(digits, date.Raw);
        Assert.Equal(monthOnly, date.IsMonthOnly);
    }

    [Theory]
    [InlineData("")]
    [InlineData("28033")]
    [InlineData("2803310")]
    [InlineData("280332")]
    [InlineData("280431")]
    [InlineData("270229")]
    [InlineData("000000")]
    [InlineData("281301")]
    [InlineData("28O331")]
    [InlineData("٢٨٠٣٣١")]
    public void TryParse_WhenItIsNoDate_IsFalse(string text)
    {
        Assert.False(Gs1Date.TryParse(text, 2026, out var date));
        Assert.True(date.IsEmpty);
    }

    [Fact]
    public void Same_day_with_other_digits_is_another_value_of_the_same_date()
    {
        Gs1Date.TryParse("210331", 2026, out var day);
        Gs1Date.TryParse("210300", 2026, out var month);

        Assert.Equal(day.Date, month.Date);
        Assert.NotEqual(day, month);
    }

    [Fact]
    public void Of_GivesTheDigitsThatWouldBePrinted()
    {
        Assert.Equal("280605", Gs1Date.Of(new LocalDate(2028, 6, 5)).Raw);
        var month = Gs1Date.OfMonth(new YearMonth(2028, 2));
        Assert.Equal(("280200", new LocalDate(2028, 2, 29)), (month.Raw, month.Date));
        Assert.Throws<ArgumentOutOfRangeException>(() => Gs1Date.Of(new LocalDate(0, 1, 1)));
    }

    [Fact]
    public void Reference_years_out_of_bounds_are_the_callers_mistake()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Gs1Date.YearOf(26, 49));
        Assert.Throws<ArgumentOutOfRangeException>(() => Gs1Date.YearOf(26, 9950));
        Assert.Throws<ArgumentOutOfRangeException>(() => Gs1Date.YearOf(100, 2026));
        Assert.Throws<ArgumentOutOfRangeException>(() => Gs1Date.YearOf(-1, 2026));
        Assert.Throws<ArgumentOutOfRangeException>(() => Gs1Date.TryParse("260101", 0, out _));
    }

    [Theory]
    [InlineData(1999)]
    [InlineData(2000)]
    [InlineData(2026)]
    [InlineData(2049)]
    [InlineData(2050)]
    [InlineData(2051)]
    [InlineData(2099)]
    [InlineData(Gs1Date.EarliestReferenceYear)]
    [InlineData(Gs1Date.LatestReferenceYear)]
    public void Each_two_digit_year_has_exactly_one_year_in_the_window(int reference)
    {
        var years = Enumerable.Range(0, 100).Select(yy => Gs1Date.YearOf(yy, reference)).ToList();

        Assert.All(years.Index(), y => Assert.Equal(y.Index, y.Item % 100));
        Assert.Equal(Enumerable.Range(reference - 49, 100), years.Order());
    }

    [Fact]
    public void The_window_holds_for_every_reference_year() =>
        Prop.ForAll(
            Gen.Choose(Gs1Date.EarliestReferenceYear, Gs1Date.LatestReferenceYear).ToArbitrary(),
            reference => Enumerable.Range(0, 100).All(yy =>
                Enumerable.Range(reference - 49, 100).Where(y => y % 100 == yy).SequenceEqual([Gs1Date.YearOf(yy, reference)])))
        .Holds();

    [Fact]
    public void Every_day_of_the_window_comes_back_from_its_digits() =>
        Prop.ForAll(Gen.Choose(0, 36_523).ToArbitrary(), days =>
        {
            var date = Gs1Date.Of(new LocalDate(1977, 1, 1).PlusDays(days));
            return Gs1Date.TryParse(date.Raw, 2026, out var read) && read == date;
        }).Holds(500);
}
