namespace Clinic.Abstractions.Tests.Quantities;

public sealed class QuantityTests
{
    [Fact]
    public void Units_do_not_mix()
    {
        var e = Assert.Throws<UnitMismatchException>(() => new Quantity(1, UnitCode.Millilitre) + new Quantity(1, UnitCode.Milligram));

        Assert.Equal((UnitCode.Millilitre, UnitCode.Milligram), (e.Left, e.Right));
        Assert.Equal(new Quantity(0.5m, UnitCode.Millilitre), new Quantity(1, UnitCode.Millilitre) - new Quantity(0.5m, UnitCode.Millilitre));
        Assert.Equal("0.0000001 mL", new Quantity(0.00000010m, UnitCode.Millilitre).ToString());
    }

    [Theory]
    [InlineData("mL", true)]
    [InlineData("{tbl}", true)]
    [InlineData("µg", true)]
    [InlineData("10*6", true)]
    [InlineData("", false)]
    [InlineData(null, false)]
    [InlineData("a b", false)]
    [InlineData("a\u0000", false)]
    [InlineData("a\u00a0b", false)]
    [InlineData("123456789012345678901234567890123", false)]
    public void A_unit_is_printable_and_without_spaces(string? code, bool valid)
    {
        Assert.Equal(valid, UnitCode.IsValid(code));
        if (!valid) Assert.Throws<ArgumentException>(() => new UnitCode(code!));
        Assert.Equal("1", default(UnitCode).Code);
    }
}
