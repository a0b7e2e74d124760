namespace Clinic.EmergencyBilling.Tariffs;

/// <summary>The kind of a tax rate, said explicitly.</summary>
public enum TaxCategory
{
    /// <summary>The usual rate.</summary>
    Standard,

    /// <summary>A lower rate.</summary>
    Reduced,

    /// <summary>Taxed at zero percent.</summary>
    Zero,

    /// <summary>Outside the tax.</summary>
    Exempt,
}
