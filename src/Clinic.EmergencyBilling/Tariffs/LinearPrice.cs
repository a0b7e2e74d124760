namespace Clinic.EmergencyBilling.Tariffs;

/// <summary>An amount per hour, exact to the second.</summary>
/// <param name="Code">The component's code, unique in the version.</param>
/// <param name="Name">The name for people.</param>
/// <param name="TaxCode">A tax of the version.</param>
/// <param name="PerHour">The amount for one hour.</param>
public sealed record LinearPrice(
    string Code, string Name, string TaxCode, decimal PerHour)
    : PriceComponent(Code, Name, TaxCode);
