using Clinic.Pharmacy.Sales.Invoices;

namespace Clinic.Storage.Contracts;

/// <summary>What <see cref="IInvoiceNumberStore"/> promises.</summary>
public static class InvoiceNumberStoreContract
{
    /// <summary>The cases.</summary>
    public static IReadOnlyList<ContractCase> Cases { get; } =
    [
        new("Numbers follow each other per kind, series and tenant", FollowsAsync),
        new("A gap, a repeated number and a second number of a document are conflicts", RefusesAsync),
    ];

    private static InvoiceNumber ANumber(IClinicStores stores, long sequence, string series = "001-001", InvoiceKind kind = InvoiceKind.Invoice) =>
        new(kind, series, sequence, stores.NewId<InvoiceId>(), stores.Now());

    private static async Task FollowsAsync(IClinicStores stores, CancellationToken ct)
    {
        var store = stores.Get<IInvoiceNumberStore>();
        var first = ANumber(stores, 1);
        foreach (var number in (InvoiceNumber[])[first, ANumber(stores, 2), ANumber(stores, 1, "001-002"), ANumber(stores, 1, kind: InvoiceKind.CreditNote)])
            await stores.CommitAsync(unit => store.Add(unit, number), ct).ConfigureAwait(false);
        Check.Equal(first, await store.FindAsync(stores.Tenant, first.Invoice, ct).ConfigureAwait(false), "The number of a document");
        Check.Equal(null, await store.FindAsync(stores.OtherTenant, first.Invoice, ct).ConfigureAwait(false), "Mine, asked by the other");
        Check.Equal(2L, await store.LastAsync(stores.Tenant, InvoiceKind.Invoice, "001-001", ct).ConfigureAwait(false), "The last of a series");
        Check.Equal(1L, await store.LastAsync(stores.Tenant, InvoiceKind.CreditNote, "001-001", ct).ConfigureAwait(false), "The last credit note");
        Check.Equal(0L, await store.LastAsync(stores.Tenant, InvoiceKind.Invoice, "009-001", ct).ConfigureAwait(false), "The last of none");
        Check.Equal(0L, await store.LastAsync(stores.OtherTenant, InvoiceKind.Invoice, "001-001", ct).ConfigureAwait(false), "The last of the other");
    }

    private static async Task RefusesAsync(IClinicStores stores, CancellationToken ct)
    {
        var store = stores.Get<IInvoiceNumberStore>();
        var first = ANumber(stores, 1);
        await stores.CommitAsync(unit => store.Add(unit, first), ct).ConfigureAwait(false);
        foreach (var wrong in (InvoiceNumber[])[ANumber(stores, 3), ANumber(stores, 1), first with { Sequence = 2 }])
            await PharmacySamples.ConflictsAsync(() => stores.CommitAsync(unit => store.Add(unit, wrong), ct), $"The number {wrong.Sequence}").ConfigureAwait(false);
    }
}
