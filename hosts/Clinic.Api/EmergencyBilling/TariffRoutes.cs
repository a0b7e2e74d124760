using Clinic.Abstractions;
using Clinic.Api.Binding;
using Clinic.Api.Problems;
using Clinic.Api.Security;
using Clinic.EmergencyBilling.Rights;
using Clinic.EmergencyBilling.Tariffs;
using NodaTime;
using static Clinic.EmergencyBilling.Rights.EmergencyAct;

namespace Clinic.Api.EmergencyBilling;

/// <summary>Tariffs, holiday calendars and simulation.</summary>
internal static class TariffRoutes
{
    private static readonly StarterTariffResponse[] Starters =
    [
        new("hour-and-fraction", "Every started hour is charged whole.", StarterTariffs.HourAndFraction(12m)),
        new("first-hour-plus-fractions", "The first hour at one price, then every started quarter of an hour.", StarterTariffs.FirstHourPlusFractions(15m, Duration.FromMinutes(15), 3m)),
        new("day-and-night", "Night hours at a price of their own, by the local clock.", StarterTariffs.DayAndNight(10m, 14m)),
    ];

    public static void MapTariffs(this IEndpointRouteBuilder api)
    {
        Role[] readers = [.. EmergencyRights.RolesFor(ReadTariffs)];
        var r = api.MapGroup("").WithTags("Emergency tariffs");
        r.Read("/emergency/tariffs", "Lists the emergency tariffs of the site by name, without prices.", ListAsync, readers);
        r.Read("/emergency/tariffs/starters", "Examples of tariffs to copy and change; authoritative for nobody.", () => Starters, readers);
        r.Read("/emergency/tariffs/{tariff}", "Reads an emergency tariff with the prices of all its versions.", FindAsync, readers);
        r.Read("/emergency/tariffs/{tariff}/history", "What was done to an emergency tariff, by whom and why, last first.", HistoryAsync, readers);
        r.Read("/emergency/tariffs/{tariff}/compare", "Every value in which two versions of an emergency tariff differ.", CompareAsync, readers);
        r.Act("/emergency/tariffs", "Makes an emergency tariff for a payer, service line or acuity, without prices yet.", WriteTariffs, CreateAsync);
        r.Act("/emergency/tariffs/{tariff}/versions", "Writes a version of an emergency tariff that prices nothing until it is published.", WriteTariffs, DraftAsync);
        r.Act("/emergency/tariffs/{tariff}/versions/{number}/publish", "Puts a version of an emergency tariff in force.", PublishTariffs, PublishAsync);
        r.Act("/emergency/tariffs/{tariff}/end", "Gives the open version of an emergency tariff an end.", PublishTariffs, EndAsync);
        r.MapPost("/emergency/simulate", SimulateAsync).With("/emergency/simulate", "What a stay would cost under prices that need not be published; changes nothing.", "read", readers, changes: false);
        r.Read("/emergency/holidays", "The holiday calendar of the site, in its last version or another.", CalendarAsync, readers);
        r.Read("/emergency/holidays/history", "All versions of the holiday calendar of the site, last first.", CalendarsAsync, readers);
        r.Act("/emergency/holidays", "Writes the next version of the holiday calendar of the site.", WriteTariffs, SetCalendarAsync);
    }

    private static async Task<Page<TariffListed>> ListAsync(SiteReading reading, [AsParameters] Paged paged, TariffInquiries inquiries, CancellationToken ct)
    {
        var page = await inquiries.ListAsync(reading.X, paged.Request, ct);
        return new([.. page.Items.Select(TariffListed.Of)], page.Next);
    }

    private static async Task<TariffSnapshot> FindAsync(SiteReading reading, TariffId tariff, TariffInquiries inquiries, HttpContext http, CancellationToken ct)
    {
        var found = await inquiries.FindAsync(reading.X, tariff, ct);
        ReadVersion.Tell(http, found.Version);
        return found.ToSnapshot();
    }

    private static Task<Page<TariffChange>> HistoryAsync(
        SiteReading reading, TariffId tariff, [AsParameters] Paged paged, TariffInquiries inquiries, CancellationToken ct) =>
        inquiries.HistoryAsync(reading.X, tariff, paged.Request, ct);

    private static Task<IReadOnlyList<TermsDifference>> CompareAsync(
        SiteReading reading, TariffId tariff, int before, int after, TariffInquiries inquiries, CancellationToken ct) =>
        inquiries.CompareAsync(reading.X, tariff, before, after, ct);

    private static Task<TariffAnswer> CreateAsync(SiteCommand command, Body<CreateTariffRequest> body, TariffDesk desk, CancellationToken ct)
    {
        var b = body.Value;
        return desk.CreateAsync(command.X, new(b.Name, new(b.Payer, b.ServiceLine, b.Acuity), b.Reason), ct);
    }

    private static Task<TariffAnswer> DraftAsync(
        SiteCommand command, TariffId tariff, ReadVersion read, Body<DraftTariffRequest> body, TariffDesk desk, CancellationToken ct)
    {
        var b = body.Value;
        return desk.DraftAsync(command.X, new(tariff, read.Or(b.Version), b.Terms, b.EffectiveFrom, b.Reason, b.EffectiveTo, b.Replaces), ct);
    }

    private static Task<TariffAnswer> PublishAsync(
        SiteCommand command, TariffId tariff, int number, ReadVersion read, Body<PublishTariffRequest> body, TariffDesk desk, CancellationToken ct) =>
        desk.PublishAsync(command.X, new(tariff, read.Or(body.Value.Version), number, body.Value.Reason), ct);

    private static Task<TariffAnswer> EndAsync(
        SiteCommand command, TariffId tariff, ReadVersion read, Body<EndTariffRequest> body, TariffDesk desk, CancellationToken ct) =>
        desk.EndAsync(command.X, new(tariff, read.Or(body.Value.Version), body.Value.At, body.Value.Reason), ct);

    private static Task<Simulation> SimulateAsync(SiteReading reading, Body<SimulateStay> body, TariffSimulator simulator, HttpContext http, CancellationToken ct) =>
        simulator.SimulateAsync(reading.X, body.Value, Languages.Of(http), ct);

    private static async Task<HolidayCalendarResponse> CalendarAsync(SiteReading reading, int? version, TariffInquiries inquiries, CancellationToken ct) =>
        HolidayCalendarResponse.Of(await inquiries.CalendarAsync(reading.X, version, ct));

    private static async Task<Page<HolidayCalendarResponse>> CalendarsAsync(
        SiteReading reading, [AsParameters] Paged paged, TariffInquiries inquiries, CancellationToken ct)
    {
        var page = await inquiries.CalendarsAsync(reading.X, paged.Request, ct);
        return new([.. page.Items.Select(HolidayCalendarResponse.Of)], page.Next);
    }

    private static Task<CalendarAnswer> SetCalendarAsync(SiteCommand command, ReadVersion read, Body<HolidayCalendarRequest> body, HolidayCalendars calendars, CancellationToken ct)
    {
        var b = body.Value;
        return calendars.SetAsync(command.X, new((int)(read.OrAny(b.Version) ?? 0), b.Name, b.From, b.Through, b.Holidays, b.Reason), ct);
    }
}
