using Clinic.Abstractions;
using Clinic.EmergencyBilling.Rating;
using Clinic.EmergencyBilling.Tariffs;
using NodaTime;

namespace Clinic.EmergencyBilling.Tests.Kit;

/// <summary>Tariffs and stays with good defaults, so that a test shows only what matters.</summary>
internal static class Prices
{
    public static readonly PersonId Author = new(Guid.Parse("01900000-0000-7000-8000-0000000000a1"));
    public static readonly PersonId Approver = new(Guid.Parse("01900000-0000-7000-8000-0000000000a2"));
    public static readonly Instant LongAgo = Instant.FromUtc(2000, 1, 1, 0, 0);
    public static readonly DateTimeZone Guayaquil = DateTimeZoneProviders.Tzdb["America/Guayaquil"];

    public static readonly TaxRule Iva = new("IVA15", TaxCategory.Standard, 15m);

    public static TariffId Id(int number) => new(Guid.Parse($"01900000-0000-7000-8000-{number:d12}"));

    public static TimeBand Band(int from, int to) => new(new(from, 0), new(to, 0));

    public static LinearPrice Hourly(decimal perHour, string code = "HOUR", string tax = "EXEMPT") => new(code, "Hora de observación", tax, perHour);

    public static LinearPrice Night(decimal perHour, string code = "NIGHT") =>
        Hourly(perHour, code) with { Name = "Hora nocturna", Restriction = new() { Bands = [Band(22, 6)] } };

    public static TariffTerms Terms(params PriceComponent[] components) => new() { Components = components };

    public static TariffTerms Metered(Metering metering, params PriceComponent[] components) => new() { Components = components, Metering = metering };

    public static Tariff Published(TariffTerms terms, string currency = "USD", TariffKey? key = null, int id = 1, Instant? from = null, Instant? to = null) =>
        Tariff.Create(Id(id), "Emergencia", key ?? TariffKey.Base, Currency.Of(currency))
            .Draft(terms, from ?? LongAgo, Author, LongAgo, "primera versión", to).Publish(1, Approver, LongAgo);

    public static TariffBook Book(TariffTerms terms, string currency = "USD") => TariffBook.Of([Published(terms, currency)]);

    public static Instant Utc(int year, int month, int day, int hour = 0, int minute = 0, int second = 0) => Instant.FromUtc(year, month, day, hour, minute, second);

    /// <summary>An instant on the wall clock of Guayaquil, five hours behind.</summary>
    public static Instant Local(int hour, int minute = 0, int second = 0, int day = 10) => Instant.FromUtc(2026, 3, day, hour, minute, second) + Duration.FromHours(5);

    public static StayTimeline Stay(Instant start, Instant? end, params StayInterval[] pauses) => new(start, end, [new(start)], pauses);

    public static RatingRequest Request(StayTimeline stay, TariffBook book, DateTimeZone? zone = null, HolidayCalendar? holidays = null, Instant? now = null) =>
        new(stay, book, holidays, zone ?? Guayaquil, "test", now ?? stay.End ?? stay.Start);

    public static Statement Rate(StayTimeline stay, TariffBook book, DateTimeZone? zone = null, HolidayCalendar? holidays = null, Instant? now = null) =>
        StayRater.Rate(Request(stay, book, zone, holidays, now));

    public static decimal Total(TariffTerms terms, Instant start, Instant end, string currency = "USD") => Rate(Stay(start, end), Book(terms, currency)).Total.Amount;

    public static decimal Total(TariffTerms terms, Duration length, string currency = "USD") => Total(terms, Local(8), Local(8) + length, currency);
}
