using Clinic.Abstractions;
using Clinic.Pharmacy.Gs1;

namespace Clinic.Pharmacy.Tests.Gs1;

/// <summary>Each defect with its code and its position. An underscore in the texts stands for FNC1.</summary>
public class Gs1UnreadableTests
{
    [Theory]
    // Nothing there.
    [InlineData("", "PHA602", 1, null)]
    [InlineData("_", "PHA602", 2, null)]
    [InlineData("]d2", "PHA602", 4, null)]
    [InlineData("]d2__", "PHA602", 6, null)]
    // Not a GS1 symbol.
    [InlineData("]d10107861005123452", "PHA604", 3, '1')]
    [InlineData("]d0", "PHA604", 3, '0')]
    [InlineData("]D2", "PHA604", 2, 'D')]
    [InlineData("]C0", "PHA604", 3, '0')]
    [InlineData("]A0", "PHA604", 2, 'A')]
    [InlineData("]Q1", "PHA604", 3, '1')]
    [InlineData("]d", "PHA604", 3, null)]
    [InlineData("]", "PHA604", 2, null)]
    // No identifier where one must be.
    [InlineData("A", "PHA605", 1, 'A')]
    [InlineData("0", "PHA605", 2, null)]
    [InlineData("0A", "PHA605", 2, 'A')]
    [InlineData("71", "PHA605", 3, null)]
    [InlineData("310A", "PHA605", 4, 'A')]
    [InlineData("0107861005123452 17280331", "PHA605", 17, ' ')]
    [InlineData("010786100512345217280331\r", "PHA605", 25, '\r')]
    [InlineData("10A1_1", "PHA605", 7, null)]
    [InlineData("(1", "PHA605", 3, null)]
    [InlineData("(1)A", "PHA605", 3, ')')]
    [InlineData("(x", "PHA605", 2, 'x')]
    [InlineData("(", "PHA605", 2, null)]
    [InlineData("(01", "PHA605", 4, null)]
    [InlineData("(31031)000001", "PHA605", 6, '1')]
    [InlineData("(01)07861005123452_17280331", "PHA605", 20, '1')]
    // Unknown identifiers.
    [InlineData("0507861005123452", "PHA606", 1, '0')]
    [InlineData("0107861005123452180331", "PHA606", 17, '1')]
    [InlineData("10A1_3109000001", "PHA606", 6, '3')]
    [InlineData("(18)280331", "PHA606", 2, '1')]
    [InlineData("(10)A(18)280331", "PHA606", 7, '1')]
    [InlineData("(011)7861005123452", "PHA606", 2, '0')]
    // Too short.
    [InlineData("010786100512345", "PHA607", 16, null)]
    [InlineData("0107861005_17280331", "PHA607", 11, '\u001d')]
    [InlineData("17", "PHA607", 3, null)]
    [InlineData("10", "PHA607", 3, null)]
    [InlineData("10_21X", "PHA607", 3, '\u001d')]
    [InlineData("172803", "PHA607", 7, null)]
    [InlineData("(17)2803(10)A", "PHA607", 9, '(')]
    [InlineData("(10)(21)X", "PHA607", 5, '(')]
    [InlineData("]E0786100512345", "PHA607", 16, null)]
    // Too long: a separator may be missing.
    [InlineData("10123456789012345678901", "PHA608", 23, '1')]
    [InlineData("10ABCDEFGHIJ21KLMNOPQRSTUV", "PHA608", 23, 'S')]
    [InlineData("42221817280331", "PHA608", 7, '1')]
    [InlineData("4232186", "PHA608", 7, '6')]
    [InlineData("(17)2803311(10)A", "PHA608", 11, '1')]
    [InlineData("(10)\\(21)3456789012345678901234", "PHA608", 26, '9')]
    [InlineData("]E078610051234520", "PHA608", 17, '0')]
    // Characters.
    [InlineData("01O7861005123452", "PHA609", 3, 'O')]
    [InlineData("010786100512345X", "PHA609", 16, 'X')]
    [InlineData("01078610051 3458", "PHA609", 12, ' ')]
    [InlineData("0107861005123452172803E1", "PHA609", 23, 'E')]
    [InlineData("10A#1", "PHA609", 4, '#')]
    [InlineData("10A 1", "PHA609", 4, ' ')]
    [InlineData("10A\t1", "PHA609", 4, '\t')]
    [InlineData("10A\0", "PHA609", 4, '\0')]
    [InlineData("10Ñ", "PHA609", 3, 'Ñ')]
    [InlineData("10A\\1", "PHA609", 4, '\\')]
    [InlineData("(10)A\\1", "PHA609", 6, '\\')]
    [InlineData("(10)\\(21)A#", "PHA609", 11, '#')]
    [InlineData("01٠٧٨٦١٠٠٥١٢٣٤٥٨", "PHA609", 3, '٠')]
    [InlineData("8010abc", "PHA609", 5, 'a')]
    [InlineData("30A", "PHA609", 3, 'A')]
    [InlineData("]E0786100512345A", "PHA609", 16, 'A')]
    // Characters that look like the next element.
    [InlineData("3010010ABC", "PHA615", 8, 'A')]
    [InlineData("4331000250A", "PHA615", 11, 'A')]
    // Check digits.
    [InlineData("0107861005123459", "PHA610", 16, '9')]
    [InlineData("0207861005123459", "PHA610", 16, '9')]
    [InlineData("10A1_0107861005123459", "PHA610", 21, '9')]
    [InlineData("00106141412345678909", "PHA610", 20, '9')]
    [InlineData("4149506000134353", "PHA610", 16, '3')]
    [InlineData("(01)07861005123459", "PHA610", 18, '9')]
    [InlineData("]E07861005123459", "PHA610", 16, '9')]
    [InlineData("0100000000000000", "PHA614", 3, '0')]
    // Dates.
    [InlineData("17281331", "PHA611", 5, '1')]
    [InlineData("17280031", "PHA611", 5, '0')]
    [InlineData("17270229", "PHA611", 7, '2')]
    [InlineData("17280332", "PHA611", 7, '3')]
    [InlineData("0107861005123452" + "11280431", "PHA611", 23, '3')]
    [InlineData("13280431", "PHA611", 7, '3')]
    // Repeats.
    [InlineData("10A_10B", "PHA612", 5, '1')]
    [InlineData("10A_10a", "PHA612", 5, '1')]
    [InlineData("713A_21X_713B", "PHA612", 10, '7')]
    [InlineData("1728033117280330", "PHA612", 9, '1')]
    [InlineData("(10)A(10)B", "PHA612", 7, '1')]
    // A number alone.
    [InlineData("7861005123452", "PHA613", 1, '7')]
    [InlineData("07861005123452", "PHA613", 1, '0')]
    [InlineData("0012345678905", "PHA613", 1, '0')]
    [InlineData("036000291452", "PHA613", 1, '0')]
    public void Parse_SaysWhichCharacterIsAtFault(string text, string code, int position, char? found)
    {
        var result = Assert.IsType<Gs1ScanResult.Unreadable>(
            Gs1ElementString.Parse(text.Replace('_', Gs1Arbitraries.Fnc1), Gs1Arbitraries.Year));

        Assert.Equal((code, position, found), (result.Code, result.Position, result.Found));
    }

