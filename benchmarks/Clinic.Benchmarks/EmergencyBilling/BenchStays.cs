using Clinic.Abstractions;
using Clinic.EmergencyBilling.Rating;
using Clinic.EmergencyBilling.Tariffs;
using NodaTime;

namespace Clinic.Benchmarks.EmergencyBilling;

/// <summary>Stays at a tariff of four bands, one daily cap and one tax, in a zone that changes its clock.</summary>
internal static class BenchStays
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["America/Santiago"];
    private static readonly PersonId Author = new(new Guid(1, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1));
    private static readonly PersonId Approver = new(new Guid(2, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1));
    private static readonly Instant Published = Instant.FromUtc(2026, 1, 1, 0, 0);
    private static readonly TariffBook Book = MakeBook();

    /// <summary>The start of the stays: an evening ten days before the clock is put forward.</summary>
    public static Instant Start { get; } = Instant.FromUtc(2026, 8, 26, 23, 13);

    /// <summary>A closed stay with one pause of 47 minutes in its fourth hour.</summary>
    public static RatingRequest Closed(Duration length) => Of(Start, Start + length, Start + length);

    /// <summary>Open stays of up to eight hours, one in four of them paused.</summary>
    public static RatingRequest[] Open(int count, Instant now) =>
        [.. Enumerable.Range(0, count).Select(i => Of(now - Duration.FromSeconds(60 + (i * 17 % 28_800)), null, now, isPaused: i % 4 == 0))];

    private static RatingRequest Of(Instant start, Instant? end, Instant now, bool isPaused = false)
    {
        var pause = start + Duration.FromMinutes(211);
        StayInterval[] pauses = isPaused ? [new(now - Duration.FromSeconds(30), null)] : end is null ? [] : [new(pause, pause + Duration.FromMinutes(47))];
        return new(new(start, end, [new(start, Acuity: AcuityLevel.Urgent)], pauses), Book, null, Zone, DateTimeZoneProviders.Tzdb.VersionId, now);
    }

    private static TariffBook MakeBook()
    {
        var terms = new TariffTerms
        {
            Components = [Band("NIGHT", 22, 6, 38m), Band("MORNING", 6, 12, 24.50m), Band("NOON", 12, 15, 21.75m), new LinearPrice("EVENING", "Evening hour", "IVA", 29.90m)],
            Caps = [Cap.PerCalendarDay(480m)],
            Taxes = [new("IVA", TaxCategory.Standard, 15m)],
        };
        return TariffBook.Of([
            Tariff.Create(new(new Guid(3, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1)), "Emergency", TariffKey.Base, Currency.Of("USD"))
                .Draft(terms, Published, Author, Published, "first").Publish(1, Approver, Published),
        ]);
    }

    private static LinearPrice Band(string code, int from, int to, decimal perHour) =>
        new(code, code, "IVA", perHour) { Restriction = new() { Bands = [new(new(from, 0), new(to, 0))] } };
}
