using Clinic.Abstractions;
using Clinic.Dispensing.Products;
using Clinic.Dispensing.Usage;
using FsCheck.Fluent;

namespace Clinic.Dispensing.Tests.Usage;

public sealed class DoseConversionTests
{
    private static readonly UnitCode Ml = UnitCode.Millilitre;

    private static readonly DispensableProduct Fentanyl = Product(UnitCode.Ampoule, 0, new Quantity(2, Ml), [new("fentanyl", new(0.1m, UnitCode.Milligram), new Quantity(2, Ml))]);

    private static readonly DispensableProduct Insulin = Product(new("{vial}"), 0, new Quantity(10, Ml), [new("insulin", new(100, new UnitCode("U")), new Quantity(1, Ml))]);

    private static readonly DispensableProduct Syrup = Product(Ml, 1, null, [new("paracetamol", new(120, UnitCode.Milligram), new Quantity(5, Ml))]);

    private static readonly DispensableProduct Tablet = Product(UnitCode.Tablet, 1, null, [new("paracetamol", new(500, UnitCode.Milligram))]);

    private static readonly DispensableProduct Mixture = Product(Ml, 1, null, [new("a", new(10, UnitCode.Milligram), new Quantity(1, Ml)), new("b", new(20, UnitCode.Milligram), new Quantity(1, Ml))]);

    public static TheoryData<string, string, decimal, string, decimal?, decimal> Converting => new()
    {
        { "fentanyl", "through the concentration", 50, "ug", null, 1 },
        { "fentanyl", "in mg", 0.05m, "mg", null, 1 },
        { "fentanyl", "in millilitres", 0.5m, "mL", null, 0.5m },
        { "fentanyl", "in ampoules", 1, "{ampule}", null, 2 },
        { "fentanyl", "per kilogram", 1, "ug/kg", 50, 1 },
        { "fentanyl", "in litres", 0.001m, "L", null, 1 },
        { "insulin", "in units", 10, "U", null, 0.1m },
        { "insulin", "in international units", 25, "[iU]", null, 0.25m },
        { "syrup", "in mg", 60, "mg", null, 2.5m },
        { "syrup", "per kilogram", 15, "mg/kg", 8, 5 },
        { "tablet", "in grams", 1, "g", null, 2 },
        { "tablet", "half of one", 250, "mg", null, 0.5m },
    };

    [Theory]
    [MemberData(nameof(Converting))]
    public void A_dose_converts_exactly(string product, string why, decimal value, string unit, decimal? weight, decimal expected)
    {
        var failures = DoseConversion.TryConvert(Named(product), new(value, new(unit)), weight, out var converted);

        Assert.True(failures.Count == 0, $"{why}: {string.Join(", ", failures)}");
        Assert.Equal(expected, converted!.Amount);
    }

    public static TheoryData<string, decimal, string, decimal?, string> Refused => new()
    {
        { "fentanyl", 0, "mg", null, DispensingRules.QuantityNotPositive },
        { "fentanyl", -1, "mL", null, DispensingRules.QuantityNotPositive },
        { "fentanyl", 1, "meq", null, DispensingRules.UnitNotConvertible },
        { "fentanyl", 1, "U", null, DispensingRules.UnitNotConvertible },
        { "fentanyl", 1, "{tbl}", null, DispensingRules.UnitNotConvertible },
        { "fentanyl", 1, "ug/kg", null, DispensingRules.WeightNeeded },
        { "fentanyl", 1, "ug/kg", 0, DispensingRules.WeightNeeded },
        { "fentanyl", 1, "ug/kg", 900, DispensingRules.WeightNeeded },
        { "fentanyl", 0.00001m, "mL", null, DispensingRules.DoseTooFine },
        { "syrup", 100, "mg", null, DispensingRules.DoseTooFine },
        { "syrup", 2.55m, "mL", null, DispensingRules.DoseTooFine },
        { "mixture", 5, "mg", null, DispensingRules.ConcentrationAmbiguous },
        { "tablet", 1, "mL", null, DispensingRules.UnitNotConvertible },
        { "tablet", 10_000_000_000m, "{tbl}", null, DispensingRules.QuantityTooLarge },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_does_not_convert_is_refused_and_never_rounded(string product, decimal value, string unit, decimal? weight, string code)
    {
        var failures = DoseConversion.TryConvert(Named(product), new(value, new(unit)), weight, out var converted);

        Assert.Null(converted);
        Assert.Equal(code, Assert.Single(failures).Code);
    }

    [Fact]
    public void A_dose_in_mass_and_the_volume_it_comes_to_are_the_same() =>
        Prop.ForAll(Arb.From(Gen.Choose(1, 100_000)), tenths =>
        {
            var volume = tenths / 10m;
            DoseConversion.TryConvert(Syrup, new(volume * 24, UnitCode.Milligram), null, out var byMass);
            DoseConversion.TryConvert(Syrup, new(volume, Ml), null, out var byVolume);
            return byMass!.Amount == byVolume!.Amount && byVolume.Amount == volume;
        }).Holds();

    [Fact]
    public void A_container_and_its_content_convert_back_and_forth() =>
        Prop.ForAll(Arb.From(Gen.Choose(1, 10_000)), count => Fentanyl.ToBaseUnits(Fentanyl.ToAccount(count)) == count).Holds();

    private static DispensableProduct Named(string name) => name switch
    {
        "fentanyl" => Fentanyl,
        "insulin" => Insulin,
        "syrup" => Syrup,
        "mixture" => Mixture,
        _ => Tablet,
    };

    private static DispensableProduct Product(UnitCode unit, int scale, Quantity? content, IReadOnlyList<ProductStrength> strengths) => new(
        new(new Guid(1, 2, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1)), new(new Guid(2, 2, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1)), "product", MedicationClass.Standard, unit,
        scale, [], content, null, strengths);
}
