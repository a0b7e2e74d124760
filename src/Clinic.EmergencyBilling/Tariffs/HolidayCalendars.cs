using System.Globalization;
using Clinic.Abstractions;
using Clinic.EmergencyBilling.Rights;

namespace Clinic.EmergencyBilling.Tariffs;

/// <summary>Keeps the holidays of a site; every change is a new version.</summary>
public sealed class HolidayCalendars
{
    private readonly IUnitOfWork work;
    private readonly IHolidayCalendarStore calendars;
    private readonly ITariffStore tariffs;

    internal HolidayCalendars(IUnitOfWork work, IHolidayCalendarStore calendars, ITariffStore tariffs)
    {
        this.work = work;
        this.calendars = calendars;
        this.tariffs = tariffs;
    }

    /// <summary>Writes the next version.</summary>
    /// <exception cref="EmergencyBillingException">A date is there twice or outside, the version is stale, or the role is missing.</exception>
    public Task<CalendarAnswer> SetAsync(CommandContext x, SetHolidayCalendar command, CancellationToken cancellationToken = default) =>
        work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Stages the next version into a commit of the caller.</summary>
    public async Task<CalendarAnswer> StageAsync(IUnit unit, SetHolidayCalendar command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(command);
        var x = unit.Context;
        var failures = new Failures();
        EmergencyRights.CheckRole(failures, x.Actor, EmergencyAct.WriteTariffs);
        failures.Text("reason", command.Reason, 500);
        var book = await tariffs.BookVersionAsync(x.Tenant, x.Site, cancellationToken).ConfigureAwait(false);
        var stored = await calendars.FindAsync(x.Tenant, x.Site, null, cancellationToken).ConfigureAwait(false);
        var found = stored?.Calendar.Version ?? 0;
        failures.Require(command.Version == found, EmergencyBillingRules.StaleVersion, ("kind", "calendar"), ("asked", command.Version), ("found", found));
        HolidayCalendar.Check(failures, command.Title, found + 1, command.From, command.Through, command.Holidays);
        failures.ThrowIfAny();
        var next = new HolidayCalendar(command.Title, found + 1, command.From, command.Through, command.Holidays);
        calendars.Add(unit, new(next, x.Actor.Person, unit.Now, command.Reason), book);
        unit.Audit("holiday-calendar.set", TariffBooks.FactOf(x.Site), string.Create(CultureInfo.InvariantCulture, $"version {next.Version}"));
        return new(next.Version, next.Holidays.Count);
    }
}
