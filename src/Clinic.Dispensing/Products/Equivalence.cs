using Clinic.Dispensing.Usage;

namespace Clinic.Dispensing.Products;

/// <summary>Compares two quantities of products by what they hold of their active ingredients.</summary>
internal static class Equivalence
{
    /// <summary>Whether one holds no more of any ingredient than the other, of which both have the same; false where that cannot be told.</summary>
    public static bool IsNoMore(DispensableProduct one, decimal oneUnits, DispensableProduct other, decimal otherUnits)
    {
        if (one.Strengths.Count == 0 || one.Strengths.Count != other.Strengths.Count) return false;
        foreach (var strength in one.Strengths)
        {
            var same = other.Strengths.FirstOrDefault(s => string.Equals(s.Ingredient, strength.Ingredient, StringComparison.OrdinalIgnoreCase));
            if (same is null || PerBaseUnit(one, strength) is not { } mine || PerBaseUnit(other, same) is not { } theirs) return false;
            if (DoseConversion.Scaled(strength.Amount.Unit.Code, mine * oneUnits, same.Amount.Unit.Code) is not { } held || held > theirs * otherUnits) return false;
        }

        return true;
    }

    // In the unit of the strength; null where the volume of a base unit is not known.
    private static decimal? PerBaseUnit(DispensableProduct product, ProductStrength strength)
    {
        if (strength.Per is not { } per) return strength.Amount.Value;
        var volume = product.IsCountedInContainers ? product.ContainerContent!.Value : new(1, product.BaseUnit);
        return DoseConversion.Scaled(volume.Unit.Code, volume.Value, per.Unit.Code) is { } millilitres && per.Value > 0 ? strength.Amount.Value * millilitres / per.Value : null;
    }
}
