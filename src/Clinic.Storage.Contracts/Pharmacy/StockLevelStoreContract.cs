using Clinic.Abstractions;
using Clinic.Pharmacy.Requisitions;
using Clinic.Pharmacy.Stock;

namespace Clinic.Storage.Contracts;

/// <summary>What <see cref="IStockLevelStore"/> promises.</summary>
public static class StockLevelStoreContract
{
    /// <summary>The cases.</summary>
    public static IReadOnlyList<ContractCase> Cases { get; } =
    [
        new("A level comes back as it was, also after a change", KeepsAsync),
        new("A stale version and a second level of the same place and product are conflicts", RefusesAsync),
        new("Levels are listed by location and presentation, of one location or all, per tenant", ListsAsync),
    ];

    private static StockLevel ALevel(IClinicStores stores, LocationId? at = null, string? pack = null) => StockLevel.Restore(new(
        stores.NewId<StockLevelId>(), at ?? stores.NewId<LocationId>(), stores.NewId<PresentationId>(), new(550, 2), new(2_000, 2), pack, stores.NewId<PersonId>(), stores.Now(), 1));

    private static Task<ContractAnswer> SaveAsync(IClinicStores stores, StockLevel level, CancellationToken ct, TenantId? tenant = null) =>
        stores.CommitAsync(unit => stores.Get<IStockLevelStore>().Save(unit, level), ct, tenant);

    private static async Task KeepsAsync(IClinicStores stores, CancellationToken ct)
    {
        var first = ALevel(stores, pack: "caja ñ");
        var next = StockLevel.Restore(first.ToSnapshot() with { Minimum = StockQuantity.Zero(2), Maximum = StockQuantity.Zero(2), Pack = null, Version = 2 });
        foreach (var level in (StockLevel[])[first, next])
        {
            await SaveAsync(stores, level, ct).ConfigureAwait(false);
            var found = Check.Found(await stores.Get<IStockLevelStore>().FindAsync(stores.Tenant, level.Location, level.Presentation, ct).ConfigureAwait(false), "The level");
            Check.Equal(level.ToSnapshot(), found.ToSnapshot(), "The fields");
        }

        Check.Equal(null, await stores.Get<IStockLevelStore>().FindAsync(stores.OtherTenant, first.Location, first.Presentation, ct).ConfigureAwait(false), "One of mine, asked by the other");
    }

    private static async Task RefusesAsync(IClinicStores stores, CancellationToken ct)
    {
        var first = ALevel(stores);
        var next = StockLevel.Restore(first.ToSnapshot() with { Version = 2 });
        await SaveAsync(stores, first, ct).ConfigureAwait(false);
        await SaveAsync(stores, next, ct).ConfigureAwait(false);
        await PharmacySamples.ConflictsAsync(() => SaveAsync(stores, next, ct), "A version that was changed since").ConfigureAwait(false);
        var twin = StockLevel.Restore(first.ToSnapshot() with { Id = stores.NewId<StockLevelId>() });
        await PharmacySamples.ConflictsAsync(() => SaveAsync(stores, twin, ct), "A second level of the same place and product").ConfigureAwait(false);
        await SaveAsync(stores, twin, ct, stores.OtherTenant).ConfigureAwait(false);
    }

    private static async Task ListsAsync(IClinicStores stores, CancellationToken ct)
    {
        var ward = stores.NewId<LocationId>();
        var all = new List<StockLevel> { ALevel(stores, ward), ALevel(stores, ward), ALevel(stores, ward), ALevel(stores) };
        foreach (var level in all) await SaveAsync(stores, level, ct).ConfigureAwait(false);

        var store = stores.Get<IStockLevelStore>();
        var first = await store.ListAsync(stores.Tenant, null, new PageRequest(3), ct).ConfigureAwait(false);
        var rest = await store.ListAsync(stores.Tenant, null, new PageRequest(3, first.Next), ct).ConfigureAwait(false);
        Check.Sequence(
            all.OrderBy(l => $"{l.Location}|{l.Presentation}", StringComparer.Ordinal).Select(l => l.Id), first.Items.Concat(rest.Items).Select(l => l.Id), "By location and presentation");
        Check.Equal(3, (await store.ListAsync(stores.Tenant, ward, PageRequest.First, ct).ConfigureAwait(false)).Items.Count, "Those of a location");
        Check.Equal(0, (await store.ListAsync(stores.OtherTenant, null, PageRequest.First, ct).ConfigureAwait(false)).Items.Count, "Those of the other");
    }
}
