using Clinic.Abstractions;
using Clinic.EmergencyBilling.Statements.Invoices;

namespace Clinic.Storage.Contracts;

/// <summary>What <see cref="IStayInvoiceNumberStore"/> promises.</summary>
public static class StayInvoiceNumberStoreContract
{
    /// <summary>The cases.</summary>
    public static IReadOnlyList<ContractCase> Cases { get; } =
    [
        new("Numbers are given per kind and series, from 1 without gaps, each once", GivesAsync),
    ];

    private static async Task GivesAsync(IClinicStores stores, CancellationToken ct)
    {
        var store = stores.Get<IStayInvoiceNumberStore>();
        Check.Equal(0L, await store.LastAsync(stores.Tenant, StayInvoiceKind.Invoice, "001-002", ct).ConfigureAwait(false), "The last before the first");
        var first = new StayInvoiceNumber(StayInvoiceKind.Invoice, "001-002", 1, stores.NewId<StayInvoiceId>(), stores.Now());
        await AddAsync(first).ConfigureAwait(false);
        await AddAsync(first with { Kind = StayInvoiceKind.CreditNote, Invoice = stores.NewId<StayInvoiceId>() }).ConfigureAwait(false);
        await AddAsync(first with { Series = "002-001", Invoice = stores.NewId<StayInvoiceId>() }).ConfigureAwait(false);

        Check.Equal(first, await store.FindAsync(stores.Tenant, first.Invoice, ct).ConfigureAwait(false), "The number");
        Check.Equal(null, await store.FindAsync(stores.OtherTenant, first.Invoice, ct).ConfigureAwait(false), "The number, asked by the other");
        Check.Equal(1L, await store.LastAsync(stores.Tenant, StayInvoiceKind.Invoice, "001-002", ct).ConfigureAwait(false), "The last");
        Check.Equal(0L, await store.LastAsync(stores.OtherTenant, StayInvoiceKind.Invoice, "001-002", ct).ConfigureAwait(false), "The last, asked by the other");
        StayInvoiceNumber[] refused =
        [
            first with { Invoice = stores.NewId<StayInvoiceId>() }, first with { Sequence = 2 }, first with { Sequence = 3, Invoice = stores.NewId<StayInvoiceId>() },
        ];
        foreach (var number in refused) await Check.ThrowsAsync<ConcurrencyConflictException>(() => AddAsync(number), $"The number {number.Sequence}").ConfigureAwait(false);

        Task<ContractAnswer> AddAsync(StayInvoiceNumber number) => stores.CommitAsync(unit => store.Add(unit, number), ct);
    }
}
