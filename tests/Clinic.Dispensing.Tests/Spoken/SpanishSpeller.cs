namespace Clinic.Dispensing.Tests.Spoken;

/// <summary>Writes numbers below a million as they are said in Spanish.</summary>
internal static class SpanishSpeller
{
    private static readonly string[] Small =
    [
        "cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce", "trece", "catorce", "quince",
        "dieciséis", "diecisiete", "dieciocho", "diecinueve", "veinte", "veintiuno", "veintidós", "veintitrés", "veinticuatro", "veinticinco",
        "veintiséis", "veintisiete", "veintiocho", "veintinueve",
    ];

    private static readonly string[] Tens = ["", "", "", "treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa"];

    private static readonly string[] Hundreds =
        ["", "ciento", "doscientos", "trescientos", "cuatrocientos", "quinientos", "seiscientos", "setecientos", "ochocientos", "novecientos"];

    public static string Spell(int number) => number switch
    {
        < 30 => Small[number],
        < 100 => Tens[number / 10] + (number % 10 == 0 ? "" : " y " + Small[number % 10]),
        100 => "cien",
        < 1000 => Hundreds[number / 100] + Rest(number % 100),
        < 2000 => "mil" + Rest(number % 1000),
        _ => Shortened(Spell(number / 1000)) + " mil" + Rest(number % 1000),
    };

    private static string Rest(int number) => number == 0 ? "" : " " + Spell(number);

    // "veintiún mil", "treinta y un mil".
    private static string Shortened(string text) =>
        text.EndsWith("veintiuno", StringComparison.Ordinal) ? text[..^3] + "ún" : text.EndsWith("uno", StringComparison.Ordinal) ? text[..^1] : text;
}