    [Theory]
    [InlineData("01O7861005123452", "01", "0-9")]
    [InlineData("172803", "17", "6")]
    [InlineData("10123456789012345678901", "10", "1-20")]
    [InlineData("4232186", "423", "3 / 6 / 9 / 12 / 15")]
    [InlineData("0107861005123459", "01", "2")]
    [InlineData("17281331", "17", "01-12")]
    [InlineData("10A1_3109000001", "3109", "")]
    public void Unreadable_SaysWhatIsAllowed(string text, string identifier, string allowed)
    {
        var result = Assert.IsType<Gs1ScanResult.Unreadable>(
            Gs1ElementString.Parse(text.Replace('_', Gs1Arbitraries.Fnc1), Gs1Arbitraries.Year));

        Assert.Equal((identifier, allowed), (result.Identifier, result.Allowed));
    }

    [Fact]
    public void Describe_SpeaksSpanishAndEnglish()
    {
        var result = (Gs1ScanResult.Unreadable)Gs1ElementString.Parse("10ABCDEFGHIJ21KLMNOPQRSTUV", Gs1Arbitraries.Year);

        Assert.Equal(
            "The value of (10) goes on at character 23, but its length must be 1-20; a separator (FNC1) may be missing.",
            result.Describe("en"));
        Assert.Equal(
            "El valor de (10) sigue en el carácter 23, pero su longitud debe ser 1-20; puede faltar un separador (FNC1).",
            result.Describe("es"));
    }

