using Clinic.Abstractions;
using Clinic.Pharmacy.Sales;
using Clinic.Pharmacy.Sales.Invoices;
using NodaTime;

namespace Clinic.Storage.Contracts;

/// <summary>What <see cref="IInvoiceStore"/> promises.</summary>
public static class InvoiceStoreContract
{
    /// <summary>The cases.</summary>
    public static IReadOnlyList<ContractCase> Cases { get; } =
    [
        new("An invoice comes back through all its states", KeepsAsync),
        new("A stale version is a conflict", RefusesStaleAsync),
        new("Due are those whose time has come, the oldest first", DueAsync),
        new("Invoices are listed last requested first, of a sale, in a status, per tenant", ListsAsync),
    ];

    private static Invoice AnInvoice(IClinicStores stores, SaleId? sale = null, InvoiceKind kind = InvoiceKind.Invoice) => Invoice.Request(
        stores.NewId<InvoiceId>(), kind, sale ?? stores.NewId<SaleId>(), kind == InvoiceKind.CreditNote ? 2 : null, stores.NewId<SiteId>(), new(12.30m, Currency.Usd), stores.Now());

    private static async Task KeepsAsync(IClinicStores stores, CancellationToken ct)
    {
        var store = stores.Get<IInvoiceStore>();
        var asked = AnInvoice(stores, kind: InvoiceKind.CreditNote);
        await stores.CommitAsync(unit => store.Add(unit, asked), ct).ConfigureAwait(false);
        await ExpectAsync(stores, asked, ct).ConfigureAwait(false);
        var attempted = asked.Attempt(stores.Now() + Duration.FromSeconds(30));
        var accepted = attempted.Answer(new InvoiceOutcome.Accepted("001-001-000000007", "AUT-1", stores.Now()), stores.Now());
        var unwanted = accepted.Annul("mistake", stores.Now());
        foreach (var next in (Invoice[])[attempted, accepted, unwanted, unwanted.Answer(new InvoiceOutcome.Voided(stores.Now()), stores.Now())])
        {
            await stores.CommitAsync(unit => store.Save(unit, next), ct).ConfigureAwait(false);
            await ExpectAsync(stores, next, ct).ConfigureAwait(false);
        }
    }

    private static async Task RefusesStaleAsync(IClinicStores stores, CancellationToken ct)
    {
        var store = stores.Get<IInvoiceStore>();
        var asked = AnInvoice(stores);
        await stores.CommitAsync(unit => store.Add(unit, asked), ct).ConfigureAwait(false);
        await stores.CommitAsync(unit => store.Save(unit, asked.Attempt(stores.Now())), ct).ConfigureAwait(false);
        await PharmacySamples.ConflictsAsync(() => stores.CommitAsync(unit => store.Save(unit, asked.Annul("x", stores.Now())), ct), "A version that was changed since").ConfigureAwait(false);
    }

    private static async Task DueAsync(IClinicStores stores, CancellationToken ct)
    {
        var store = stores.Get<IInvoiceStore>();
        var all = new List<Invoice>();
        for (var i = 0; i < 4; i++)
        {
            stores.Clock.Advance(Duration.FromMinutes(1));
            all.Add(AnInvoice(stores));
            await stores.CommitAsync(unit => store.Add(unit, all[^1]), ct).ConfigureAwait(false);
        }

        await stores.CommitAsync(unit => store.Save(unit, all[0].Attempt(stores.Now() + PharmacySamples.Microsecond)), ct).ConfigureAwait(false);
        await stores.CommitAsync(unit => store.Save(unit, all[1].Answer(new InvoiceOutcome.Rejected("no"), stores.Now())), ct).ConfigureAwait(false);
        async Task<IEnumerable<InvoiceId>> Due(Instant now, int most = 10, TenantId? tenant = null) =>
            (await store.DueAsync(tenant ?? stores.Tenant, now, most, ct).ConfigureAwait(false)).Select(i => i.Id);
        Check.Sequence([all[2].Id, all[3].Id], await Due(stores.Now()).ConfigureAwait(false), "Those that are due");
        Check.Sequence([all[2].Id, all[3].Id, all[0].Id], await Due(stores.Now() + PharmacySamples.Microsecond).ConfigureAwait(false), "Those that are due later");
        Check.Sequence([all[2].Id], await Due(stores.Now(), 1).ConfigureAwait(false), "The first");
        Check.Sequence([], await Due(stores.Now(), tenant: stores.OtherTenant).ConfigureAwait(false), "Those of the other");
    }

    private static async Task ListsAsync(IClinicStores stores, CancellationToken ct)
    {
        var store = stores.Get<IInvoiceStore>();
        var sale = stores.NewId<SaleId>();
        var all = new List<Invoice>();
        for (var i = 0; i < 4; i++)
        {
            stores.Clock.Advance(Duration.FromMinutes(1));
            all.Add(AnInvoice(stores, i < 2 ? sale : null));
            await stores.CommitAsync(unit => store.Add(unit, all[^1]), ct).ConfigureAwait(false);
        }

        await stores.CommitAsync(unit => store.Save(unit, all[3].Annul("x", stores.Now())), ct).ConfigureAwait(false);
        var first = await store.ListAsync(stores.Tenant, null, null, new PageRequest(3), ct).ConfigureAwait(false);
        var rest = await store.ListAsync(stores.Tenant, null, null, new PageRequest(3, first.Next), ct).ConfigureAwait(false);
        Check.Sequence(all.AsEnumerable().Reverse().Select(i => i.Id), first.Items.Concat(rest.Items).Select(i => i.Id), "Last requested first");
        Check.Equal(2, (await store.ListAsync(stores.Tenant, sale, null, PageRequest.First, ct).ConfigureAwait(false)).Items.Count, "Those of a sale");
        Check.Equal(all[3].Id, (await store.ListAsync(stores.Tenant, null, InvoiceStatus.Void, PageRequest.First, ct).ConfigureAwait(false)).Items.Single().Id, "Those void");
        Check.Equal(0, (await store.ListAsync(stores.OtherTenant, null, null, PageRequest.First, ct).ConfigureAwait(false)).Items.Count, "Those of the other");
        Check.Equal(null, await store.FindAsync(stores.OtherTenant, all[0].Id, ct).ConfigureAwait(false), "One of mine, asked by the other");
    }

    private static async Task ExpectAsync(IClinicStores stores, Invoice expected, CancellationToken ct) => Check.Equal(
        expected.ToSnapshot(), Check.Found(await stores.Get<IInvoiceStore>().FindAsync(stores.Tenant, expected.Id, ct).ConfigureAwait(false), "The invoice").ToSnapshot(), "The invoice");
}
