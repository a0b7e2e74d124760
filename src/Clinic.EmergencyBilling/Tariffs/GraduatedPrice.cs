namespace Clinic.EmergencyBilling.Tariffs;

/// <summary>An amount per hour that changes as time passes; each tier prices its own stretch.</summary>
/// <param name="Code">The component's code, unique in the version.</param>
/// <param name="Name">The name for people.</param>
/// <param name="TaxCode">A tax of the version.</param>
/// <param name="Tiers">Tiers by rising limits, the last without one.</param>
public sealed record GraduatedPrice(
    string Code, string Name, string TaxCode, IReadOnlyList<PriceTier> Tiers)
    : PriceComponent(Code, Name, TaxCode);
