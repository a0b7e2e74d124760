using Clinic.EmergencyBilling.Tariffs;
using NodaTime;

namespace Clinic.EmergencyBilling.Statements;

/// <summary>A version of a tariff that priced lines of a statement.</summary>
/// <param name="Tariff">The tariff.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Number">The number of the version.</param>
/// <param name="ContentHash">The hash of its prices; what is looked up later must have it.</param>
/// <param name="EffectiveFrom">From when on it holds.</param>
public sealed record PricedBy(TariffId Tariff, string Name, int Number, string ContentHash, Instant EffectiveFrom);
