using Clinic.Abstractions;
using Clinic.EmergencyBilling.Tariffs;
using NodaTime;

namespace Clinic.EmergencyBilling.Reports;

/// <summary>What was done to a tariff, value by value.</summary>
/// <param name="Tariff">The tariff.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Kind">What was done.</param>
/// <param name="Number">The version; null for the tariff itself.</param>
/// <param name="Hash">The hash of that version's prices.</param>
/// <param name="Author">Who wrote that version.</param>
/// <param name="EffectiveFrom">From when on it prices.</param>
/// <param name="ComparedWith">The version whose values stand before; null where there was none.</param>
/// <param name="Differences">Every value in which they differ; none where no prices were written or put in force.</param>
/// <param name="EndBefore">Until when the version in force held before; null when open or untouched.</param>
/// <param name="EndAfter">Until when it holds since; null when open or untouched.</param>
public sealed record PriceChange(
    TariffId Tariff, string Name, TariffChangeKind Kind, int? Number, string? Hash, PersonId? Author, Instant? EffectiveFrom, int? ComparedWith,
    IReadOnlyList<TermsDifference> Differences, Instant? EndBefore, Instant? EndAfter);
