using Clinic.Abstractions;
using NodaTime;

namespace Clinic.EmergencyBilling.Tariffs;

/// <summary>The content of an event about a tariff.</summary>
/// <param name="Tariff">The tariff.</param>
/// <param name="Site">Its site.</param>
/// <param name="Number">The version of prices.</param>
/// <param name="ContentHash">The hash of the prices.</param>
/// <param name="EffectiveFrom">From when on they hold.</param>
public sealed record TariffHappening(TariffId Tariff, SiteId Site, int Number, string ContentHash, Instant EffectiveFrom);
