using Clinic.Abstractions;
using NodaTime;

namespace Clinic.EmergencyBilling.Tariffs;

/// <summary>The whole state of one version of a tariff, as stores keep it.</summary>
/// <param name="Number">Counts the versions, from 1.</param>
/// <param name="EffectiveFrom">From when on it prices, inclusive, in whole seconds.</param>
/// <param name="EffectiveTo">Until when, exclusive; null while open.</param>
/// <param name="Terms">The prices.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="WrittenAt">When it was written.</param>
/// <param name="Reason">Why, 1 to 500 characters.</param>
/// <param name="Replaces">The number of the version it corrects, or null.</param>
/// <param name="Approver">Who published it; null for a draft.</param>
/// <param name="PublishedAt">When it was published; null for a draft.</param>
/// <param name="ContentHash">SHA-256 of key, currency, start and prices, in lower-case hex.</param>
public sealed record TariffVersionSnapshot(
    int Number, Instant EffectiveFrom, Instant? EffectiveTo, TariffTerms Terms, TariffStatus Status, PersonId Author, Instant WrittenAt, string Reason,
    int? Replaces, PersonId? Approver, Instant? PublishedAt, string ContentHash);
