namespace Clinic.EmergencyBilling.Tariffs;

/// <summary>Puts a draft in force.</summary>
/// <param name="Tariff">The tariff.</param>
/// <param name="Version">The version that was read.</param>
/// <param name="Number">The draft.</param>
/// <param name="Reason">Why it is right, 1 to 500 characters.</param>
public sealed record PublishTariff(TariffId Tariff, long Version, int Number, string Reason) : EmergencyCommand<TariffAnswer>
{
    /// <inheritdoc/>
    public override string Name => "emergency.publish-tariff";
}
