using Clinic.Transcription.Language;

namespace Clinic.Transcription.Tests.Language;

public sealed class SpokenNumbersTests
{
    [Theory]
    [InlineData("losartán de cincuenta miligramos", "losartán de 50 mg")]
    [InlineData("quinientos miligramos cada ocho horas", "500 mg cada 8 horas")]
    [InlineData("ciento treinta y cinco sobre ochenta y cinco", "135/85")]
    [InlineData("treinta y ocho punto cinco", "38.5")]
    [InlineData("treinta y siete con ocho", "37.8")]
    [InlineData("siete coma ocho", "7.8")]
    [InlineData("el potasio es de tres punto dos, un poco bajo", "el potasio es de 3.2, un poco bajo")]
    [InlineData("cero punto nueve", "0.9")]
    [InlineData("cero punto cero cinco", "0.05")]
    [InlineData("paracetamol un gramo", "paracetamol 1 g")]
    [InlineData("hace un mes", "hace un mes")]
    [InlineData("dos y media pastillas", "2.5 pastillas")]
    [InlineData("en el dos mil quince", "en el 2015")]
    [InlineData("mil novecientos noventa y ocho", "1998")]
    [InlineData("el primer día", "el primer día")]
    [InlineData("del uno al diez como un seis", "del 1 al 10 como un 6")]
    [InlineData("noventa y nueve por ciento", "99%")]
    [InlineData("cada 8 horas 500mg", "cada 8 horas 500 mg")]
    [InlineData("ciento uno mil doscientos", "101200")]
    [InlineData("presión ciento dieciocho setenta y seis", "presión 118/76")]
    [InlineData("la tensión arterial en 120 80", "la tensión arterial en 120/80")]
    [InlineData("la presión de ciento veinte y pulso de ochenta", "la presión de 120 y pulso de 80")]
    [InlineData("presión ciento diez ochenta latidos", "presión 110 80 latidos")]
    [InlineData("aciclovir de ochocientos cinco veces al día", "aciclovir de 800 cinco veces al día")]
    [InlineData("metformina de mil dos veces al día", "metformina de 1000 dos veces al día")]
    [InlineData("naproxeno de quinientos dos tabletas juntas", "naproxeno de 500 dos tabletas juntas")]
    [InlineData("amoxicilina de ochocientos setenta y cinco dos veces al día", "amoxicilina de 875 dos veces al día")]
    [InlineData("compró ciento dos pastillas", "compró 102 pastillas")]
    [InlineData("quedan ochocientas cinco pastillas", "quedan 805 pastillas")]
    [InlineData("glucosa de ochocientos cinco", "glucosa de 805")]
    public void Spanish(string said, string written) => Assert.Equal(written, SpokenNumbers.ToDigits(said, "es"));

    [Theory]
    [InlineData("eight hundred milligrams", "800 mg")]
    [InlineData("one thirty five over eighty five", "135/85")]
    [InlineData("ninety nine point seven", "99.7")]
    [InlineData("six point seven", "6.7")]
    [InlineData("two thousand eight", "2008")]
    [InlineData("nineteen ninety", "1990")]
    [InlineData("twenty twenty one", "2021")]
    [InlineData("two hundred and fifty", "250")]
    [InlineData("acyclovir eight hundred five times a day", "acyclovir 800 five times a day")]
    [InlineData("lisinopril twenty three times a day", "lisinopril 20 three times a day")]
    [InlineData("one and a half", "1.5")]
    [InlineData("this one hurts", "this one hurts")]
    [InlineData("at one point", "at one point")]
    [InlineData("the first day", "the first day")]
    [InlineData("ten or twelve day course", "10 or 12 day course")]
    [InlineData("two by two centimeters", "2 by 2 cm")]
    public void English(string said, string written) => Assert.Equal(written, SpokenNumbers.ToDigits(said, "en"));

    [Fact]
    public void Places_and_units_point_into_the_text()
    {
        const string Text = "toma losartán de cincuenta miligramos y ciento veinte sobre ochenta";

        var numbers = SpokenNumbers.Read(Text, "es");

        Assert.Equal("cincuenta", Text.Substring(numbers[0].Start, numbers[0].Length));
        Assert.Equal("mg", numbers[0].Unit);
        Assert.Equal("toma losartán de cincuenta miligramos", Text[..numbers[0].EndWithUnit]);
        Assert.Equal((120m, (decimal?)80m), (numbers[1].Value, numbers[1].Second));
    }

    [Theory]
    [InlineData("1.000 mg", "es", 1000)]
    [InlineData("38,5", "es", 38.5)]
    [InlineData("0.125 mg", "es", 0.125)]
    [InlineData("1,000 mg", "en", 1000)]
    [InlineData("7.25", "en", 7.25)]
    public void Digits_are_read_in_the_form_of_the_language(string text, string language, double value) =>
        Assert.Equal((decimal)value, Assert.Single(SpokenNumbers.Read(text, language)).Value);
}
