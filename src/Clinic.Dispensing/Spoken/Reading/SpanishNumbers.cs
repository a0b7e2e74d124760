namespace Clinic.Dispensing.Spoken.Reading;

/// <summary>Spanish number words.</summary>
internal static class SpanishNumbers
{
    public static NumberTable Table { get; } = new()
    {
        Digits = Words("cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve"),
        Small = new Dictionary<string, int>(Words(
            "", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce", "trece", "catorce", "quince",
            "dieciseis", "diecisiete", "dieciocho", "diecinueve", "veinte", "veintiuno", "veintidos", "veintitres", "veinticuatro",
            "veinticinco", "veintiseis", "veintisiete", "veintiocho", "veintinueve"), StringComparer.Ordinal)
        {
            ["un"] = 1, ["una"] = 1, ["veintiun"] = 21, ["veintiuna"] = 21,
        },
        Tens = new Dictionary<string, int>(StringComparer.Ordinal)
        {
            // "diez y seis" and "veinte y uno" are old spellings that engines still write.
            ["diez"] = 10, ["veinte"] = 20, ["treinta"] = 30, ["cuarenta"] = 40, ["cincuenta"] = 50,
            ["sesenta"] = 60, ["setenta"] = 70, ["ochenta"] = 80, ["noventa"] = 90,
        },
        Hundreds = new Dictionary<string, int>(StringComparer.Ordinal)
        {
            ["cien"] = 100, ["ciento"] = 100,
            ["doscientos"] = 200, ["doscientas"] = 200, ["trescientos"] = 300, ["trescientas"] = 300,
            ["cuatrocientos"] = 400, ["cuatrocientas"] = 400, ["quinientos"] = 500, ["quinientas"] = 500,
            ["seiscientos"] = 600, ["seiscientas"] = 600, ["setecientos"] = 700, ["setecientas"] = 700,
            ["ochocientos"] = 800, ["ochocientas"] = 800, ["novecientos"] = 900, ["novecientas"] = 900,
        },
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

    private static Dictionary<string, int> Words(params string[] words) =>
        words.Select((word, value) => (word, value)).Where(w => w.word.Length > 0).ToDictionary(w => w.word, w => w.value, StringComparer.Ordinal);
}
