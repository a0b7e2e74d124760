using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Dispensing.Products;

/// <summary>What dispensing must know of a product; frozen on the line when it is requested.</summary>
/// <param name="Presentation">The presentation.</param>
/// <param name="Medication">The medication it presents.</param>
/// <param name="Name">The name for people.</param>
/// <param name="Class">How carefully it is handled.</param>
/// <param name="BaseUnit">The unit in which stock is counted.</param>
/// <param name="Scale">Decimals of a stock quantity, 0 to 6.</param>
/// <param name="Units">Packs in which it may be asked for, besides the base unit.</param>
/// <param name="ContainerContent">What one container (ampoule, vial) holds, or null.</param>
/// <param name="BeyondUse">How long an opened container may be used, or null.</param>
/// <param name="Strengths">The active ingredients.</param>
public sealed record DispensableProduct(
    PresentationId Presentation, MedicationId Medication, string Name, MedicationClass Class, UnitCode BaseUnit, int Scale,
    IReadOnlyList<ProductUnit> Units, Quantity? ContainerContent, Duration? BeyondUse, IReadOnlyList<ProductStrength> Strengths)
{
    /// <summary>Decimals in which the content of a container is accounted for, where stock is counted in containers.</summary>
    public const int ContentScale = 4;

    /// <summary>Whether stock is counted in containers and use in what they hold.</summary>
    public bool IsCountedInContainers => ContainerContent is { } content && content.Unit != BaseUnit;

    /// <summary>The unit in which doses, returns and waste are accounted for.</summary>
    public UnitCode AccountUnit => IsCountedInContainers ? ContainerContent!.Value.Unit : BaseUnit;

    /// <summary>The most decimals of an accounted amount.</summary>
    public const int LargestScale = 6;

    /// <summary>Decimals of an accounted amount; finer entries are refused.</summary>
    public int AccountScale => IsCountedInContainers ? Math.Min(Math.Max(ContentScale, NeededScale), LargestScale) : Scale;

    /// <summary>Whether each stock quantity has an exact amount in the account unit; a product without cannot be dispensed.</summary>
    public bool IsAccountable => !IsCountedInContainers || NeededScale <= LargestScale;

    /// <summary>What one container holds in the account unit; null when there is no container.</summary>
    public decimal? ContainerHolds => ContainerContent?.Value;

    /// <summary>A stock quantity in the account unit.</summary>
    public decimal ToAccount(decimal baseUnits) => IsCountedInContainers ? baseUnits * ContainerContent!.Value.Value : baseUnits;

    /// <summary>An accounted amount in base units; null when stock cannot be split that finely.</summary>
    public decimal? ToBaseUnits(decimal amount)
    {
        var units = IsCountedInContainers ? amount / ContainerContent!.Value.Value : amount;
        return IsWhole(units, Scale) && ToAccount(units) == amount ? units : null;
    }

    /// <summary>The base units that an accounted amount fills; what is left of a container is not one.</summary>
    public decimal WholeBaseUnits(decimal amount)
    {
        var units = IsCountedInContainers ? amount / ContainerContent!.Value.Value : amount;
        return decimal.Round(units, Scale, MidpointRounding.ToZero);
    }

    // Steps of stock times content: four decimals of stock and 2.5 mL make five.
    private int NeededScale
    {
        get
        {
            var decimals = 0;
            while (!IsWhole(ContainerContent!.Value.Value, decimals)) decimals++;
            return Scale + decimals;
        }
    }

    /// <summary>Whether an amount has no more decimals than a scale.</summary>
    public static bool IsWhole(decimal amount, int scale) => decimal.Round(amount, scale) == amount;

    /// <summary>Base units in one of a unit; null when the product is not asked for in it.</summary>
    public decimal? UnitsPer(UnitCode unit) => unit == BaseUnit ? 1 : Units.FirstOrDefault(u => u.Unit == unit)?.BaseUnits;
}
