namespace Clinic.EmergencyBilling.Tariffs;

/// <summary>What is answered to a change of a tariff.</summary>
/// <param name="Tariff">The tariff.</param>
/// <param name="Version">Its version after the change, to send with the next one.</param>
/// <param name="Number">The number of the version of prices that was written, published or ended.</param>
/// <param name="ContentHash">The hash of those prices.</param>
public sealed record TariffAnswer(TariffId Tariff, long Version, int? Number = null, string? ContentHash = null);
