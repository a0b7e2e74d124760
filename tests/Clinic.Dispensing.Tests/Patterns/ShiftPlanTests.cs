using Clinic.Dispensing.Patterns;
using NodaTime;

namespace Clinic.Dispensing.Tests.Patterns;

public class ShiftPlanTests
{
    [Theory]
    [InlineData(6, 59, 2, -1)]
    [InlineData(7, 0, 0, 0)]
    [InlineData(13, 59, 0, 0)]
    [InlineData(14, 0, 1, 0)]
    [InlineData(21, 0, 2, 0)]
    [InlineData(0, 0, 2, -1)]
    public void The_night_after_midnight_belongs_to_the_date_it_began_on(int hour, int minute, int shift, int days)
    {
        var date = new LocalDate(2026, 3, 1);

        Assert.Equal((shift, date.PlusDays(days)), ShiftPlan.Default.At(date + new LocalTime(hour, minute)));
    }

    [Fact]
    public void A_plan_without_sense_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new ShiftPlan([new("only", new(7, 0))]));
        Assert.Throws<ArgumentException>(() => new ShiftPlan([new("a", new(7, 0)), new("b", new(7, 0))]));
        Assert.Throws<ArgumentException>(() => new ShiftPlan([new("a", new(7, 0)), new("a", new(8, 0))]));
        Assert.Throws<ArgumentException>(() => new ShiftPlan([new("a", new(7, 0)), new(" ", new(8, 0))]));
    }
}
