namespace Clinic.EmergencyBilling.Tariffs;

/// <summary>Makes a tariff for a key at the caller's site, without prices yet.</summary>
/// <param name="TariffName">The name for people, 1 to 120 characters.</param>
/// <param name="Key">For whom; each key once per site.</param>
/// <param name="Reason">Why, 1 to 500 characters.</param>
public sealed record CreateTariff(string TariffName, TariffKey Key, string Reason) : EmergencyCommand<TariffAnswer>
{
    /// <inheritdoc/>
    public override string Name => "emergency.create-tariff";
}
