using Clinic.Abstractions;
using Clinic.Pharmacy.Lots;
using Clinic.Pharmacy.Stock;
using Clinic.Pharmacy.SupplierReturns;
using NodaTime;

namespace Clinic.Storage.Contracts;

/// <summary>What <see cref="ISupplierReturnStore"/> promises.</summary>
public static class SupplierReturnStoreContract
{
    /// <summary>The cases.</summary>
    public static IReadOnlyList<ContractCase> Cases { get; } =
    [
        new("A return comes back after every step", KeepsAsync),
        new("A stale version is a conflict", RefusesStaleAsync),
        new("Returns are listed last drafted first, of one status or all, per tenant", ListsAsync),
    ];

    private static SupplierReturn AReturn(IClinicStores stores) => SupplierReturn.Restore(new(
        stores.NewId<SupplierReturnId>(), "Distribuidora \"Ñ\"", SupplierReturnReason.Expired, null, "caja", [
            new(stores.NewId<LotId>(), new LotNumber("L1"), stores.NewId<PresentationId>(), stores.NewId<LocationId>(), new(250, 2), new UnitCost(8.73267327m, Currency.Usd)),
            new(stores.NewId<LotId>(), new LotNumber("L2"), stores.NewId<PresentationId>(), stores.NewId<LocationId>(), new(3, 0), new UnitCost(0, Currency.Usd)),
        ], SupplierReturnStatus.Draft, stores.NewId<PersonId>(), stores.Now(), null, null, null, null, null, 1));

    private static async Task KeepsAsync(IClinicStores stores, CancellationToken ct)
    {
        var store = stores.Get<ISupplierReturnStore>();
        var drafted = AReturn(stores);
        await stores.CommitAsync(unit => store.Add(unit, drafted), ct).ConfigureAwait(false);
        await ExpectAsync(stores, drafted, ct).ConfigureAwait(false);
        var approved = drafted.Approve(stores.NewId<PersonId>());
        await stores.CommitAsync(unit => store.Save(unit, approved), ct).ConfigureAwait(false);
        var shipped = approved.Ship(stores.NewId<PersonId>(), stores.Now(), stores.NewId<PostingId>());
        await stores.CommitAsync(unit => store.Save(unit, shipped), ct).ConfigureAwait(false);
        await ExpectAsync(stores, shipped, ct).ConfigureAwait(false);
        var credited = shipped.CreditBy("NC-001", new Money(20.00m, Currency.Usd), stores.NewId<PersonId>(), stores.Now());
        await stores.CommitAsync(unit => store.Save(unit, credited), ct).ConfigureAwait(false);
        await ExpectAsync(stores, credited, ct).ConfigureAwait(false);
    }

    private static async Task RefusesStaleAsync(IClinicStores stores, CancellationToken ct)
    {
        var store = stores.Get<ISupplierReturnStore>();
        var drafted = AReturn(stores);
        await stores.CommitAsync(unit => store.Add(unit, drafted), ct).ConfigureAwait(false);
        await stores.CommitAsync(unit => store.Save(unit, drafted.Cancel("error")), ct).ConfigureAwait(false);
        await PharmacySamples.ConflictsAsync(() => stores.CommitAsync(unit => store.Save(unit, drafted.Cancel("error")), ct), "A version that was changed since").ConfigureAwait(false);
    }

    private static async Task ListsAsync(IClinicStores stores, CancellationToken ct)
    {
        var store = stores.Get<ISupplierReturnStore>();
        var all = new List<SupplierReturn>();
        for (var i = 0; i < 4; i++)
        {
            stores.Clock.Advance(Duration.FromMinutes(1));
            all.Add(AReturn(stores));
            await stores.CommitAsync(unit => store.Add(unit, all[^1]), ct).ConfigureAwait(false);
        }

        await stores.CommitAsync(unit => store.Save(unit, all[3].Cancel("error")), ct).ConfigureAwait(false);
        var first = await store.ListAsync(stores.Tenant, null, new PageRequest(3), ct).ConfigureAwait(false);
        var rest = await store.ListAsync(stores.Tenant, null, new PageRequest(3, first.Next), ct).ConfigureAwait(false);
        Check.Sequence(all.AsEnumerable().Reverse().Select(r => r.Id), first.Items.Concat(rest.Items).Select(r => r.Id), "Last first");
        Check.Equal(3, (await store.ListAsync(stores.Tenant, SupplierReturnStatus.Draft, PageRequest.First, ct).ConfigureAwait(false)).Items.Count, "Drafts");
        Check.Equal(0, (await store.ListAsync(stores.OtherTenant, null, PageRequest.First, ct).ConfigureAwait(false)).Items.Count, "Those of the other");
        Check.Equal(null, await store.FindAsync(stores.OtherTenant, all[0].Id, ct).ConfigureAwait(false), "One of mine, asked by the other");
    }

    private static async Task ExpectAsync(IClinicStores stores, SupplierReturn expected, CancellationToken ct)
    {
        var found = Check.Found(await stores.Get<ISupplierReturnStore>().FindAsync(stores.Tenant, expected.Id, ct).ConfigureAwait(false), "The return").ToSnapshot();
        Check.Sequence(expected.Lines, found.Lines, "The lines");
        Check.Equal(expected.ToSnapshot() with { Lines = [] }, found with { Lines = [] }, "The fields");
    }
}
