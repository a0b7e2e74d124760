using Clinic.Abstractions;
using NodaTime;

namespace Clinic.EmergencyBilling.Reports;

/// <summary>One change of times or of prices: who, when, why, before and after.</summary>
/// <param name="At">When it was recorded.</param>
/// <param name="By">Who made it.</param>
/// <param name="Approver">The second person, where there was one; of prices put in force, who wrote them not.</param>
/// <param name="Reason">Why, in the words of who made it.</param>
/// <param name="Time">What it did to a stay; null for prices.</param>
/// <param name="Price">What it did to a tariff; null for stays.</param>
public sealed record ChangeRow(Instant At, PersonId By, PersonId? Approver, string? Reason, TimeChange? Time, PriceChange? Price);