    [Fact]
    public void Describe_ShowsUnprintableCharactersByNumber() =>
        Assert.Contains(
            "U+0007",
            ((Gs1ScanResult.Unreadable)Gs1ElementString.Parse("10A\a", Gs1Arbitraries.Year)).Describe("es"),
            StringComparison.Ordinal);

    [Fact]
    public void Every_reason_has_all_its_facts_in_both_languages()
    {
        string[] texts =
        [
            "", "]d1", "A", "05", "17", "10123456789012345678901", "10#", "0107861005123459", "17281331",
            "10A\u001d10B", "7861005123452", "0100000000000000", "3010010ABC", new('1', 5000),
        ];
        var results = texts.Select(t => (Gs1ScanResult.Unreadable)Gs1ElementString.Parse(t, Gs1Arbitraries.Year)).ToList();

        Assert.Equal(14, results.Select(r => r.Code).Distinct().Count());
        Assert.All(results, r => Assert.DoesNotContain('{', r.Describe("es") + r.Describe("en")));
        Assert.All(results, r => Assert.NotEqual(r.Describe("es"), r.Describe("en")));
    }

    [Fact]
    public void ParseOrThrow_GivesPositionReasonAndCharacterAsFacts()
    {
        var exception = Assert.Throws<PharmacyException>(() => Gs1ElementString.ParseOrThrow("10A#1", Gs1Arbitraries.Year));

        Assert.Equal(PharmacyRules.ScanUnreadable, exception.Code);
        Assert.Equal(RuleKind.Malformed, exception.Kind);
        Assert.Equal("4", exception.Failures[0].Facts["position"]);
        Assert.Equal(PharmacyRules.ScanCharacterNotAllowed, exception.Failures[0].Facts["reason"]);
        Assert.Equal("#", exception.Failures[0].Facts["found"]);
        Assert.Equal(PharmacyRules.ScanCharacterNotAllowed, exception.Failures[1].Code);
    }

    [Fact]
    public void Parse_RefusesAMegabyteAtOnce()
    {
        foreach (var filler in "1A(\u001d\0]")
        {
            var result = Assert.IsType<Gs1ScanResult.Unreadable>(Gs1ElementString.Parse(new string(filler, 1_000_000), Gs1Arbitraries.Year));
            Assert.Equal((PharmacyRules.ScanTooLong, Gs1ElementString.LongestText + 1), (result.Code, result.Position));
        }
    }

    [Fact]
    public void Parse_TakesTheLongestText() =>
        Assert.IsType<Gs1ScanResult.Read>(
            Gs1ElementString.Parse("10A" + new string(Gs1Arbitraries.Fnc1, Gs1ElementString.LongestText - 3), Gs1Arbitraries.Year));

    [Fact]
    public void Parse_WhenTheReferenceYearIsImpossible_IsTheCallersMistake() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Gs1ElementString.Parse("10A", 26));

    [Fact]
    public void Parse_OfNull_IsEmpty() =>
        Assert.Equal(
            PharmacyRules.ScanEmpty,
            Assert.IsType<Gs1ScanResult.Unreadable>(Gs1ElementString.Parse((string?)null, Gs1Arbitraries.Year)).Code);
}
