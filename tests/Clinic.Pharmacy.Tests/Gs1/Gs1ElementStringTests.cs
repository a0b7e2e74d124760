using Clinic.Pharmacy.Gs1;
using NodaTime;

namespace Clinic.Pharmacy.Tests.Gs1;

/// <summary>What is read, by example. An underscore in the texts stands for FNC1.</summary>
public class Gs1ElementStringTests
{
    private const string Amoxicillin = "07861005123452";

    [Fact]
    public void Parse_ReadsTheFourElementsOfAMedicinePack()
    {
        var scan = Scanned("]d20107861005123452" + "17280331" + "10L4P-07_" + "21a1B2c3");

        Assert.Equal(Gtin.Parse(Amoxicillin), scan.Gtin);
        Assert.Equal(new LocalDate(2028, 3, 31), scan.ExpirationDate?.Date);
        Assert.Equal("280331", scan.ExpirationDate?.Raw);
        Assert.Equal("L4P-07", scan.LotNumber);
        Assert.Equal("a1B2c3", scan.Serial);
        Assert.Null(scan.ProductionDate);
        Assert.Null(scan.BestBeforeDate);
        Assert.Empty(scan.OtherElements);
    }

    [Theory]
    [InlineData("]d2")]
    [InlineData("]C1")]
    [InlineData("]e0")]
    [InlineData("]Q3")]
    [InlineData("]J1")]
    [InlineData("]d2_")]
    [InlineData("_")]
    [InlineData("")]
    public void Parse_TakesEveryGs1Prefix(string prefix) =>
        Assert.Equal(Scanned("010786100512345210A1"), Scanned(prefix + "010786100512345210A1"));

    [Theory]
    [InlineData("]E07861005123452", "07861005123452")]
    [InlineData("]E496385074", "00000096385074")]
    public void Parse_TakesTheNumberOfARetailBarcode(string text, string gtin) =>
        Assert.Equal(new Gs1Scan { Gtin = Gtin.Parse(gtin) }, Scanned(text));

    [Theory]
    [InlineData("0107861005123452_17280331_10A1_")]
    [InlineData("__0107861005123452___10A1__17280331")]
    [InlineData("10A1_172803310107861005123452")]
    [InlineData("(01)07861005123452(17)280331(10)A1")]
    [InlineData("(10)A1(17)280331(01)07861005123452")]
    [InlineData("(10)A1_(17)280331_(01)07861005123452_")]
    [InlineData("0107861005123452172803310107861005123452" + "10A1")]
    public void Parse_ReadsTheSameWhateverOrderSeparatorsAndForm(string text) =>
        Assert.Equal(
            new Gs1Scan { Gtin = Gtin.Parse(Amoxicillin), LotNumber = "A1", ExpirationDate = Gs1Date.Of(new LocalDate(2028, 3, 31)) },
            Scanned(text));

    [Theory]
    [InlineData("10A(1)B_21X", "A(1)B")]
    [InlineData("10(21)_21X", "(21)")]
    [InlineData("10!\"%&'()*+,-./:;<=>_21X", "!\"%&'()*+,-./:;<=>")]
    [InlineData("10abcABC_21X", "abcABC")]
    [InlineData("1012345678901234567890_21X", "12345678901234567890")]
    [InlineData("(10)A(1)B(21)X", "A(1)B")]
    [InlineData("(10)A\\(21)B(21)X", "A(21)B")]
    [InlineData("(10)\\(21)(21)X", "(21)")]
    [InlineData("(10)((12345)(21)X", "((12345)")]
    [InlineData("(10)((21)X", "(")]
    public void Parse_KeepsBracketsAndCaseInALot(string text, string lot)
    {
        var scan = Scanned(text);

        Assert.Equal(lot, scan.LotNumber);
        Assert.Equal("X", scan.Serial);
    }

    [Fact]
    public void Parse_KeepsOtherElementsOrderedByIdentifier()
    {
        var scan = Scanned("7137009_" + "30100_" + "3103001250" + "0107861005123452" + "90int_" + "422218");

        Assert.Equal(
            [new("30", "100"), new("3103", "001250"), new("422", "218"), new("713", "7009"), new("90", "int")],
            scan.OtherElements.AsSpan());
    }

