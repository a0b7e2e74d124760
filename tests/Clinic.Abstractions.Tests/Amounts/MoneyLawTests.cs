using FsCheck;
using FsCheck.Fluent;

namespace Clinic.Abstractions.Tests.Amounts;

public sealed class MoneyLawTests
{
    private static readonly Currency[] Some = [Currency.Usd, Currency.Of("CLP"), Currency.Of("KWD"), Currency.Eur];

    private static Arbitrary<(Money Whole, decimal[] Weights)> Splits => (
        from currency in Gen.Elements(Some)
        from minor in Gen.Choose(-1_000_000_000, 1_000_000_000)
        from count in Gen.Choose(1, 12)
        from weights in Gen.Frequency((4, Gen.Choose(1, 1_000)), (1, Gen.Constant(0)), (1, Gen.Choose(1, int.MaxValue))).ArrayOf(count)
        from scale in Gen.Elements(1m, 0.01m, 0.333m)
        where weights.Any(w => w > 0)
        select (new Money(minor * Unit(currency), currency), weights.Select(w => w * scale).ToArray())).ToArbitrary();

    [Fact]
    public void A_split_sums_to_the_whole_and_no_part_is_off_by_a_minor_unit() =>
        Prop.ForAll(Splits, s =>
        {
            var parts = s.Whole.Split(s.Weights);
            var total = s.Weights.Sum();
            return parts.Count == s.Weights.Length
                && parts.Aggregate(Money.Zero(s.Whole.Currency), (sum, p) => sum + p) == s.Whole
                && parts.Zip(s.Weights).All(p => Math.Abs(p.First.Amount - (s.Whole.Amount * (p.Second / total))) < Unit(s.Whole.Currency))
                && parts.Zip(s.Weights).All(p => p.Second > 0 || p.First.Amount == 0)
                && parts.All(p => p == p.Round(RoundingPolicy.HalfToEven));
        }).Holds(500);

    [Fact]
    public void The_order_of_equal_weights_decides_who_gets_the_last_cent()
    {
        Assert.Equal([0.34m, 0.33m, 0.33m], new Money(1m, Currency.Usd).Split([1, 1, 1]).Select(p => p.Amount));
        Assert.Equal([-0.34m, -0.33m, -0.33m], new Money(-1m, Currency.Usd).Split([1, 1, 1]).Select(p => p.Amount));
        Assert.Equal([4m, 3m, 3m], new Money(10m, Currency.Of("CLP")).Split([1, 1, 1]).Select(p => p.Amount));
    }

    [Fact]
    public void What_cannot_be_split_is_a_mistake_of_the_caller()
    {
        Assert.Throws<ArgumentException>(() => new Money(1.005m, Currency.Usd).Split([1]));
        Assert.Throws<ArgumentException>(() => new Money(1m, Currency.Usd).Split([]));
        Assert.Throws<ArgumentException>(() => new Money(1m, Currency.Usd).Split([0, 0]));
        Assert.Throws<ArgumentException>(() => new Money(1m, Currency.Usd).Split([1, -1]));
        Assert.Throws<ArgumentNullException>(() => new Money(1m, Currency.Usd).Split(null!));
    }

    [Fact]
    public void Currencies_do_not_mix()
    {
        var e = Assert.Throws<CurrencyMismatchException>(() => new Money(1, Currency.Usd) + new Money(1, Currency.Eur));

        Assert.Equal((Currency.Usd, Currency.Eur), (e.Left, e.Right));
        Assert.Throws<CurrencyMismatchException>(() => Money.Subtract(new(1, Currency.Usd), Money.Zero(Currency.Eur)));
        Assert.Equal(new Money(3, Currency.Usd), Money.Add(new(1, Currency.Usd), new(2, Currency.Usd)));
    }

    [Theory]
    [InlineData("USD", 2)]
    [InlineData("CLP", 0)]
    [InlineData("KWD", 3)]
    public void A_currency_knows_its_decimals(string code, int digits)
    {
        Assert.Equal(digits, Currency.Of(code).Digits);
        Assert.True(Currency.TryOf(code, out var same) && same == Currency.Of(code));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("usd")]
    [InlineData("XXY")]
    [InlineData("DOLLAR")]
    public void Only_codes_of_the_standard_are_currencies(string? code)
    {
        Assert.False(Currency.TryOf(code, out var none));
        Assert.Equal((default, "XXX"), (none, none.Code));
        Assert.Throws<ArgumentException>(() => Currency.Of(code!));
    }

    [Theory]
    [InlineData(2.345, 2.35, 2.34)]
    [InlineData(2.355, 2.36, 2.36)]
    [InlineData(-2.345, -2.35, -2.34)]
    [InlineData(2.3449999, 2.34, 2.34)]
    public void Rounding_is_said_and_never_assumed(decimal amount, decimal away, decimal even)
    {
        Assert.Equal(away, new Money(amount, Currency.Usd).Round(RoundingPolicy.HalfAwayFromZero).Amount);
        Assert.Equal(even, new Money(amount, Currency.Usd).Round(RoundingPolicy.HalfToEven).Amount);
    }

    [Theory]
    [InlineData("USD", "1234.5", "1234.50 USD")]
    [InlineData("USD", "0.15625", "0.15625 USD")]
    [InlineData("CLP", "1234", "1234 CLP")]
    [InlineData("KWD", "-1.5", "-1.500 KWD")]
    public void Money_is_written_the_same_everywhere(string currency, string amount, string text) =>
        Assert.Equal(text, new Money(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture), Currency.Of(currency)).ToString());

    private static decimal Unit(Currency currency) => new(1, 0, 0, false, (byte)currency.Digits);
}
