using Clinic.Dispensing.Spoken.Reading;
using Clinic.Spoken;

namespace Clinic.Dispensing.Tests.Spoken;

public sealed class NumberTests
{
    private static readonly AmountReader Spanish = new(SpanishNumbers.Table);
    private static readonly AmountReader English = new(EnglishNumbers.Table);

    [Fact]
    public void Spanish_words_below_a_million_come_back()
    {
        for (var n = 0; n < 1_000_000; n++)
            if (Read(Spanish, SpanishSpeller.Spell(n)) != n) Assert.Fail(SpanishSpeller.Spell(n));
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 37)]
    public void English_words_below_a_million_come_back(bool withAnd, int step)
    {
        for (var n = 0; n < 1_000_000; n += step)
            if (Read(English, EnglishSpeller.Spell(n, withAnd)) != n) Assert.Fail(EnglishSpeller.Spell(n, withAnd));
    }

    [Theory]
    [InlineData("dos coma cinco", 2.5)]
    [InlineData("cero punto veinticinco", 0.25)]
    [InlineData("uno coma cero cero cinco", 1.005)]
    [InlineData("uno coma dos cinco", 1.25)]
    [InlineData("2 coma 5", 2.5)]
    [InlineData("punto cinco", 0.5)]
    [InlineData("diez y seis", 16)]
    [InlineData("veinte y uno", 21)]
    [InlineData("tres y media", 3.5)]
    [InlineData("dos y un cuarto", 2.25)]
    [InlineData("2 mil 500", 2500)]
    [InlineData("150 mil", 150_000)]
    [InlineData("1,5 mil", 1500)]
    [InlineData("un millón doscientos mil", 1_200_000)]
    [InlineData("2,4 millones", 2_400_000)]
    [InlineData("dos coma cuatro millones", 2_400_000)]
    [InlineData("1/4", 0.25)]
    [InlineData("¾", 0.75)]
    [InlineData("007", 7)]
    public void Spanish_number_is_read(string text, double number) => Assert.Equal((decimal)number, Read(Spanish, text));

    [Theory]
    [InlineData("two point five", 2.5)]
    [InlineData("zero point two five", 0.25)]
    [InlineData("nought point oh five", 0.05)]
    [InlineData("point five", 0.5)]
    [InlineData("a hundred", 100)]
    [InlineData("a thousand and five", 1005)]
    [InlineData("three and a half", 3.5)]
    [InlineData("2 thousand 500", 2500)]
    [InlineData("1.2 million", 1_200_000)]
    public void English_number_is_read(string text, double number) => Assert.Equal((decimal)number, Read(English, text));

    [Theory]
    [InlineData("cincuenta cinco")]
    [InlineData("veinte cinco")]
    [InlineData("cien cinco")]
    [InlineData("dos mil mil")]
    [InlineData("cinco cero")]
    [InlineData("uno coma dos coma tres")]
    [InlineData("1,5 coma 5")]
    [InlineData("uno y dos")]
    [InlineData("2/3")]
    [InlineData("medio mg y medio")]
    [InlineData("1,5 y media")]
    [InlineData("12 1/2 1/2")]
    [InlineData("mil millones de millones")]
    public void Number_nobody_says_is_none(string text)
    {
        var tokens = Tokenizer.Split(text, UnitWords.IsUnit);

        Assert.False(Spanish.At(tokens, 0) is { Amount.IsCertain: true } read && read.Next == tokens.Count, text);
    }

    private static decimal? Read(AmountReader reader, string text)
    {
        var tokens = Tokenizer.Split(text, UnitWords.IsUnit);
        return reader.At(tokens, 0) is { Amount: { IsCertain: true } amount } read && read.Next == tokens.Count ? amount.Readings[0] : null;
    }
}
