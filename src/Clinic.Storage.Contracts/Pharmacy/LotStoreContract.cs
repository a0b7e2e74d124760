using Clinic.Abstractions;
using Clinic.Pharmacy.Gs1;
using Clinic.Pharmacy.Lots;
using Clinic.Pharmacy.Receiving;
using Clinic.Pharmacy.Stock;
using NodaTime;

namespace Clinic.Storage.Contracts;

/// <summary>What <see cref="ILotStore"/> promises.</summary>
public static class LotStoreContract
{
    /// <summary>The cases.</summary>
    public static IReadOnlyList<ContractCase> Cases { get; } =
    [
        new("A lot comes back with every field, also the raw expiration and eight decimals of cost", KeepsAsync),
        new("Lot numbers that differ in case, accent or bracket are different lots", KeepsNumbersApartAsync),
        new("Receipts of a number are listed oldest first", ByNumberAsync),
        new("Lots are listed by expiration with none last, then received, then id, page by page", OrdersAsync),
        new("The last cost is that of the lot received last", LastCostAsync),
        new("A stale version is a conflict, and so is a requirement on it", RefusesStaleAsync),
        new("A lot of another tenant is not found", SeparatesTenantsAsync),
    ];

    private static async Task KeepsAsync(IClinicStores stores, CancellationToken ct)
    {
        var full = Lot.Restore(stores.ALot() with
        {
            Number = new LotNumber("(Ñ)/a-1"),
            Expiration = new ExpirationDate(new LocalDate(2028, 2, 29), "280200"),
            Receipt = stores.NewId<ReceiptId>(),
            Gtin = Gtin.Parse("09506000134352"),
            Status = LotStatus.Quarantined,
            UnitCost = new UnitCost(0.00000001m, Currency.Usd),
            Scale = 6,
        });
        await AddAsync(stores, ct, full).ConfigureAwait(false);

        Check.Equal(full.ToSnapshot(), Check.Found(await stores.Get<ILotStore>().FindAsync(stores.Tenant, full.Id, ct).ConfigureAwait(false), "The lot").ToSnapshot(), "The fields");
    }

    private static async Task KeepsNumbersApartAsync(IClinicStores stores, CancellationToken ct)
    {
        var presentation = stores.NewId<PresentationId>();
        var numbers = new[] { "LOT-a", "LOT-A", "LOT-á", "LOT-a)", "LOT-ñ", "LOT-n" };
        await AddAsync(stores, ct, [.. numbers.Select(n => Lot.Restore(stores.ALot(presentation, n)))]).ConfigureAwait(false);

        foreach (var number in numbers)
            Check.Sequence([number], (await stores.Get<ILotStore>().ByNumberAsync(stores.Tenant, presentation, new LotNumber(number), ct).ConfigureAwait(false)).Select(l => l.Number.Text), $"The lots of {number}");
    }

    private static async Task ByNumberAsync(IClinicStores stores, CancellationToken ct)
    {
        var presentation = stores.NewId<PresentationId>();
        var now = stores.Now();
        var late = Lot.Restore(stores.ALot(presentation, "N", received: now));
        var early = Lot.Restore(stores.ALot(presentation, "N", received: now - PharmacySamples.Microsecond));
        await AddAsync(stores, ct, late, early, Lot.Restore(stores.ALot(null, "N"))).ConfigureAwait(false);

        Check.Sequence([early.Id, late.Id], (await stores.Get<ILotStore>().ByNumberAsync(stores.Tenant, presentation, new LotNumber("N"), ct).ConfigureAwait(false)).Select(l => l.Id), "Oldest first");
    }

