using System.Collections.Frozen;
using System.Globalization;
using NodaTime;

namespace Clinic.EmergencyBilling.Tariffs;

/// <summary>The holidays of a range of dates, in one version.</summary>
/// <remarks>A date outside the range is not an ordinary day: a price that asks about it is refused.</remarks>
public sealed class HolidayCalendar
{
    private const int MostHolidays = 2_000;

    private readonly FrozenSet<LocalDate> dates;

    /// <summary>A calendar.</summary>
    /// <param name="name">Its name, such as the country; 1 to 60 characters.</param>
    /// <param name="version">Counts its versions, from 1.</param>
    /// <param name="from">The first date it speaks of.</param>
    /// <param name="through">The last date it speaks of.</param>
    /// <param name="holidays">The holidays, each date once.</param>
    /// <exception cref="EmergencyBillingException">Dates twice or outside, names malformed; all of it at once.</exception>
    public HolidayCalendar(string name, int version, LocalDate from, LocalDate through, IReadOnlyList<Holiday> holidays)
    {
        ArgumentNullException.ThrowIfNull(holidays);
        var failures = new Failures();
        Check(failures, name, version, from, through, holidays);
        failures.ThrowIfAny();
        Name = name;
        Version = version;
        Label = string.Create(CultureInfo.InvariantCulture, $"{name} {version}");
        From = from;
        Through = through;
        Holidays = [.. holidays.OrderBy(h => h.Date)];
        dates = holidays.Select(h => h.Date).ToFrozenSet();
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Counts its versions, from 1.</summary>
    public int Version { get; }

    /// <summary>The first date it speaks of.</summary>
    public LocalDate From { get; }

    /// <summary>The last date it speaks of.</summary>
    public LocalDate Through { get; }

    internal string Label { get; }

    /// <summary>The holidays by date.</summary>
    public IReadOnlyList<Holiday> Holidays { get; }

    /// <summary>Whether a local date is a holiday.</summary>
    /// <exception cref="EmergencyBillingException">The calendar does not speak of the date.</exception>
    public bool IsHoliday(LocalDate date) =>
        date >= From && date <= Through
            ? dates.Contains(date)
            : throw new EmergencyBillingException(EmergencyBillingRules.CalendarEnds,
                ("calendar", Name), ("from", From), ("through", Through), ("date", date));

    internal static void Check(Failures failures, string name, int version, LocalDate from, LocalDate through, IReadOnlyList<Holiday> holidays)
    {
        failures.Text("calendar.name", name, 60);
        failures.Field("calendar.version", version >= 1, version, "1 or more");
        failures.Require(from <= through, EmergencyBillingRules.EndBeforeStart, ("field", "calendar"), ("start", from), ("end", through));
        failures.Field("calendar.holidays", holidays.Count <= MostHolidays, holidays.Count, $"at most {MostHolidays}");
        var seen = new HashSet<LocalDate>();
        foreach (var holiday in holidays)
        {
            failures.Text("holiday.name", holiday.Name, 120);
            failures.Require(seen.Add(holiday.Date), EmergencyBillingRules.HolidayTwice, ("date", holiday.Date));
            failures.Field("holiday.date", holiday.Date >= from && holiday.Date <= through, holiday.Date, "a date that the calendar speaks of");
        }
    }
}
