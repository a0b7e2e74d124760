using Clinic.Abstractions;
using Clinic.EmergencyBilling.Tariffs;
using NodaTime;

namespace Clinic.Storage.Contracts;

/// <summary>What <see cref="IHolidayCalendarStore"/> promises.</summary>
public static class HolidayCalendarStoreContract
{
    /// <summary>The cases.</summary>
    public static IReadOnlyList<ContractCase> Cases { get; } =
    [
        new("A calendar comes back in every version, and moves the book of its site", KeepsAsync),
        new("A version that exists, that leaves one out, or on a moved book is a conflict", RefusesAsync),
    ];

    private static StoredCalendar ACalendar(IClinicStores stores, int version) => new(
        new("Ecuador", version, new(2026, 1, 1), new(2027, 12, 31),
            [new(new(2026, 1, 1), "Año Nuevo"), new(new(2026, 5, 25), "Batalla de Pichincha", new LocalDate(2026, 5, 24))]),
        stores.NewId<PersonId>(), stores.Now(), "Decreto del año");

    private static Task<ContractAnswer> AddAsync(IClinicStores stores, SiteId site, StoredCalendar calendar, long book, CancellationToken ct) =>
        stores.RunAsync(stores.Context() with { Site = site }, "content", unit => stores.Get<IHolidayCalendarStore>().Add(unit, calendar, book), ct);

    private static async Task KeepsAsync(IClinicStores stores, CancellationToken ct)
    {
        var (site, store) = (stores.NewId<SiteId>(), stores.Get<IHolidayCalendarStore>());
        Check.Equal(null, await store.FindAsync(stores.Tenant, site, null, ct).ConfigureAwait(false), "The calendar before anything");
        var (first, second) = (ACalendar(stores, 1), ACalendar(stores, 2));
        await AddAsync(stores, site, first, 0, ct).ConfigureAwait(false);
        await AddAsync(stores, site, second, 1, ct).ConfigureAwait(false);

        Expect(second, await store.FindAsync(stores.Tenant, site, null, ct).ConfigureAwait(false));
        Expect(first, await store.FindAsync(stores.Tenant, site, 1, ct).ConfigureAwait(false));
        Check.Equal(null, await store.FindAsync(stores.Tenant, site, 3, ct).ConfigureAwait(false), "A version that is not there");
        Check.Equal(2L, await stores.Get<ITariffStore>().BookVersionAsync(stores.Tenant, site, ct).ConfigureAwait(false), "The book");
        var page = await store.HistoryAsync(stores.Tenant, site, new PageRequest(1), ct).ConfigureAwait(false);
        var rest = await store.HistoryAsync(stores.Tenant, site, new PageRequest(1, page.Next), ct).ConfigureAwait(false);
        Check.Sequence([2, 1], page.Items.Concat(rest.Items).Select(c => c.Calendar.Version), "The versions, last first");
        Check.Equal(null, await store.FindAsync(stores.OtherTenant, site, null, ct).ConfigureAwait(false), "The calendar, asked by the other");
        Check.Equal(0, (await store.HistoryAsync(stores.OtherTenant, site, PageRequest.First, ct).ConfigureAwait(false)).Items.Count, "The versions, asked by the other");
    }

    private static async Task RefusesAsync(IClinicStores stores, CancellationToken ct)
    {
        var site = stores.NewId<SiteId>();
        await AddAsync(stores, site, ACalendar(stores, 1), 0, ct).ConfigureAwait(false);
        foreach (var (version, book, what) in ((int, long, string)[])[(1, 1, "A version that exists"), (3, 1, "A version that leaves one out"), (2, 0, "A moved book")])
            await Check.ThrowsAsync<ConcurrencyConflictException>(() => AddAsync(stores, site, ACalendar(stores, version), book, ct), what).ConfigureAwait(false);
    }

    private static void Expect(StoredCalendar expected, StoredCalendar? actual)
    {
        var found = Check.Found(actual, "The calendar");
        Check.Equal((expected.By, expected.At, expected.Reason), (found.By, found.At, found.Reason), "Who wrote it");
        Check.Equal((expected.Calendar.Name, expected.Calendar.Version, expected.Calendar.From, expected.Calendar.Through),
            (found.Calendar.Name, found.Calendar.Version, found.Calendar.From, found.Calendar.Through), "The calendar");
        Check.Sequence(expected.Calendar.Holidays, found.Calendar.Holidays, "Its holidays");
    }
}
