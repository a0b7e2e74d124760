using Clinic.Abstractions;
using Clinic.Pharmacy.Counting;
using Clinic.Pharmacy.Lots;
using Clinic.Pharmacy.Stock;
using NodaTime;

namespace Clinic.Storage.Contracts;

/// <summary>What <see cref="ICountStore"/> promises.</summary>
public static class CountStoreContract
{
    /// <summary>The cases.</summary>
    public static IReadOnlyList<ContractCase> Cases { get; } =
    [
        new("A count comes back with every field", KeepsAsync),
        new("The latest count is the one that occurred last", LatestAsync),
        new("A count before a stored one is a conflict", RefusesEarlierAsync),
        new("Counts are listed last first, page by page", PagesAsync),
    ];

    internal static StockCount ACount(IClinicStores stores, Lot lot, LocationId location, long counted) => new(
        stores.NewId<CountId>(), lot.Presentation, lot.Id, location, new(counted, lot.Scale), new(counted, lot.Scale), stores.Now(), stores.Now(),
        stores.NewId<PersonId>(), null, null);

    private static async Task KeepsAsync(IClinicStores stores, CancellationToken ct)
    {
        var (lot, at) = await stores.LyingAsync(10, ct).ConfigureAwait(false);
        var full = ACount(stores, lot, at, 0) with { Expected = new(10, lot.Scale), Posting = stores.NewId<PostingId>(), Reason = "roto – Ñ" };
        await AddAsync(stores, full, ct).ConfigureAwait(false);

        Check.Equal(full, await stores.Get<ICountStore>().LatestAsync(stores.Tenant, lot.Id, at, ct).ConfigureAwait(false), "The count");
        Check.Equal(null, await stores.Get<ICountStore>().LatestAsync(stores.OtherTenant, lot.Id, at, ct).ConfigureAwait(false), "The count, asked by the other");
        Check.Equal(null, await stores.Get<ICountStore>().LatestAsync(stores.Tenant, lot.Id, stores.NewId<LocationId>(), ct).ConfigureAwait(false), "A count elsewhere");
    }

    private static async Task LatestAsync(IClinicStores stores, CancellationToken ct)
    {
        var (lot, at) = await stores.LyingAsync(10, ct).ConfigureAwait(false);
        await AddAsync(stores, ACount(stores, lot, at, 10), ct).ConfigureAwait(false);
        stores.Clock.Advance(Duration.FromMinutes(1));
        var last = ACount(stores, lot, at, 10);
        await AddAsync(stores, last, ct).ConfigureAwait(false);

        Check.Equal(last.Id, (await stores.Get<ICountStore>().LatestAsync(stores.Tenant, lot.Id, at, ct).ConfigureAwait(false))?.Id, "The latest");
    }

    private static async Task RefusesEarlierAsync(IClinicStores stores, CancellationToken ct)
    {
        var (lot, at) = await stores.LyingAsync(10, ct).ConfigureAwait(false);
        var count = ACount(stores, lot, at, 10);
        await AddAsync(stores, count, ct).ConfigureAwait(false);

        await PharmacySamples.ConflictsAsync(
            () => AddAsync(stores, count with { Id = stores.NewId<CountId>(), Occurred = count.Occurred - PharmacySamples.Microsecond }, ct), "A count before a count").ConfigureAwait(false);
    }

    private static async Task PagesAsync(IClinicStores stores, CancellationToken ct)
    {
        var (lot, at) = await stores.LyingAsync(10, ct).ConfigureAwait(false);
        var all = new List<StockCount>();
        for (var i = 0; i < 5; i++)
        {
            stores.Clock.Advance(Duration.FromMinutes(1));
            all.Add(ACount(stores, lot, at, 10));
            await AddAsync(stores, all[^1], ct).ConfigureAwait(false);
        }

        var first = await stores.Get<ICountStore>().ListAsync(stores.Tenant, at, new PageRequest(3), ct).ConfigureAwait(false);
        var rest = await stores.Get<ICountStore>().ListAsync(stores.Tenant, at, new PageRequest(3, first.Next), ct).ConfigureAwait(false);
        Check.Sequence(all.AsEnumerable().Reverse().Select(c => c.Id), first.Items.Concat(rest.Items).Select(c => c.Id), "Last first");
    }

    private static Task<ContractAnswer> AddAsync(IClinicStores stores, StockCount count, CancellationToken ct) =>
        stores.CommitAsync(unit => stores.Get<ICountStore>().Add(unit, count), ct);
}
