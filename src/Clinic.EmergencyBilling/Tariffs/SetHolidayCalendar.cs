using NodaTime;

namespace Clinic.EmergencyBilling.Tariffs;

/// <summary>Writes the next version of the holiday calendar of the caller's site.</summary>
/// <param name="Version">The version that was read; 0 for the first.</param>
/// <param name="Title">The name of the calendar, 1 to 60 characters.</param>
/// <param name="From">The first date it speaks of.</param>
/// <param name="Through">The last date it speaks of.</param>
/// <param name="Holidays">The holidays, each date once, substitute days included.</param>
/// <param name="Reason">Why, 1 to 500 characters.</param>
public sealed record SetHolidayCalendar(
    int Version, string Title, LocalDate From, LocalDate Through, IReadOnlyList<Holiday> Holidays, string Reason) : EmergencyCommand<CalendarAnswer>
{
    /// <inheritdoc/>
    public override string Name => "emergency.set-holiday-calendar";
}
