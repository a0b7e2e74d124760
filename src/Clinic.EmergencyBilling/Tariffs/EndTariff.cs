using NodaTime;

namespace Clinic.EmergencyBilling.Tariffs;

/// <summary>Gives the open version of a tariff an end; from then on a less specific tariff prices.</summary>
/// <param name="Tariff">The tariff.</param>
/// <param name="Version">The version that was read.</param>
/// <param name="At">The first instant it no longer prices, in whole seconds and not in the past.</param>
/// <param name="Reason">Why, 1 to 500 characters.</param>
public sealed record EndTariff(TariffId Tariff, long Version, Instant At, string Reason) : EmergencyCommand<TariffAnswer>
{
    /// <inheritdoc/>
    public override string Name => "emergency.end-tariff";
}
