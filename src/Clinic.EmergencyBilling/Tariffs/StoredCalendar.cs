using Clinic.Abstractions;
using NodaTime;

namespace Clinic.EmergencyBilling.Tariffs;

/// <summary>A version of a site's calendar with who wrote it and why; versions are append-only.</summary>
/// <param name="Calendar">The calendar.</param>
/// <param name="By">Who wrote it.</param>
/// <param name="At">When.</param>
/// <param name="Reason">Why.</param>
public sealed record StoredCalendar(HolidayCalendar Calendar, PersonId By, Instant At, string Reason);
