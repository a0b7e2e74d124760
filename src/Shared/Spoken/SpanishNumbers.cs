namespace Clinic.Spoken;

/// <summary>Spanish number words.</summary>
internal static class SpanishNumbers
{
    public static NumberTable Table { get; } = new()
    {
        Digits = NumberTable.Values("cero 0, uno 1, dos 2, tres 3, cuatro 4, cinco 5, seis 6, siete 7, ocho 8, nueve 9"),
        Small = NumberTable.Values(
            "un 1, uno 1, una 1, dos 2, tres 3, cuatro 4, cinco 5, seis 6, siete 7, ocho 8, nueve 9, diez 10, once 11, doce 12, trece 13, "
            + "catorce 14, quince 15, dieciseis 16, diecisiete 17, dieciocho 18, diecinueve 19, veinte 20, veintiun 21, veintiuno 21, "
            + "veintiuna 21, veintidos 22, veintitres 23, veinticuatro 24, veinticinco 25, veintiseis 26, veintisiete 27, veintiocho 28, "
            + "veintinueve 29"),

        // "diez y seis" and "veinte y uno" are old spellings that engines still write.
        Tens = NumberTable.Values("diez 10, veinte 20, treinta 30, cuarenta 40, cincuenta 50, sesenta 60, setenta 70, ochenta 80, noventa 90"),
        Hundreds = NumberTable.Values(
            "cien 100, ciento 100, doscientos 200, doscientas 200, trescientos 300, trescientas 300, cuatrocientos 400, cuatrocientas 400, "
            + "quinientos 500, quinientas 500, seiscientos 600, seiscientas 600, setecientos 700, setecientas 700, ochocientos 800, "
            + "ochocientas 800, novecientos 900, novecientas 900"),
        TensJoiner = "y",
        Articles = new HashSet<string>(StringComparer.Ordinal),
        Thousand = "mil",
        ThousandStandsAlone = true,
        Millions = new HashSet<string>(["millon", "millones"], StringComparer.Ordinal),
        DecimalWords = new Dictionary<string, bool>(StringComparer.Ordinal) { ["coma"] = true, ["punto"] = false },
        Fractions = new(
        [
            ("medio", 0.5m), ("media", 0.5m), ("un medio", 0.5m), ("la mitad de", 0.5m), ("la mitad de una", 0.5m),
            ("un cuarto de", 0.25m), ("cuarto de", 0.25m), ("tres cuartos de", 0.75m), ("tres cuartas partes de", 0.75m),
            ("la cuarta parte de una", 0.25m), ("la cuarta parte de", 0.25m),
        ]),
        AddedFractions = new([("y media", 0.5m), ("y medio", 0.5m), ("y un cuarto", 0.25m), ("y tres cuartos", 0.75m)]),
        Ranges = new HashSet<string>(["o", "u", "a", "hasta"], StringComparer.Ordinal),
        Vague = new(
        [
            ("unos", true), ("unas", true), ("como", true), ("aproximadamente", true), ("casi", true), ("cerca de", true), ("alrededor de", true),
            ("mas o menos", true), ("entre", true), ("hasta", true), ("al menos", true), ("por lo menos", true), ("maximo", true), ("minimo", true),
            ("mas de", true), ("menos de", true), ("otra", true), ("otras", true), ("otro", true), ("otros", true),
        ]),
        Minus = new HashSet<string>(["menos"], StringComparer.Ordinal),
        PerKilogram = new([("por kilo", true), ("por kilogramo", true), ("por kg", true), ("por kilo de peso", true), ("por kg de peso", true), ("por kilogramo de peso", true)]),
    };
}
