using Clinic.Abstractions;
using Clinic.Pharmacy.Receiving;
using Clinic.Pharmacy.Stock;
using NodaTime;

namespace Clinic.Storage.Contracts;

/// <summary>What <see cref="IReceiptStore"/> promises.</summary>
public static class ReceiptStoreContract
{
    /// <summary>The cases.</summary>
    public static IReadOnlyList<ContractCase> Cases { get; } =
    [
        new("A receipt comes back with its lines in order and its rounding to the last digit", KeepsAsync),
        new("A receipt is stored once", StoresOnceAsync),
        new("Receipts are listed last received first, page by page, per tenant", PagesAsync),
    ];

    private static async Task KeepsAsync(IClinicStores stores, CancellationToken ct)
    {
        var full = AReceipt(stores, 3);
        await AddAsync(stores, full, ct).ConfigureAwait(false);

        var found = Check.Found(await stores.Get<IReceiptStore>().FindAsync(stores.Tenant, full.Id, ct).ConfigureAwait(false), "The receipt");
        Check.Sequence(full.Lines, found.Lines, "The lines");
        Check.Equal(full with { Lines = [] }, found with { Lines = [] }, "The fields");
        Check.Equal(null, await stores.Get<IReceiptStore>().FindAsync(stores.OtherTenant, full.Id, ct).ConfigureAwait(false), "The receipt, asked by the other");
    }

    private static async Task StoresOnceAsync(IClinicStores stores, CancellationToken ct)
    {
        var receipt = AReceipt(stores, 1);
        await AddAsync(stores, receipt, ct).ConfigureAwait(false);
        await PharmacySamples.ConflictsAsync(() => AddAsync(stores, receipt with { Supplier = "Otro" }, ct), "The same receipt again").ConfigureAwait(false);
        Check.Equal(receipt.Supplier, (await stores.Get<IReceiptStore>().FindAsync(stores.Tenant, receipt.Id, ct).ConfigureAwait(false))?.Supplier, "The supplier");
    }

    private static async Task PagesAsync(IClinicStores stores, CancellationToken ct)
    {
        var all = new List<Receipt>();
        for (var i = 0; i < 5; i++)
        {
            stores.Clock.Advance(Duration.FromMinutes(1));
            all.Add(AReceipt(stores, 1));
            await AddAsync(stores, all[^1], ct).ConfigureAwait(false);
        }

        var first = await stores.Get<IReceiptStore>().ListAsync(stores.Tenant, new PageRequest(3), ct).ConfigureAwait(false);
        var rest = await stores.Get<IReceiptStore>().ListAsync(stores.Tenant, new PageRequest(3, first.Next), ct).ConfigureAwait(false);
        Check.Sequence(all.AsEnumerable().Reverse().Select(r => r.Id), first.Items.Concat(rest.Items).Select(r => r.Id), "Last first");
        Check.Equal(0, (await stores.Get<IReceiptStore>().ListAsync(stores.OtherTenant, PageRequest.First, ct).ConfigureAwait(false)).Items.Count, "Those of the other");
    }

    private static Receipt AReceipt(IClinicStores stores, int lines) => new(
        stores.NewId<ReceiptId>(), stores.NewId<PostingId>(), stores.NewId<LocationId>(), "Distribuidora Ñ", "001-001-1", stores.Now(), stores.Now(),
        stores.NewId<PersonId>(),
        [
            .. Enumerable.Range(1, lines).Select(i => new ReceiptLine(
                stores.NewId<LotId>(), stores.NewId<PresentationId>(), new(100_000L * i, 2), new(1_000, 2), new Money(8820.00m, Currency.Usd),
                new UnitCost(8.73267327m, Currency.Usd), new Money(-0.0000027m, Currency.Usd))),
        ]);

    private static Task<ContractAnswer> AddAsync(IClinicStores stores, Receipt receipt, CancellationToken ct) =>
        stores.CommitAsync(unit => stores.Get<IReceiptStore>().Add(unit, receipt), ct);
}
