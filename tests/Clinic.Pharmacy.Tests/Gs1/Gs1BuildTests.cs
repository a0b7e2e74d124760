using Clinic.Pharmacy.Gs1;
using NodaTime;

namespace Clinic.Pharmacy.Tests.Gs1;

public class Gs1BuildTests
{
    private static readonly Gs1Scan Pack = new()
    {
        Gtin = Gtin.Parse("7861005123452"),
        ExpirationDate = Gs1Date.OfMonth(new YearMonth(2028, 3)),
        LotNumber = "A(1)",
        Serial = "s9",
        OtherElements = [new("713", "7009"), new("3103", "001250")],
    };

    [Fact]
    public void Build_PutsSeparatorsOnlyWhereNeeded() =>
        Assert.Equal("010786100512345217280300" + "3103001250" + "10A(1)\u001d21s9\u001d7137009", Gs1ElementString.Build(Pack));

    [Fact]
    public void BuildDataMatrix_AddsThePrefix() =>
        Assert.Equal("]d2" + Gs1ElementString.Build(Pack), Gs1ElementString.BuildDataMatrix(Pack));

    [Fact]
    public void BuildReadable_PutsIdentifiersInBrackets() =>
        Assert.Equal(
            "(01)07861005123452(17)280300(3103)001250(10)A(1)(21)s9(713)7009",
            Gs1ElementString.BuildReadable(Pack));

    [Fact]
    public void BuildReadable_MarksBracketsThatWouldReadAsIdentifier() =>
        Assert.Equal("(10)A\\(21)B(1)", Gs1ElementString.BuildReadable(new Gs1Scan { LotNumber = "A(21)B(1)" }));

    [Fact]
    public void Build_WhenTheScanSaysNothing_Throws()
    {
        Assert.Throws<ArgumentException>(() => Gs1ElementString.Build(new Gs1Scan()));
        Assert.Throws<ArgumentException>(() => Gs1ElementString.BuildReadable(new Gs1Scan()));
        Assert.Throws<ArgumentNullException>(() => Gs1ElementString.Build(null!));
    }

    [Fact]
    public void BuildReadable_HasRoomForALotOfBrackets()
    {
        var scan = new Gs1Scan { LotNumber = "(12)(12)(12)(12)(12)", Serial = "(12)(12)(12)(12)(12)" };

        Assert.Equal(scan, Gs1ElementString.ParseOrThrow(Gs1ElementString.BuildReadable(scan), Gs1Arbitraries.Year));
    }
}
