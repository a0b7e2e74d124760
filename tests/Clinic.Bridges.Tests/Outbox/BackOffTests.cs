using Clinic.Bridges.Outbox;
using NodaTime;

namespace Clinic.Bridges.Tests.Outbox;

public class BackOffTests
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    [Theory]
    [InlineData(1, 5)]
    [InlineData(2, 10)]
    [InlineData(3, 20)]
    [InlineData(10, 2560)]
    [InlineData(11, 3600)]
    [InlineData(1000, 3600)]
    public void Pauses_double_up_to_the_longest(int failures, int seconds) =>
        Assert.Equal(Duration.FromSeconds(seconds), BackOff.After(failures, First, Longest, chance: 0));

    [Fact]
    public void Chance_takes_off_up_to_half()
    {
        var pauses = Enumerable.Range(0, 100).Select(i => BackOff.After(3, First, Longest, i / 100.0)).ToList();

        Assert.All(pauses, p => Assert.InRange(p, Duration.FromSeconds(10), Duration.FromSeconds(20)));
        Assert.True(pauses.Distinct().Count() > 50);
    }
}
