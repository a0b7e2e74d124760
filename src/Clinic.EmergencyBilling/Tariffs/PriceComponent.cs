using System.Text.Json.Serialization;

namespace Clinic.EmergencyBilling.Tariffs;

/// <summary>One price of a tariff; each billed second belongs to the first time price that matches.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(FlatPrice), "flat")]
[JsonDerivedType(typeof(LinearPrice), "linear")]
[JsonDerivedType(typeof(FirstBlockPrice), "firstBlock")]
[JsonDerivedType(typeof(GraduatedPrice), "graduated")]
[JsonDerivedType(typeof(VolumePrice), "volume")]
[JsonDerivedType(typeof(SubstitutionPrice), "substitution")]
[JsonDerivedType(typeof(ThresholdUnitsPrice), "thresholdUnits")]
public abstract record PriceComponent
{
    private protected PriceComponent(string code, string name, string taxCode)
    {
        Code = code;
        Name = name;
        TaxCode = taxCode;
    }

    /// <summary>The code, unique in the version; 1 to 32 characters.</summary>
    public string Code { get; init; }

    /// <summary>The name for people; 1 to 120 characters.</summary>
    public string Name { get; init; }

    /// <summary>The code of a tax of the version.</summary>
    public string TaxCode { get; init; }

    /// <summary>When it applies; the last time price of a version has none.</summary>
    public Restriction Restriction { get; init; } = Restriction.None;
}
