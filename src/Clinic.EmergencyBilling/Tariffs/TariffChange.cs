using Clinic.Abstractions;
using NodaTime;

namespace Clinic.EmergencyBilling.Tariffs;

/// <summary>One entry in the history of a tariff; entries are append-only.</summary>
/// <param name="Sequence">Counts the changes of the tariff, from 1; the version of the tariff after it.</param>
/// <param name="Kind">What was done.</param>
/// <param name="Number">The version it was done to; null for the tariff itself.</param>
/// <param name="By">Who did it.</param>
/// <param name="At">When.</param>
/// <param name="Reason">Why, in the words of who did it.</param>
/// <param name="EndBefore">Until when the version in force held before; null when open or untouched.</param>
/// <param name="EndAfter">Until when it holds since; null when open or untouched.</param>
public sealed record TariffChange(
    long Sequence, TariffChangeKind Kind, int? Number, PersonId By, Instant At, string Reason, Instant? EndBefore = null, Instant? EndAfter = null);