    [Fact]
    public void Parse_TakesTheSameElementTwice()
    {
        Assert.Equal(Scanned("10A1_713X_30100"), Scanned("713X_10A1_713X_10A1_30100_713X"));
        Assert.Equal(Scanned("10A(21)"), Scanned("(10)A\\(21)(10)A\\(21)"));
    }

    [Fact]
    public void Parse_OfANumberAlone_MayReadAnInternalElement() =>
        Assert.Equal([new("96", "385074")], Scanned("96385074").OtherElements.AsSpan());

    [Theory]
    [InlineData("11260101", "2026-01-01")]
    [InlineData("11260100", "2026-01-31")]
    public void Parse_ReadsProductionDates(string text, string day) => Assert.Equal(day, Scanned(text).ProductionDate?.ToString());

    [Fact]
    public void Parse_ReadsBestBeforeApartFromExpiration()
    {
        var scan = Scanned("15280600");

        Assert.Equal("2028-06-30", scan.BestBeforeDate?.ToString());
        Assert.Null(scan.ExpirationDate);
    }

    [Fact]
    public void Parse_TakesTheCenturyFromTheReferenceYear()
    {
        Assert.Equal(2077, Expiry("17770101", 2027));
        Assert.Equal(1977, Expiry("17770101", 2026));

        static int? Expiry(string text, int year) => ((Gs1ScanResult.Read)Gs1ElementString.Parse(text, year)).Scan.ExpirationDate?.Date.Year;
    }

    [Theory]
    [InlineData("00106141412345678908", "00")]
    [InlineData("0207861005123452", "02")]
    [InlineData("253786100512345ABC", "253", false)]
    [InlineData("2537861005123452ABC", "253")]
    [InlineData("2557861005123452", "255")]
    [InlineData("4029506000134352001", "402", false)]
    [InlineData("4149506000134352", "414")]
    [InlineData("4179506000134352", "417")]
    [InlineData("42112345A", "421")]
    [InlineData("423218", "423")]
    [InlineData("423218604", "423")]
    [InlineData("4330000250", "4330")]
    [InlineData("4331000250-", "4331")]
    [InlineData("70032803311200", "7003")]
    [InlineData("7007260101", "7007")]
    [InlineData("7007260101260131", "7007")]
    [InlineData("7030218X", "7030")]
    [InlineData("70401ABC", "7040")]
    [InlineData("710PZN1", "710")]
    [InlineData("714AIM", "714")]
    [InlineData("715NDC", "715")]
    [InlineData("7230EMC1", "7230")]
    [InlineData("8003078610051234521", "8003")]
    [InlineData("8006078610051234520102", "8006")]
    [InlineData("8008260131", "8008", false)]
    [InlineData("800826013112", "8008")]
    [InlineData("80082601311230", "8008")]
    [InlineData("8008260131123059", "8008")]
    [InlineData("8010ABC-1/2#", "8010")]
    [InlineData("801795060001343520000", "8017", false)]
    [InlineData("8030-_=Az09", "8030")]
    [InlineData("8200https://example.org/", "8200")]
    [InlineData("3925150", "3925")]
    [InlineData("3932840150", "3932")]
    [InlineData("3943100", "3943", false)]
    [InlineData("39430100", "3943")]
    [InlineData("99anything", "99")]
    public void Parse_KnowsTheFormatsOfOtherIdentifiers(string text, string identifier, bool readable = true)
    {
        var result = Gs1ElementString.Parse(text, Gs1Arbitraries.Year);

        if (readable) Assert.Equal(text, identifier + Assert.Single(Assert.IsType<Gs1ScanResult.Read>(result).Scan.OtherElements).Value);
        else Assert.Equal(identifier, Assert.IsType<Gs1ScanResult.Unreadable>(result).Identifier);
    }

    [Fact]
    public void ParseOrThrow_ReadsLikeParse() =>
        Assert.Equal(Scanned("10A1"), Gs1ElementString.ParseOrThrow("10A1", Gs1Arbitraries.Year));

    private static Gs1Scan Scanned(string text) =>
        Assert.IsType<Gs1ScanResult.Read>(Gs1ElementString.Parse(text.Replace('_', Gs1Arbitraries.Fnc1), Gs1Arbitraries.Year)).Scan;
}
