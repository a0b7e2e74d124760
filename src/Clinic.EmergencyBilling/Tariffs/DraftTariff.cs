using NodaTime;

namespace Clinic.EmergencyBilling.Tariffs;

/// <summary>Writes a version of a tariff that can be simulated, and published later.</summary>
/// <param name="Tariff">The tariff.</param>
/// <param name="Version">The version that was read.</param>
/// <param name="Terms">All prices.</param>
/// <param name="EffectiveFrom">From when on they shall hold, in whole seconds.</param>
/// <param name="Reason">Why, 1 to 500 characters.</param>
/// <param name="EffectiveTo">Until when, exclusive; null for open.</param>
/// <param name="Replaces">The number of a published version that it corrects; its dates are taken over.</param>
public sealed record DraftTariff(
    TariffId Tariff, long Version, TariffTerms Terms, Instant EffectiveFrom, string Reason, Instant? EffectiveTo = null, int? Replaces = null)
    : EmergencyCommand<TariffAnswer>
{
    /// <inheritdoc/>
    public override string Name => "emergency.draft-tariff";
}
