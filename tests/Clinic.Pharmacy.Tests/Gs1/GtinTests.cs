using Clinic.Pharmacy.Gs1;
using FsCheck.Fluent;

namespace Clinic.Pharmacy.Tests.Gs1;

public class GtinTests
{
    [Theory]
    [InlineData("96385074", "00000096385074")]
    [InlineData("036000291452", "00036000291452")]
    [InlineData("7861005123452", "07861005123452")]
    [InlineData("17861005123459", "17861005123459")]
    public void Parse_WhenDigitsAreValid_GivesFourteenDigits(string text, string expected)
    {
        var gtin = Gtin.Parse(text);

        Assert.Equal(expected, gtin.ToString());
        Assert.Equal(Gtin.Parse(expected), gtin);
        Assert.False(gtin.IsEmpty);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("7861005123459")]           // check digit
    [InlineData("786100512346")]            // length 12, check digit
    [InlineData("786100512")]               // length 9
    [InlineData("786100512345O")]           // letter
    [InlineData(" 7861005123452")]
    [InlineData("-861005123458")]
    [InlineData("00000000000000")]
    [InlineData("00000000")]
    [InlineData("٠٧٨٦١٠٠٥١٢٣٤٥٨")]          // digits, but not 0-9
    public void TryParse_WhenItIsNoGtin_IsFalse(string? text)
    {
        Assert.False(Gtin.TryParse(text, out var gtin));
        Assert.True(gtin.IsEmpty);
        Assert.False(Gtin.TryParse(text, null, out _));
    }

    [Fact]
    public void Parse_WhenItIsNoGtin_Throws() => Assert.Throws<FormatException>(() => Gtin.Parse("7861005123459"));

    [Fact]
    public void Equal_numbers_of_different_length_are_the_same_gtin() =>
        Prop.ForAll(Gs1Arbitraries.Digits(7).ToArbitrary(), seven =>
        {
            var eight = seven + CheckDigit.Of(seven);
            return !Gtin.TryParse(eight, out var gtin)
                ? eight == "00000000"
                : gtin == Gtin.Parse(eight.PadLeft(12, '0'))
                  && gtin == Gtin.Parse(eight.PadLeft(13, '0'))
                  && gtin == Gtin.Parse(eight.PadLeft(14, '0'))
                  && gtin.ToString() == eight.PadLeft(14, '0');
        }).Holds();
}
