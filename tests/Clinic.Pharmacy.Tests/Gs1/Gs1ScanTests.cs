using Clinic.Pharmacy.Gs1;

namespace Clinic.Pharmacy.Tests.Gs1;

public class Gs1ScanTests
{
    [Theory]
    [InlineData("")]
    [InlineData("123456789012345678901")]
    [InlineData("A B")]
    [InlineData("A#")]
    [InlineData("A\u001dB")]
    [InlineData("Ñ")]
    public void LotNumber_and_Serial_WhenNotAllowed_Throw(string text)
    {
        Assert.Throws<ArgumentException>(() => new Gs1Scan { LotNumber = text });
        Assert.Throws<ArgumentException>(() => new Gs1Scan { Serial = text });
        Assert.Throws<ArgumentException>(() => new Gs1Scan { LotNumber = "A" } with { LotNumber = text });
    }

    [Fact]
    public void Empty_values_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new Gs1Scan { Gtin = default(Gtin) });
        Assert.Throws<ArgumentException>(() => new Gs1Scan { ExpirationDate = default(Gs1Date) });
        Assert.Throws<ArgumentException>(() => new Gs1Scan { ProductionDate = default(Gs1Date) });
        Assert.Throws<ArgumentException>(() => new Gs1Scan { BestBeforeDate = default(Gs1Date) });
    }

    [Theory]
    [InlineData("18", "280331")]        // unknown
    [InlineData("", "A")]
    [InlineData("1", "A")]
    [InlineData("71x", "A")]
    [InlineData("10", "A")]             // has its own property
    [InlineData("713", "")]
    [InlineData("713", "A B")]
    [InlineData("3103", "12345")]
    [InlineData("414", "9506000134353")]
    [InlineData("13", "281301")]
    public void OtherElements_WhenNotAllowed_Throw(string identifier, string value) =>
        Assert.Throws<ArgumentException>(() => new Gs1Scan { OtherElements = [new(identifier, value)] });

    [Fact]
    public void OtherElements_WhenNullOrTwice_Throw()
    {
        Assert.Throws<ArgumentException>(() => new Gs1Scan { OtherElements = [new("713", "A"), new("713", "A")] });
        Assert.Throws<ArgumentNullException>(() => new Gs1Scan { OtherElements = [new("713", null!)] });
        Assert.Throws<ArgumentException>(() => new Gs1Scan { OtherElements = [new(null!, "A")] });
        Assert.Empty(new Gs1Scan { OtherElements = default }.OtherElements);
    }

    [Fact]
    public void Scans_that_say_the_same_are_equal()
    {
        var one = new Gs1Scan { LotNumber = "A", OtherElements = [new("713", "A"), new("30", "1")] };
        var other = new Gs1Scan { LotNumber = "A", OtherElements = [new("30", "1"), new("713", "A")] };

        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.NotEqual(one, other with { LotNumber = "a" });
        Assert.NotEqual(one, other with { OtherElements = [new("30", "2"), new("713", "A")] });
        Assert.False(one.Equals(null));
    }

    [Fact]
    public void ToString_LeavesOutValuesThatMayNameAPerson()
    {
        var scan = new Gs1Scan { LotNumber = "A", OtherElements = [new("7253", "PEREZ")] };

        Assert.Equal("(10)A(7253)", scan.ToString());
        Assert.Equal("", new Gs1Scan().ToString());
        Assert.DoesNotContain("PEREZ", new Gs1ScanResult.Read(scan).ToString(), StringComparison.Ordinal);
    }
}
