namespace Clinic.EmergencyBilling.Tariffs;

/// <summary>An amount beside the time: an entry fee, a daily bed.</summary>
/// <param name="Code">The component's code, unique in the version.</param>
/// <param name="Name">The name for people.</param>
/// <param name="TaxCode">A tax of the version.</param>
/// <param name="Price">The amount.</param>
/// <param name="Per">How often.</param>
public sealed record FlatPrice(
    string Code, string Name, string TaxCode, decimal Price, FlatPer Per)
    : PriceComponent(Code, Name, TaxCode);
