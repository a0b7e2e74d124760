using Clinic.Abstractions;
using Clinic.Dispensing.Spoken.Reading;

namespace Clinic.Dispensing.Spoken;

/// <summary>What units have to do with each other and with a presentation.</summary>
/// <seealso href="https://ucum.org/ucum"/>
internal static class SpokenUnits
{
    private static readonly Dictionary<string, (string Dimension, decimal Factor)> Measures = new(StringComparer.Ordinal)
    {
        ["ng"] = ("mass", 0.001m),
        ["ug"] = ("mass", 1m),
        ["mg"] = ("mass", 1_000m),
        ["g"] = ("mass", 1_000_000m),
        ["kg"] = ("mass", 1_000_000_000m),
        ["uL"] = ("volume", 0.001m),
        ["mL"] = ("volume", 1m),
        ["dL"] = ("volume", 100m),
        ["L"] = ("volume", 1_000m),
        ["[iU]"] = ("international", 1m),
        ["k[iU]"] = ("international", 1_000m),
        ["U"] = ("units", 1m),
        ["meq"] = ("equivalents", 1m),
        ["mmol"] = ("moles", 1m),
    };

    public static UnitCode Loose { get; } = new("{loose}");

    public static UnitCode International { get; } = new("[iU]");

    /// <summary>An amount in the smallest unit of its dimension; null for counted things.</summary>
    public static (string Dimension, decimal Value)? Measure(Quantity quantity) =>
        Measures.TryGetValue(quantity.Unit.Code, out var measure) ? (measure.Dimension, quantity.Value * measure.Factor) : null;

    /// <summary>Left over right, when both measure the same thing and right is more than zero.</summary>
    public static Share? Ratio(Quantity left, Quantity right) =>
        Measure(left) is { } l && Measure(right) is { } r && l.Dimension == r.Dimension && r.Value > 0 ? new(l.Value, r.Value) : null;

    public static bool IsCounted(UnitCode unit) => unit.Code[0] == '{' || unit == new UnitCode("[drp]");

    /// <summary>An amount in the base unit, when the unit said counts or measures the same; else null.</summary>
    public static Quantity? InBaseUnit(Quantity quantity, SpokenPresentation presentation)
    {
        if (CountsAs(quantity.Unit.Code, presentation.BaseUnit.Code)) return new(quantity.Value, presentation.BaseUnit);
        return Ratio(quantity, new Quantity(1, presentation.BaseUnit)) is { } share ? new(Plain(share.Part / share.Whole), presentation.BaseUnit) : null;
    }

    /// <summary>How many base units an amount takes up, through content and strength where needed; null when nothing says how.</summary>
    public static Share? BaseUnitsOf(Quantity quantity, SpokenPresentation presentation)
    {
        if (InBaseUnit(quantity, presentation) is { } direct) return new(direct.Value, 1);
        if (VolumeIn(quantity, presentation) is { } volume) return volume;
        if (presentation.Strength is not { } strength || Ratio(quantity, strength.Amount) is not { } times) return null;
        if (strength.Per is not { } per) return times;
        return VolumeIn(per, presentation) is { } each ? new(times.Part * each.Part, times.Whole * each.Whole) : null;
    }

    /// <summary>What "unidades" may mean of a presentation: pieces, international units, or both.</summary>
    public static IReadOnlyList<UnitCode> LooseMeanings(SpokenPresentation presentation, bool isDose)
    {
        var active = presentation.Strength?.Amount.Unit ?? presentation.BaseUnit;
        var pieces = IsCounted(presentation.BaseUnit) ? presentation.BaseUnit : UnitCode.Each;
        if (active.Code is not ("[iU]" or "k[iU]" or "U")) return [pieces];
        var units = active.Code == "U" ? active : International;
        return isDose || !IsCounted(presentation.BaseUnit) ? [units] : [pieces, units];
    }

    /// <summary>The same figure without zeros at its end.</summary>
    public static decimal Plain(decimal value) => value / 1.0000000000000000000000000000m;

    private static Share? VolumeIn(Quantity volume, SpokenPresentation presentation)
    {
        if (Measure(volume) is not { Dimension: "volume" }) return null;
        var whole = presentation.ContainerContent ?? new Quantity(1, presentation.BaseUnit);
        return IsCounted(presentation.BaseUnit) ? Ratio(volume, whole) : Ratio(volume, new Quantity(1, presentation.BaseUnit));
    }

    // People say "frasco" for a vial; a piece may be of any kind, a box is not one.
    private static bool CountsAs(string said, string baseUnit) =>
        string.Equals(said, baseUnit, StringComparison.Ordinal)
        || (said is "{vial}" or "{bottle}" && baseUnit is "{vial}" or "{bottle}")
        || (baseUnit == "{each}" && UnitWords.OfCode(said) is { Kind: UnitKind.Count } && said is not ("{box}" or "{blister}"))
        || (said == "{each}" && baseUnit[0] == '{');
}
