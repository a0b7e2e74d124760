using Clinic.Abstractions;

namespace Clinic.EmergencyBilling.Tariffs;

/// <summary>The whole state of a <see cref="Tariff"/>, as stores keep it.</summary>
/// <param name="Id">The id.</param>
/// <param name="Name">The name for people, 1 to 120 characters.</param>
/// <param name="Key">For whom it is.</param>
/// <param name="Currency">The currency of all its amounts.</param>
/// <param name="Versions">Its versions by number.</param>
/// <param name="Version">Counts the changes of the aggregate, from 1.</param>
public sealed record TariffSnapshot(
    TariffId Id, string Name, TariffKey Key, Currency Currency, IReadOnlyList<TariffVersionSnapshot> Versions, long Version);
