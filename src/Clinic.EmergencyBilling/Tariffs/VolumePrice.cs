namespace Clinic.EmergencyBilling.Tariffs;

/// <summary>An amount per hour chosen by the whole time and applied to all of it.</summary>
/// <remarks>Not monotone: one second more may cost less.</remarks>
/// <param name="Code">The component's code, unique in the version.</param>
/// <param name="Name">The name for people.</param>
/// <param name="TaxCode">A tax of the version.</param>
/// <param name="Tiers">Tiers by rising limits, the last without one.</param>
/// <param name="Boundary">Whether exactly a limit belongs to the tier below.</param>
public sealed record VolumePrice(
    string Code, string Name, string TaxCode, IReadOnlyList<PriceTier> Tiers, LimitBoundary Boundary)
    : PriceComponent(Code, Name, TaxCode);
