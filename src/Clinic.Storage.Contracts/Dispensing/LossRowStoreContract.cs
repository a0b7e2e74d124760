using Clinic.Abstractions;
using Clinic.Dispensing.Dispensations;
using Clinic.Dispensing.Patterns;
using Clinic.Dispensing.Wasting;
using NodaTime;

namespace Clinic.Storage.Contracts;

/// <summary>What <see cref="ILossRowStore"/> promises.</summary>
public static class LossRowStoreContract
{
    /// <summary>The cases.</summary>
    public static IReadOnlyList<ContractCase> Cases { get; } =
    [
        new("A delivered lot comes back with what was discarded and booked, and who answers for it", KeepsAsync),
        new("Rows are listed by hand-over, oldest first, each once, within the period only", PagesAsync),
        new("Rows of another site or tenant are not seen", SeparatesAsync),
        new("A store without deliveries answers with nothing", IsEmptyAsync),
    ];

    private static ILossRowStore Store(IClinicStores stores) => stores.Get<ILossRowStore>();

    private static async Task KeepsAsync(IClinicStores stores, CancellationToken ct)
    {
        var (site, recipient, discarder) = (stores.NewId<SiteId>(), stores.NewId<PersonId>(), stores.NewId<PersonId>());
        var handOver = stores.AnAttested(stores.Now()) with { Recipient = recipient };
        var account = stores.AnAccount() with
        {
            Issues = [new(handOver.Id, stores.AUuid(), 10, 0)],
            Delivered = 10,
            Used = 6.5m,
            Wasted = 1.25m,
            Booked = 0.75m,
        };
        var plain = account with { Lot = stores.NewId<LotId>(), Wasted = 0, Booked = -2 };
        var snapshot = stores.ADispensation().HandedOver(account, plain) with { Site = site, HandOvers = [handOver] };
        await stores.AddAsync(ct, snapshot).ConfigureAwait(false);
        await stores.CommitAsync(
            unit =>
            {
                stores.Get<IWasteStore>().Add(unit, AWaste(stores, snapshot.Id, account.Lot, stores.NewId<PersonId>(), 0.25m));
                stores.Get<IWasteStore>().Add(unit, AWaste(stores, snapshot.Id, account.Lot, discarder, 1));
            },
            ct).ConfigureAwait(false);

        var product = snapshot.Lines[0].Product;
        var expected = new LossRow(snapshot.Id.Value, account.FirstDelivered, snapshot.Target.Department!.Value, product.Medication, product.AccountUnit, discarder, 10, 2);
        Check.Sequence([expected, expected with { Person = recipient, Lost = 0 }], await AllAsync(stores, stores.Tenant, site, ct).ConfigureAwait(false), "The rows");
    }

    private static async Task PagesAsync(IClinicStores stores, CancellationToken ct)
    {
        var site = stores.NewId<SiteId>();
        var from = stores.Now() - Duration.FromHours(1);
        foreach (var i in DispensingSamples.Unordered)
        {
            var at = stores.Now() + (PharmacySamples.Microsecond * i);
            await stores.AddAsync(ct, stores.ADispensation().HandedOver(stores.AnAccount() with { FirstDelivered = at }, stores.AnAccount() with { FirstDelivered = at }) with { Site = site }).ConfigureAwait(false);
        }

        var outside = new[] { from - PharmacySamples.Microsecond, from + Duration.FromHours(2) };
        foreach (var at in outside) await stores.AddAsync(ct, stores.ADispensation().HandedOver(stores.AnAccount() with { FirstDelivered = at }) with { Site = site }).ConfigureAwait(false);
        var whole = await AllAsync(stores, stores.Tenant, site, ct).ConfigureAwait(false);
        var small = await AllAsync(stores, stores.Tenant, site, ct, 3).ConfigureAwait(false);
        Check.Equal(2 * DispensingSamples.Unordered.Count, whole.Count, "Rows within the period");
        Check.Sequence(whole, small, "Page by page");
        Check.Sequence(whole.Select(r => r.At).Order(), whole.Select(r => r.At), "Oldest first");
    }

    private static async Task SeparatesAsync(IClinicStores stores, CancellationToken ct)
    {
        var snapshot = stores.ADispensation().HandedOver(stores.AnAccount());
        await stores.AddAsync(ct, snapshot).ConfigureAwait(false);
        Check.Equal(1, (await AllAsync(stores, stores.Tenant, snapshot.Site, ct).ConfigureAwait(false)).Count, "Its own");
        Check.Equal(0, (await AllAsync(stores, stores.OtherTenant, snapshot.Site, ct).ConfigureAwait(false)).Count, "Of the other tenant");
        Check.Equal(0, (await AllAsync(stores, stores.Tenant, stores.NewId<SiteId>(), ct).ConfigureAwait(false)).Count, "Of another site");
    }

    private static async Task IsEmptyAsync(IClinicStores stores, CancellationToken ct) =>
        Check.Equal(0, (await AllAsync(stores, stores.Tenant, stores.NewId<SiteId>(), ct).ConfigureAwait(false)).Count, "Rows");

    private static WasteEntry AWaste(IClinicStores stores, DispensationId dispensation, LotId lot, PersonId by, decimal amount) => new(
        stores.NewId<WasteId>(), dispensation, 1, lot, RemainderKind.Broken, amount, "caída", by, null, null, null, stores.Now(), stores.Now(), null);

    private static Task<IReadOnlyList<LossRow>> AllAsync(IClinicStores stores, TenantId tenant, SiteId site, CancellationToken ct, int size = 500) =>
        DispensingSamples.AllPagesAsync(
            p => Store(stores).ListAsync(tenant, site, stores.Now() - Duration.FromHours(1), stores.Now() + Duration.FromHours(1), p, ct), size);
}
