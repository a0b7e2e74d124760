using Clinic.Spoken;

namespace Clinic.Dispensing.Spoken.Reading;

/// <summary>Every unit that is understood, in both languages.</summary>
/// <seealso href="https://ucum.org/ucum"/>
internal static class UnitWords
{
    public static IReadOnlyList<UnitWord> Table { get; } =
    [
        Count("{ampule}", ["ampolla", "ampollas", "ámpula", "ámpulas"], ["ampoule", "ampoules", "ampule", "ampules", "amp", "amps"]),
        Count("{tbl}", ["tableta", "tabletas", "comprimido", "comprimidos", "pastilla", "pastillas", "gragea", "grageas"], ["tablet", "tablets", "tab", "tabs", "pill", "pills"]),
        Count("{cap}", ["cápsula", "cápsulas"], ["capsule", "capsules", "caps"]),
        Count("{vial}", ["vial", "viales", "frasco ampolla", "frascos ampolla", "frasco ampollas", "frascos ampollas"], ["vial", "vials"]),
        Count("{bottle}", ["frasco", "frascos", "botella", "botellas"], ["bottle", "bottles"]),
        Count("{syringe}", ["jeringa", "jeringas", "jeringuilla", "jeringuillas", "jeringa prellenada", "jeringas prellenadas"], ["syringe", "syringes", "prefilled syringe", "prefilled syringes"]),
        Count("{pen}", ["pluma", "plumas", "lapicero", "lapiceros"], ["pen", "pens"]),
        Count("{patch}", ["parche", "parches"], ["patch", "patches"]),
        Count("{suppository}", ["supositorio", "supositorios"], ["suppository", "suppositories"]),
        Count("{sachet}", ["sobre", "sobres"], ["sachet", "sachets"]),
        Count("{puff}", ["inhalación", "inhalaciones", "disparo", "disparos"], ["puff", "puffs"]),
        Count("{bag}", ["funda", "fundas", "bolsa", "bolsas"], ["bag", "bags"]),
        Count("{tube}", ["tubo", "tubos"], ["tube", "tubes"]),
        Count("{box}", ["caja", "cajas"], ["box", "boxes"]),
        Count("{blister}", ["blíster", "blísteres", "blísters"], ["blister", "blisters"]),
        Count("{each}", ["pieza", "piezas"], ["piece", "pieces", "item", "items"]),
        Count("[drp]", ["gota", "gotas"], ["drop", "drops"]),
        Measure("ng", ["nanogramo", "nanogramos"], ["nanogram", "nanograms"], "ng"),
        Measure("ug", ["microgramo", "microgramos"], ["microgram", "micrograms", "mic", "mics"], "ug", "mcg"),
        Measure("mg", ["miligramo", "miligramos"], ["milligram", "milligrams", "milligramme", "milligrammes"], "mg"),
        Measure("g", ["gramo", "gramos"], ["gram", "grams", "gramme", "grammes"], "g"),
        Measure("kg", ["kilogramo", "kilogramos", "kilo", "kilos"], ["kilogram", "kilograms"], "kg", "kgs"),
        Measure("mL", ["mililitro", "mililitros"], ["milliliter", "milliliters", "millilitre", "millilitres"], "ml", "mls", "cc"),
        Measure("L", ["litro", "litros"], ["liter", "liters", "litre", "litres"], "l", "lt"),
        Measure("[iU]", ["unidad internacional", "unidades internacionales"], ["international unit", "international units"], "ui", "iu", "u i", "i u"),
        Measure("meq", ["miliequivalente", "miliequivalentes"], ["milliequivalent", "milliequivalents"], "meq"),
        Measure("mmol", ["milimol", "milimoles"], ["millimole", "millimoles"], "mmol"),
        new("{loose}", UnitKind.Loose, ["unidad", "unidades"], ["unit", "units"], ["u"]),
    ];

    private static readonly Phrases<UnitWord> Phrases = new(Table.SelectMany(u => u.All.Distinct().Select(phrase => (phrase, u))));

    private static readonly Dictionary<string, UnitWord> ByCode = Table.ToDictionary(u => u.Code, StringComparer.Ordinal);

    /// <summary>Whether one word alone is a unit.</summary>
    public static bool IsUnit(string folded) => Phrases.Has(folded);

    public static (UnitWord Meaning, int Next)? At(IReadOnlyList<Token> tokens, int i) => Phrases.At(tokens, i);

    public static UnitWord? OfCode(string code) => ByCode.GetValueOrDefault(code);

    private static UnitWord Count(string code, string[] spanish, string[] english) => new(code, UnitKind.Count, spanish, english, []);

    private static UnitWord Measure(string code, string[] spanish, string[] english, params string[] signs) => new(code, UnitKind.Measure, spanish, english, signs);
}
