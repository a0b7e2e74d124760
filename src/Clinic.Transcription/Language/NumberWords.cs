using System.Collections.Frozen;

namespace Clinic.Transcription.Language;

/// <summary>The words of numbers in Spanish and English, folded.</summary>
internal static class NumberWords
{
    private static readonly FrozenDictionary<string, int> Spanish = Table(
        "cero 0 uno 1 dos 2 tres 3 cuatro 4 cinco 5 seis 6 siete 7 ocho 8 nueve 9 diez 10 once 11 doce 12 trece 13 catorce 14 quince 15 dieciseis 16 diecisiete 17 dieciocho 18 diecinueve 19 "
        + "veinte 20 veintiuno 21 veintiun 21 veintiuna 21 veintidos 22 veintitres 23 veinticuatro 24 veinticinco 25 veintiseis 26 veintisiete 27 veintiocho 28 veintinueve 29 "
        + "treinta 30 cuarenta 40 cincuenta 50 sesenta 60 setenta 70 ochenta 80 noventa 90 cien 100 ciento 100 doscientos 200 doscientas 200 trescientos 300 trescientas 300 cuatrocientos 400 cuatrocientas 400 "
        + "quinientos 500 quinientas 500 seiscientos 600 seiscientas 600 setecientos 700 setecientas 700 ochocientos 800 ochocientas 800 novecientos 900 novecientas 900 mil 1000 millon 1000000 millones 1000000");

    private static readonly FrozenDictionary<string, int> English = Table(
        "zero 0 one 1 two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 ten 10 eleven 11 twelve 12 thirteen 13 fourteen 14 fifteen 15 sixteen 16 seventeen 17 eighteen 18 nineteen 19 "
        + "twenty 20 thirty 30 forty 40 fourty 40 fifty 50 sixty 60 seventy 70 eighty 80 ninety 90 hundred 100 hundreds 100 thousand 1000 million 1000000");

    public static FrozenDictionary<string, int> Of(string language) => language == "en" ? English : Spanish;

    private static FrozenDictionary<string, int> Table(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Where((_, i) => i % 2 == 0).Zip(words.Where((_, i) => i % 2 == 1))
            .ToFrozenDictionary(p => p.First, p => int.Parse(p.Second, System.Globalization.CultureInfo.InvariantCulture), StringComparer.Ordinal);
    }
}
