using Clinic.Abstractions;
using Clinic.Pharmacy.Stock;
using Clinic.Pharmacy.Transfers;
using NodaTime;

namespace Clinic.Storage.Contracts;

/// <summary>What <see cref="ITransferStore"/> promises.</summary>
public static class TransferStoreContract
{
    /// <summary>The cases.</summary>
    public static IReadOnlyList<ContractCase> Cases { get; } =
    [
        new("A transfer comes back with its lines in order, also after an arrival", KeepsAsync),
        new("A stale version is a conflict", RefusesStaleAsync),
        new("Transfers are listed last sent first, all or those in transit, per tenant", ListsAsync),
    ];

    private static Transfer ATransfer(IClinicStores stores) => Transfer.Restore(new(
        stores.NewId<TransferId>(), stores.NewId<LocationId>(), stores.NewId<LocationId>(), stores.NewId<LocationId>(), stores.Now(),
        [
            new TransferLine(stores.NewId<LotId>(), stores.NewId<PresentationId>(), new(500, 2), StockQuantity.Zero(2), StockQuantity.Zero(2)),
            new TransferLine(stores.NewId<LotId>(), stores.NewId<PresentationId>(), new(3, 0), StockQuantity.Zero(0), StockQuantity.Zero(0)),
        ],
        TransferStatus.InTransit, 1));

    private static async Task KeepsAsync(IClinicStores stores, CancellationToken ct)
    {
        var sent = ATransfer(stores);
        await stores.CommitAsync(unit => stores.Get<ITransferStore>().Add(unit, sent), ct).ConfigureAwait(false);
        await ExpectAsync(stores, sent, ct).ConfigureAwait(false);
        var arrived = sent.Receive([(sent.Lines[0].Lot, new(200, 2))]);
        await stores.CommitAsync(unit => stores.Get<ITransferStore>().Save(unit, arrived), ct).ConfigureAwait(false);
        await ExpectAsync(stores, arrived, ct).ConfigureAwait(false);
        var closed = arrived.WriteOff();
        await stores.CommitAsync(unit => stores.Get<ITransferStore>().Save(unit, closed), ct).ConfigureAwait(false);
        await ExpectAsync(stores, closed, ct).ConfigureAwait(false);
    }

    private static async Task RefusesStaleAsync(IClinicStores stores, CancellationToken ct)
    {
        var sent = ATransfer(stores);
        await stores.CommitAsync(unit => stores.Get<ITransferStore>().Add(unit, sent), ct).ConfigureAwait(false);
        await stores.CommitAsync(unit => stores.Get<ITransferStore>().Save(unit, sent.WriteOff()), ct).ConfigureAwait(false);
        await PharmacySamples.ConflictsAsync(() => stores.CommitAsync(unit => stores.Get<ITransferStore>().Save(unit, sent.WriteOff()), ct), "A version that was changed since").ConfigureAwait(false);
    }

    private static async Task ListsAsync(IClinicStores stores, CancellationToken ct)
    {
        var all = new List<Transfer>();
        for (var i = 0; i < 4; i++)
        {
            stores.Clock.Advance(Duration.FromMinutes(1));
            all.Add(ATransfer(stores));
            await stores.CommitAsync(unit => stores.Get<ITransferStore>().Add(unit, all[^1]), ct).ConfigureAwait(false);
        }

        await stores.CommitAsync(unit => stores.Get<ITransferStore>().Save(unit, all[3].WriteOff()), ct).ConfigureAwait(false);
        var store = stores.Get<ITransferStore>();
        var first = await store.ListAsync(stores.Tenant, false, new PageRequest(3), ct).ConfigureAwait(false);
        var rest = await store.ListAsync(stores.Tenant, false, new PageRequest(3, first.Next), ct).ConfigureAwait(false);
        Check.Sequence(all.AsEnumerable().Reverse().Select(t => t.Id), first.Items.Concat(rest.Items).Select(t => t.Id), "Last first");
        Check.Equal(3, (await store.ListAsync(stores.Tenant, true, PageRequest.First, ct).ConfigureAwait(false)).Items.Count, "Those in transit");
        Check.Equal(0, (await store.ListAsync(stores.OtherTenant, false, PageRequest.First, ct).ConfigureAwait(false)).Items.Count, "Those of the other");
        Check.Equal(null, await store.FindAsync(stores.OtherTenant, all[0].Id, ct).ConfigureAwait(false), "One of mine, asked by the other");
    }

    private static async Task ExpectAsync(IClinicStores stores, Transfer expected, CancellationToken ct)
    {
        var found = Check.Found(await stores.Get<ITransferStore>().FindAsync(stores.Tenant, expected.Id, ct).ConfigureAwait(false), "The transfer").ToSnapshot();
        Check.Sequence(expected.Lines, found.Lines, "The lines");
        Check.Equal(expected.ToSnapshot() with { Lines = [] }, found with { Lines = [] }, "The fields");
    }
}
