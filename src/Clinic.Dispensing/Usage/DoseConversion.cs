using Clinic.Abstractions;
using Clinic.Dispensing.Products;

namespace Clinic.Dispensing.Usage;

/// <summary>Turns a dose in any fitting unit into the account unit of the product, exactly or not at all.</summary>
/// <remarks>Mass goes through the strength, a dose per kilogram through the weight. Nothing is rounded.</remarks>
public static class DoseConversion
{
    /// <summary>The most of a product that one entry can be about, in the account unit.</summary>
    public const decimal MostAmount = 1_000_000;

    /// <summary>The heaviest weight of a person, in kilograms.</summary>
    public const decimal HeaviestKg = 650;

    private const string PerKilogram = "/kg";
    private const string WeightAllowed = "more than 0 to 650 kg";

    private static readonly Dictionary<string, (string Dimension, decimal Factor)> Metric = new(StringComparer.Ordinal)
    {
        ["kg"] = ("mass", 1_000_000m),
        ["g"] = ("mass", 1_000m),
        ["mg"] = ("mass", 1m),
        ["ug"] = ("mass", 0.001m),
        ["mcg"] = ("mass", 0.001m),
        ["ng"] = ("mass", 0.000_001m),
        ["L"] = ("volume", 1_000m),
        ["dL"] = ("volume", 100m),
        ["mL"] = ("volume", 1m),
        ["uL"] = ("volume", 0.001m),
        ["[iU]"] = ("units", 1m),
        ["U"] = ("units", 1m),
    };

    /// <summary>Converts a dose.</summary>
    /// <param name="product">The product, with its strengths and container.</param>
    /// <param name="dose">The dose as entered.</param>
    /// <param name="weightKg">The weight in kilograms, for a dose per kilogram; null when not known.</param>
    /// <param name="converted">The dose in the account unit; null when it does not convert.</param>
    /// <returns>Every reason why not; empty when it converts.</returns>
    public static IReadOnlyList<RuleFailure> TryConvert(DispensableProduct product, Quantity dose, decimal? weightKg, out ConvertedDose? converted)
    {
        ArgumentNullException.ThrowIfNull(product);
        converted = null;
        var failures = new List<RuleFailure>();
        if (dose.Value <= 0) failures.Add(new(DispensingRules.QuantityNotPositive, ("found", dose)));
        if (dose.Value > 1_000_000_000m) failures.Add(new(DispensingRules.QuantityTooLarge, ("found", dose), ("allowed", 1_000_000_000m)));
        if (weightKg is <= 0 or > HeaviestKg) failures.Add(new(DispensingRules.WeightNeeded, ("found", dose.Unit), ("allowed", WeightAllowed)));
        var unit = dose.Unit.Code;
        var value = dose.Value;
        if (unit.EndsWith(PerKilogram, StringComparison.Ordinal))
        {
            if (weightKg is null) failures.Add(new(DispensingRules.WeightNeeded, ("found", dose.Unit), ("allowed", WeightAllowed)));
            unit = unit[..^PerKilogram.Length];
            if (unit.Length == 0) failures.Add(new(DispensingRules.UnitNotConvertible, ("found", dose.Unit), ("unit", product.AccountUnit), ("allowed", string.Join(", ", Known(product)))));
            if (failures.Count > 0) return failures;
            value *= weightKg!.Value;
        }

        if (failures.Count > 0) return failures;
        var exact = ToAccountUnit(product, unit, value, failures);
        if (exact is not { } amount) return failures;
        if (amount > MostAmount)
        {
            failures.Add(new(DispensingRules.QuantityTooLarge, ("found", dose), ("allowed", new Quantity(MostAmount, product.AccountUnit))));
            return failures;
        }

        if (!DispensableProduct.IsWhole(amount, product.AccountScale))
        {
            failures.Add(new(DispensingRules.DoseTooFine, ("found", dose), ("exact", decimal.Round(amount, 8)), ("unit", product.AccountUnit), ("allowed", product.AccountScale)));
            return failures;
        }

        converted = new(dose, amount);
        return failures;
    }

    internal static ConvertedDose? Convert(DispensableProduct product, Quantity dose, decimal? weightKg, Failures failures)
    {
        var refused = TryConvert(product, dose, weightKg, out var converted);
        foreach (var failure in refused) failures.Add(failure);
        return converted;
    }

    private static decimal? ToAccountUnit(DispensableProduct product, string unit, decimal value, List<RuleFailure> failures)
    {
        var account = product.AccountUnit.Code;
        if (Scaled(unit, value, account) is { } direct) return direct;
        if (product.IsCountedInContainers && unit == product.BaseUnit.Code) return product.ToAccount(value);
        if (product.UnitsPer(new UnitCode(unit)) is { } units) return product.ToAccount(value * units);
        // A container that stock is counted by the millilitre still has its name only in the pack levels; strengths come last.
        var fits = product.Strengths
            .Select(s => (Strength: s, In: Scaled(unit, value, s.Amount.Unit.Code)))
            .Where(s => s.In is not null)
            .ToList();
        if (fits.Count > 1)
        {
            failures.Add(new(DispensingRules.ConcentrationAmbiguous, ("found", new Quantity(value, new UnitCode(unit))), ("unit", product.AccountUnit)));
            return null;
        }

        if (fits.Count == 1 && ByStrength(product, fits[0].Strength, fits[0].In!.Value) is { } through) return through;
        failures.Add(new(DispensingRules.UnitNotConvertible, ("found", new UnitCode(unit)), ("unit", product.AccountUnit), ("allowed", string.Join(", ", Known(product)))));
        return null;
    }

    private static decimal? ByStrength(DispensableProduct product, ProductStrength strength, decimal amount)
    {
        if (strength.Amount.Value <= 0) return null;
        if (strength.Per is not { } per) return product.ToAccount(Divide(amount, strength.Amount.Value));
        return Scaled(per.Unit.Code, Divide(amount * per.Value, strength.Amount.Value), product.AccountUnit.Code);
    }

    // Twenty-eight digits leave 5/3 as 1.666…7: far finer than any scale, so it is refused rather than taken for exact.
    private static decimal Divide(decimal amount, decimal by) => amount / by;

    internal static decimal? Scaled(string from, decimal value, string to)
    {
        if (from == to) return value;
        if (!Metric.TryGetValue(from, out var a) || !Metric.TryGetValue(to, out var b) || a.Dimension != b.Dimension) return null;
        return value * a.Factor / b.Factor;
    }

    private static IEnumerable<string> Known(DispensableProduct product)
    {
        yield return product.AccountUnit.Code;
        if (product.IsCountedInContainers) yield return product.BaseUnit.Code;
        foreach (var unit in product.Units) yield return unit.Unit.Code;
        foreach (var strength in product.Strengths) yield return strength.Amount.Unit.Code;
    }
}
