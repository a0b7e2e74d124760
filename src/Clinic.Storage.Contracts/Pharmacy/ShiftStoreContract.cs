using Clinic.Abstractions;
using Clinic.Pharmacy.Sales;
using Clinic.Pharmacy.Sales.Shifts;
using NodaTime;

namespace Clinic.Storage.Contracts;

/// <summary>What <see cref="IShiftStore"/> promises.</summary>
public static class ShiftStoreContract
{
    /// <summary>The cases.</summary>
    public static IReadOnlyList<ContractCase> Cases { get; } =
    [
        new("A shift comes back as it is, also closed", KeepsAsync),
        new("A second open shift of a cashier at a site is a conflict, and so is a stale version", RefusesAsync),
        new("Shifts are listed last opened first, per cashier, only open ones, per tenant", ListsAsync),
    ];

    private static CashierShift AShift(IClinicStores stores, PersonId? cashier = null, SiteId? site = null) => CashierShift.Restore(new(
        stores.NewId<ShiftId>(), site ?? stores.NewId<SiteId>(), cashier ?? stores.NewId<PersonId>(), Usd(20.50m), stores.Now(), [], ShiftStatus.Open, null, null, null, 1));

    private static Money Usd(decimal amount) => new(amount, Currency.Usd);

    private static CashierShift Paid(IClinicStores stores, CashierShift shift) => shift.Take(
        [new(1, PaymentKind.Card, Usd(3.10m), false, null, null, null, shift.Id, stores.Now(), shift.Cashier), new(2, PaymentKind.Cash, Usd(1), true, null, null, null, shift.Id, stores.Now(), shift.Cashier)]);

    private static CashierShift Closed(IClinicStores stores, CashierShift shift) => shift.Close(
        new Dictionary<PaymentKind, Money> { [PaymentKind.Cash] = Usd(19), [PaymentKind.Card] = Usd(3.10m) }, shift.Cashier, "a coin fell", stores.Now());

    private static async Task KeepsAsync(IClinicStores stores, CancellationToken ct)
    {
        var store = stores.Get<IShiftStore>();
        var opened = AShift(stores);
        await stores.CommitAsync(unit => store.Add(unit, opened), ct).ConfigureAwait(false);
        await ExpectAsync(stores, opened, ct).ConfigureAwait(false);
        var paid = Paid(stores, opened);
        await stores.CommitAsync(unit => store.Save(unit, paid), ct).ConfigureAwait(false);
        await ExpectAsync(stores, paid, ct).ConfigureAwait(false);
        Check.Equal(opened.Id, (await store.OpenOfAsync(stores.Tenant, opened.Site, opened.Cashier, ct).ConfigureAwait(false))?.Id, "The open one");
        var closed = Closed(stores, paid);
        await stores.CommitAsync(unit => store.Save(unit, closed), ct).ConfigureAwait(false);
        await ExpectAsync(stores, closed, ct).ConfigureAwait(false);
        Check.Equal(null, await store.OpenOfAsync(stores.Tenant, opened.Site, opened.Cashier, ct).ConfigureAwait(false), "The open one, after the closing");
    }

    private static async Task RefusesAsync(IClinicStores stores, CancellationToken ct)
    {
        var store = stores.Get<IShiftStore>();
        var opened = AShift(stores);
        await stores.CommitAsync(unit => store.Add(unit, opened), ct).ConfigureAwait(false);
        var second = AShift(stores, opened.Cashier, opened.Site);
        await PharmacySamples.ConflictsAsync(() => stores.CommitAsync(unit => store.Add(unit, second), ct), "A second open shift").ConfigureAwait(false);
        await stores.CommitAsync(unit => store.Add(unit, AShift(stores, opened.Cashier)), ct).ConfigureAwait(false);
        await stores.CommitAsync(unit => store.Save(unit, Paid(stores, opened)), ct).ConfigureAwait(false);
        await PharmacySamples.ConflictsAsync(() => stores.CommitAsync(unit => store.Save(unit, Paid(stores, opened)), ct), "A payment on a stale version").ConfigureAwait(false);
    }

    private static async Task ListsAsync(IClinicStores stores, CancellationToken ct)
    {
        var store = stores.Get<IShiftStore>();
        var all = new List<CashierShift>();
        for (var i = 0; i < 4; i++)
        {
            stores.Clock.Advance(Duration.FromMinutes(1));
            all.Add(AShift(stores));
            await stores.CommitAsync(unit => store.Add(unit, all[^1]), ct).ConfigureAwait(false);
        }

        var paid = Paid(stores, all[0]);
        await stores.CommitAsync(unit => store.Save(unit, paid), ct).ConfigureAwait(false);
        await stores.CommitAsync(unit => store.Save(unit, Closed(stores, paid)), ct).ConfigureAwait(false);
        var first = await store.ListAsync(stores.Tenant, null, false, new PageRequest(3), ct).ConfigureAwait(false);
        var rest = await store.ListAsync(stores.Tenant, null, false, new PageRequest(3, first.Next), ct).ConfigureAwait(false);
        Check.Sequence(all.AsEnumerable().Reverse().Select(s => s.Id), first.Items.Concat(rest.Items).Select(s => s.Id), "Last opened first");
        Check.Equal(3, (await store.ListAsync(stores.Tenant, null, true, PageRequest.First, ct).ConfigureAwait(false)).Items.Count, "The open ones");
        Check.Equal(1, (await store.ListAsync(stores.Tenant, all[2].Cashier, false, PageRequest.First, ct).ConfigureAwait(false)).Items.Count, "Those of a cashier");
        Check.Equal(0, (await store.ListAsync(stores.OtherTenant, null, false, PageRequest.First, ct).ConfigureAwait(false)).Items.Count, "Those of the other");
        Check.Equal(null, await store.FindAsync(stores.OtherTenant, all[0].Id, ct).ConfigureAwait(false), "One of mine, asked by the other");
        Check.Equal(null, await store.OpenOfAsync(stores.OtherTenant, all[2].Site, all[2].Cashier, ct).ConfigureAwait(false), "An open one of mine, asked by the other");
    }

    private static async Task ExpectAsync(IClinicStores stores, CashierShift expected, CancellationToken ct)
    {
        var found = Check.Found(await stores.Get<IShiftStore>().FindAsync(stores.Tenant, expected.Id, ct).ConfigureAwait(false), "The shift").ToSnapshot();
        Check.Sequence(expected.Totals, found.Totals, "The totals");
        Check.Equal(expected.ToSnapshot() with { Totals = [] }, found with { Totals = [] }, "The fields");
    }
}
