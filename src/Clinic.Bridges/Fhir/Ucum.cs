namespace Clinic.Bridges.Fhir;

/// <summary>Tells codes of UCUM from words of a clinic; only what is surely UCUM is called so.</summary>
internal static class Ucum
{
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "1", "%", "g", "kg", "mg", "ug", "ng", "L", "dL", "cL", "mL", "uL", "mol", "mmol", "umol", "meq", "eq", "U", "[iU]", "[IU]", "m[iU]", "k[iU]", "mU", "kU",
        "s", "min", "h", "d", "wk", "mo", "a", "cm", "mm", "m", "[drp]", "[arb'U]", "kBq", "MBq", "GBq", "J", "kJ", "kcal", "cal",
    };

    public static bool IsCode(string code) => Known.Contains(code) || (code.Length > 2 && code[0] == '{' && code.IndexOf('}', StringComparison.Ordinal) == code.Length - 1 && code.All(char.IsAscii))
        || IsRatio(code);

    private static bool IsRatio(string code)
    {
        var parts = code.Split('/');
        return parts.Length is 2 or 3 && parts.All(Known.Contains);
    }
}
