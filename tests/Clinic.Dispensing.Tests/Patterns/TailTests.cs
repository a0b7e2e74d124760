using Clinic.Dispensing.Patterns;

namespace Clinic.Dispensing.Tests.Patterns;

public class TailTests
{
    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(1.943180, 0.05)]
    [InlineData(3.142668, 0.01)]
    [InlineData(5.958816, 0.0005)]
    [InlineData(-1.943180, 0.95)]
    public void Student_agrees_with_the_tables(double t, double chance) => Assert.Equal(chance, Math.Exp(Tail.Student(t)), 6);

    [Theory]
    [InlineData(0, 10, 0.5, 1)]
    [InlineData(10, 10, 0.5, 0.0009765625)]
    [InlineData(8, 10, 0.5, 0.0546875)]
    [InlineData(3, 100, 0.01, 0.0793732)]
    [InlineData(1, 5, 1, 1)]
    public void Binomial_agrees_with_counting(long k, long n, double q, double chance) => Assert.Equal(chance, Math.Exp(Tail.Binomial(k, n, q)), 6);

    [Fact]
    public void Far_tails_stay_finite_and_ordered()
    {
        Assert.True(Tail.Student(1e6) < Tail.Student(1e3) && double.IsFinite(Tail.Student(1e6)));
        Assert.True(Tail.Binomial(900, 1000, 0.01) < -3000 && double.IsFinite(Tail.Binomial(900, 1000, 0.01)));
        Assert.Equal(double.NegativeInfinity, Tail.Binomial(1, 10, 0));
    }
}