    private static async Task OrdersAsync(IClinicStores stores, CancellationToken ct)
    {
        var now = stores.Now();
        var (early, late) = (new LocalDate(2027, 1, 31), new LocalDate(2030, 1, 1));
        Lot[] expected =
        [
            Lot.Restore(stores.ALot(expires: early, received: now - Duration.FromMinutes(1))), Lot.Restore(stores.ALot(expires: early, received: now)),
            Lot.Restore(stores.ALot(expires: late, received: now - Duration.FromDays(9))), Lot.Restore(stores.ALot(received: now - Duration.FromDays(99))),
            Lot.Restore(stores.ALot(received: now)),
        ];
        await AddAsync(stores, ct, [.. expected.Reverse()]).ConfigureAwait(false);

        var found = new List<LotId>();
        string? after = null;
        do
        {
            var page = await stores.Get<ILotStore>().ListAsync(stores.Tenant, new LotQuery(), new PageRequest(2, after), ct).ConfigureAwait(false);
            found.AddRange(page.Items.Select(l => l.Id));
            after = page.Next;
        }
        while (after is not null);
        Check.Sequence(expected.Select(l => l.Id), found, "The order");
        var expiring = await stores.Get<ILotStore>().ListAsync(stores.Tenant, new LotQuery(ExpiresBefore: late), PageRequest.First, ct).ConfigureAwait(false);
        Check.Sequence(expected.Take(2).Select(l => l.Id), expiring.Items.Select(l => l.Id), "Those that expire before");
    }

    private static async Task LastCostAsync(IClinicStores stores, CancellationToken ct)
    {
        var presentation = stores.NewId<PresentationId>();
        Check.Equal(null, await stores.Get<ILotStore>().LastCostAsync(stores.Tenant, presentation, ct).ConfigureAwait(false), "The cost of nothing");
        var old = stores.ALot(presentation, received: stores.Now() - Duration.FromDays(1)) with { UnitCost = new UnitCost(9, Currency.Usd) };
        var recent = stores.ALot(presentation) with { UnitCost = new UnitCost(1.5m, Currency.Usd) };
        await AddAsync(stores, ct, Lot.Restore(recent), Lot.Restore(old)).ConfigureAwait(false);

        Check.Equal(recent.UnitCost, await stores.Get<ILotStore>().LastCostAsync(stores.Tenant, presentation, ct).ConfigureAwait(false), "The last cost");
    }

    private static async Task RefusesStaleAsync(IClinicStores stores, CancellationToken ct)
    {
        var lot = Lot.Restore(stores.ALot());
        await AddAsync(stores, ct, lot).ConfigureAwait(false);
        await stores.CommitAsync(unit => stores.Get<ILotStore>().Save(unit, lot.Fire(LotTrigger.Recall)), ct).ConfigureAwait(false);

        await PharmacySamples.ConflictsAsync(() => stores.CommitAsync(unit => stores.Get<ILotStore>().Save(unit, lot.Fire(LotTrigger.Hold)), ct), "A stale lot").ConfigureAwait(false);
        await PharmacySamples.ConflictsAsync(() => stores.CommitAsync(unit => unit.Require(lot.Fact, lot.Version), ct), "A requirement on a stale lot").ConfigureAwait(false);
        await stores.CommitAsync(unit => unit.Require(lot.Fact, lot.Version + 1), ct).ConfigureAwait(false);
    }

    private static async Task SeparatesTenantsAsync(IClinicStores stores, CancellationToken ct)
    {
        var lot = Lot.Restore(stores.ALot());
        await AddAsync(stores, ct, lot).ConfigureAwait(false);

        Check.Equal(null, await stores.Get<ILotStore>().FindAsync(stores.OtherTenant, lot.Id, ct).ConfigureAwait(false), "The lot, asked by the other");
        Check.Equal(0, (await stores.Get<ILotStore>().ByNumberAsync(stores.OtherTenant, lot.Presentation, lot.Number, ct).ConfigureAwait(false)).Count, "Its number, asked by the other");
        Check.Equal(null, await stores.Get<ILotStore>().LastCostAsync(stores.OtherTenant, lot.Presentation, ct).ConfigureAwait(false), "Its cost, asked by the other");
        await PharmacySamples.ConflictsAsync(() => stores.CommitAsync(unit => stores.Get<ILotStore>().Save(unit, lot.Fire(LotTrigger.Hold)), ct, stores.OtherTenant), "A change by the other").ConfigureAwait(false);
    }

    private static Task<ContractAnswer> AddAsync(IClinicStores stores, CancellationToken ct, params Lot[] all) => stores.CommitAsync(unit =>
    {
        foreach (var lot in all) stores.Get<ILotStore>().Add(unit, lot);
    }, ct);
}
