using System.Globalization;
using Clinic.Transcription.Language;
using FsCheck;
using FsCheck.Fluent;

namespace Clinic.Transcription.Tests.Language;

/// <summary>Laws of spoken numbers over all numbers that are said in a visit.</summary>
public sealed class SpokenNumberLawTests
{
    private static readonly string[] Units = "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve".Split(' ');
    private static readonly string[] Tens = "x x x treinta cuarenta cincuenta sesenta setenta ochenta noventa".Split(' ');
    private static readonly string[] Hundreds = "x ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos".Split(' ');
    private static readonly string[] EnglishUnits = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".Split(' ');
    private static readonly string[] EnglishTens = "x x twenty thirty forty fifty sixty seventy eighty ninety".Split(' ');

    [Fact]
    public void Every_number_below_a_hundred_thousand_reads_as_itself_in_Spanish() =>
        Prop.ForAll(Gen.Choose(2, 99_999).ToArbitrary(), n => Assert.Equal(n, Assert.Single(SpokenNumbers.Read($"son {Say(n)} miligramos", "es")).Value)).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_number_below_a_hundred_thousand_reads_as_itself_in_English() =>
        Prop.ForAll(Gen.Choose(2, 99_999).ToArbitrary(), n => Assert.Equal(n, Assert.Single(SpokenNumbers.Read($"it is {SayEnglish(n)} milligrams", "en")).Value)).QuickCheckThrowOnFailure();

    [Fact]
    public void Decimals_end_at_a_mark_and_take_no_article() =>
        Prop.ForAll(Gen.Choose(0, 999).ToArbitrary(), n =>
        {
            var text = $"{Say(n / 10)} punto {Say(n % 10)}, un poco alto, y {Say(7)} más";

            Assert.Equal([n / 10m, 7m], SpokenNumbers.Read(text, "es").Select(x => x.Value));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_pressure_is_a_pair() =>
        Prop.ForAll(Gen.Choose(70, 240).Zip(Gen.Choose(40, 130)).ToArbitrary(), p =>
        {
            var number = Assert.Single(SpokenNumbers.Read($"{Say(p.Item1)} sobre {Say(p.Item2)}", "es"));

            Assert.Equal((p.Item1, (decimal?)p.Item2), (number.Value, number.Second));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Writing_digits_twice_changes_nothing_more() =>
        Prop.ForAll(Gen.Choose(0, 9_999).Zip(Gen.Elements("mg", "gramos", "horas", "por ciento", "sobre diez")).ToArbitrary(), p =>
        {
            var once = SpokenNumbers.ToDigits($"toma {Say(p.Item1)} {p.Item2} al día", "es");

            Assert.Equal(once, SpokenNumbers.ToDigits(once, "es"));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_text_is_read_without_a_fault() =>
        Prop.ForAll<NonNull<string>>(text =>
        {
            foreach (var number in SpokenNumbers.Read(text.Get, "es")) Assert.InRange(number.Start + number.Length, 1, text.Get.Length);
            SpokenNumbers.ToDigits(text.Get, "en");
        }).QuickCheckThrowOnFailure();

    private static string Say(int n) => n switch
    {
        < 30 => Units[n],
        < 100 => n % 10 == 0 ? Tens[n / 10] : $"{Tens[n / 10]} y {Units[n % 10]}",
        100 => "cien",
        < 1000 => n % 100 == 0 ? Hundreds[n / 100] : $"{Hundreds[n / 100]} {Say(n % 100)}",
        < 2000 => n == 1000 ? "mil" : $"mil {Say(n - 1000)}",
        _ => n % 1000 == 0 ? $"{Thousands(n / 1000)} mil" : $"{Thousands(n / 1000)} mil {Say(n % 1000)}",
    };

    private static string Thousands(int n) => Say(n) is var said && said.EndsWith("uno", StringComparison.Ordinal) ? string.Create(CultureInfo.InvariantCulture, $"{said[..^3]}un") : said;

    private static string SayEnglish(int n) => n switch
    {
        < 20 => EnglishUnits[n],
        < 100 => n % 10 == 0 ? EnglishTens[n / 10] : $"{EnglishTens[n / 10]} {EnglishUnits[n % 10]}",
        < 1000 => n % 100 == 0 ? $"{EnglishUnits[n / 100]} hundred" : $"{EnglishUnits[n / 100]} hundred and {SayEnglish(n % 100)}",
        _ => n % 1000 == 0 ? $"{SayEnglish(n / 1000)} thousand" : $"{SayEnglish(n / 1000)} thousand {SayEnglish(n % 1000)}",
    };
}
