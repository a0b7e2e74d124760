using Clinic.Pharmacy.Gs1;
using FsCheck.Fluent;

namespace Clinic.Pharmacy.Tests.Gs1;

public class CheckDigitTests
{
    [Theory]
    [InlineData("9638507", '4')]                // GTIN-8
    [InlineData("03600029145", '2')]            // GTIN-12
    [InlineData("950600013435", '2')]           // GLN and GTIN-13
    [InlineData("1786100512345", '9')]          // GTIN-14
    [InlineData("10614141234567890", '8')]      // SSCC
    [InlineData("0", '0')]
    public void Of_GivesTheDigitOfTheSpecification(string digits, char expected)
    {
        Assert.Equal(expected, CheckDigit.Of(digits));
        Assert.True(CheckDigit.IsValid(digits + expected));
    }

    [Theory]
    [InlineData("")]
    [InlineData("12a4")]
    [InlineData("12 4")]
    public void Of_WhenThereAreNoDigits_Throws(string text) => Assert.Throws<ArgumentException>(() => CheckDigit.Of(text));

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("9638507A")]
    [InlineData("96385075")]
    public void IsValid_WhenItIsNot_IsFalse(string text) => Assert.False(CheckDigit.IsValid(text));

    [Fact]
    public void Every_single_wrong_digit_is_detected() =>
        Prop.ForAll(Gs1Arbitraries.Keys.ToArbitrary(), key =>
        {
            for (var at = 0; at < key.Length; at++)
                for (var digit = '0'; digit <= '9'; digit++)
                    if (CheckDigit.IsValid(key[..at] + digit + key[(at + 1)..]) != (digit == key[at])) return false;
            return true;
        }).Holds();
}
