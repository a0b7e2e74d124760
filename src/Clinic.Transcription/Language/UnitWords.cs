using System.Collections.Frozen;

namespace Clinic.Transcription.Language;

/// <summary>Spoken and written units with their one spelling.</summary>
internal static class UnitWords
{
    // Only units of one clear symbol are written short; tablets and days stay words.
    private static readonly FrozenDictionary<string, string> Short = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["mg"] = "mg",
        ["miligramo"] = "mg",
        ["miligramos"] = "mg",
        ["milligram"] = "mg",
        ["milligrams"] = "mg",
        ["mgs"] = "mg",
        ["g"] = "g",
        ["gr"] = "g",
        ["gramo"] = "g",
        ["gramos"] = "g",
        ["gram"] = "g",
        ["grams"] = "g",
        ["mcg"] = "mcg",
        ["ug"] = "mcg",
        ["µg"] = "mcg",
        ["μg"] = "mcg",
        ["microgramo"] = "mcg",
        ["microgramos"] = "mcg",
        ["microgram"] = "mcg",
        ["micrograms"] = "mcg",
        ["ml"] = "ml",
        ["mililitro"] = "ml",
        ["mililitros"] = "ml",
        ["milliliter"] = "ml",
        ["milliliters"] = "ml",
        ["millilitres"] = "ml",
        ["cc"] = "ml",
        ["kg"] = "kg",
        ["kilo"] = "kg",
        ["kilos"] = "kg",
        ["kilogramo"] = "kg",
        ["kilogramos"] = "kg",
        ["kilogram"] = "kg",
        ["kilograms"] = "kg",
        ["cm"] = "cm",
        ["centimetro"] = "cm",
        ["centimetros"] = "cm",
        ["centimeter"] = "cm",
        ["centimeters"] = "cm",
        ["centimetres"] = "cm",
        ["mm"] = "mm",
        ["milimetro"] = "mm",
        ["milimetros"] = "mm",
        ["millimeter"] = "mm",
        ["millimeters"] = "mm",
        ["millimetres"] = "mm",
        ["mmhg"] = "mmHg",
        ["percent"] = "%",
        ["%"] = "%",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Counted = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["comprimido"] = "tablet",
        ["comprimidos"] = "tablet",
        ["tableta"] = "tablet",
        ["tabletas"] = "tablet",
        ["pastilla"] = "tablet",
        ["pastillas"] = "tablet",
        ["tablet"] = "tablet",
        ["tablets"] = "tablet",
        ["pill"] = "tablet",
        ["pills"] = "tablet",
        ["capsula"] = "capsule",
        ["capsulas"] = "capsule",
        ["capsule"] = "capsule",
        ["capsules"] = "capsule",
        ["ampolla"] = "ampoule",
        ["ampollas"] = "ampoule",
        ["ampolleta"] = "ampoule",
        ["ampolletas"] = "ampoule",
        ["gota"] = "drop",
        ["gotas"] = "drop",
        ["drop"] = "drop",
        ["drops"] = "drop",
        ["cucharada"] = "spoon",
        ["cucharadas"] = "spoon",
        ["cucharadita"] = "teaspoon",
        ["cucharaditas"] = "teaspoon",
        ["teaspoon"] = "teaspoon",
        ["teaspoons"] = "teaspoon",
        ["tablespoon"] = "spoon",
        ["tablespoons"] = "spoon",
        ["inhalacion"] = "puff",
        ["inhalaciones"] = "puff",
        ["puff"] = "puff",
        ["puffs"] = "puff",
        ["bocanada"] = "puff",
        ["bocanadas"] = "puff",
        ["unidad"] = "unit",
        ["unidades"] = "unit",
        ["unit"] = "unit",
        ["units"] = "unit",
        ["ui"] = "unit",
        ["iu"] = "unit",
        ["litro"] = "l",
        ["litros"] = "l",
        ["liter"] = "l",
        ["liters"] = "l",
        ["litre"] = "l",
        ["litres"] = "l",
        ["sobre"] = "sachet",
        ["sobres"] = "sachet",
        ["libra"] = "lb",
        ["libras"] = "lb",
        ["pound"] = "lb",
        ["pounds"] = "lb",
        ["lb"] = "lb",
        ["lbs"] = "lb",
        ["grado"] = "degree",
        ["grados"] = "degree",
        ["degree"] = "degree",
        ["degrees"] = "degree",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Doses = new[] { "mg", "g", "mcg", "ml", "mg/kg", "mcg/kg", "ml/kg", "unit", "tablet", "capsule", "ampoule", "drop", "spoon", "teaspoon", "puff", "sachet" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The unit at a token with its length in tokens, or null.</summary>
    public static (string Unit, bool IsShort, int Length)? At(IReadOnlyList<Token> tokens, int at)
    {
        if (at >= tokens.Count) return null;
        var word = tokens[at].Word;
        if (word == "por" && at + 1 < tokens.Count && tokens[at + 1].Word is "ciento" or "cien") return ("%", true, 2);
        if (word is "per" && at + 1 < tokens.Count && tokens[at + 1].Word is "cent") return ("%", true, 2);
        if (word is "milimetros" && at + 2 < tokens.Count && tokens[at + 1].Word == "de" && tokens[at + 2].Word == "mercurio") return ("mmHg", true, 3);
        if (Short.TryGetValue(word, out var unit) && Per(tokens, at + 1) is { } per && unit is "mg" or "g" or "mcg" or "ml") return ($"{unit}/{per}", true, 3);
        if (unit is not null) return (unit, true, 1);
        return Counted.TryGetValue(word, out unit) ? (unit, false, 1) : null;
    }

    // "mg/dl" measures and "mg por kilo" reckons; neither is what somebody takes at once.
    private static string? Per(IReadOnlyList<Token> tokens, int at)
    {
        if (at + 1 >= tokens.Count || tokens[at].Word is not ("/" or "por" or "per")) return null;
        return tokens[at + 1].Word switch
        {
            "dl" or "decilitro" or "deciliter" or "decilitre" => "dl",
            "kg" or "kilo" or "kilogramo" or "kilogram" or "k" => "kg",
            "l" or "litro" or "liter" or "litre" => "l",
            _ => null,
        };
    }

    /// <summary>Whether it is counted and can be cut: tablets and such.</summary>
    public static bool IsCounted(string? unit) => unit is "tablet" or "capsule" or "ampoule" or "sachet" or "spoon" or "teaspoon";

    public static bool IsDose(string? unit) => unit is not null && Doses.Contains(unit);
}
