using Clinic.Abstractions;
using Clinic.Pharmacy.Prices;
using Clinic.Pharmacy.Sales;
using Clinic.Storage.Contracts;
using NodaTime;

namespace Clinic.Storage.Turso.Tests;

/// <summary>Buyers of sales are encrypted like patients: nothing clear in the file, keys that change, nothing lost.</summary>
public sealed class BuyerEncryptionTests : IDisposable
{
    private static readonly byte[] First = [.. Enumerable.Range(1, 32).Select(i => (byte)i)];
    private static readonly byte[] Second = [.. Enumerable.Range(101, 32).Select(i => (byte)i)];

    private readonly TemporaryFolder folder = new();
    private readonly TenantId tenant = new(Guid.CreateVersion7());

    public static TheoryData<string> Cases { get; } = [.. SaleStoreContract.Cases.Select(c => c.Name)];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Sales_with_encrypted_buyers_keep_the_contract(string name)
    {
        await using var stores = await TursoStores.MakeAsync(withPharmacy: true, fieldKeys: FieldKeyRing.Random());

        await SaleStoreContract.Cases.Single(c => c.Name == name).RunAsync(stores, Stop);

        Assert.Empty(await stores.Source.ListAsync("SELECT id FROM sales WHERE buyer_key IS NULL OR buyer LIKE '%mar%'", [], r => r.Text(0), Stop));
    }

    [Fact]
    public async Task Keys_of_buyers_change_and_nothing_is_lost()
    {
        var sales = Enumerable.Range(0, 130).Select(i => ASale($"María Ñáñez {i}")).ToList();
        await WithAsync(null, s => AddAsync(s, sales.Take(70)));
        await WithAsync(Ring("k1"), async s =>
        {
            await AddAsync(s, sales.Skip(70));
            Assert.Equal(70, await s.Get<FieldRotation>().EncryptAsync(Stop));
            await SameAsync(s, sales);
        });
        await WithAsync(Ring("k2", "k1"), async s => Assert.Equal(130, await s.Get<FieldRotation>().EncryptAsync(Stop)));
        await WithAsync(Ring("k2"), async s =>
        {
            await SameAsync(s, sales);
            Assert.Equal(0, await s.Get<FieldRotation>().OutstandingAsync(Stop));
            Assert.Equal(130, await s.Get<FieldRotation>().DecryptAsync(Stop));
        });
        await WithAsync(null, s => SameAsync(s, sales));
    }

    private static FieldKeyRing Ring(params string[] ids) => new(ids[0], ids.ToDictionary(id => id, id => id == "k1" ? First : Second));

    private static Sale ASale(string name)
    {
        var zero = Money.Zero(Currency.Usd);
        return Sale.Restore(new(
            new SaleHead
            {
                Id = new(Guid.CreateVersion7()),
                Site = new(Guid.CreateVersion7()),
                Location = new(Guid.CreateVersion7()),
                Cashier = new(Guid.CreateVersion7()),
                Segment = PriceSegment.Patient,
                Buyer = new(DocumentKind.Cedula, "1710034065", name, "maria@example.com"),
                Begun = Instant.FromUtc(2026, 3, 2, 15, 0),
                Net = zero,
                Discount = zero,
                Tax = zero,
                Rounding = zero,
                Credited = zero,
                Version = 1,
            }, [], [], []));
    }

    private async Task WithAsync(FieldKeyRing? keys, Func<TursoStores, Task> work)
    {
        await using var stores = await TursoStores.MakeAsync(configure: o => o.DataSource = folder.File(), withPharmacy: true, fieldKeys: keys);
        await work(stores);
    }

    private async Task AddAsync(TursoStores stores, IEnumerable<Sale> sales)
    {
        foreach (var sale in sales) await stores.CommitAsync(unit => stores.Get<ISaleStore>().Add(unit, sale), tenant: tenant);
    }

    private async Task SameAsync(TursoStores stores, List<Sale> sales)
    {
        foreach (var sale in sales) Assert.Equal(sale.Head, (await stores.Get<ISaleStore>().FindAsync(tenant, sale.Id, Stop))!.Head);
    }
}
