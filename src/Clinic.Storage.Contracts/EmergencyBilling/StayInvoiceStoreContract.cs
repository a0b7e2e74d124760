using Clinic.Abstractions;
using Clinic.EmergencyBilling.Statements.Invoices;
using Clinic.EmergencyBilling.Stays;
using NodaTime;

namespace Clinic.Storage.Contracts;

/// <summary>What <see cref="IStayInvoiceStore"/> promises.</summary>
public static class StayInvoiceStoreContract
{
    /// <summary>The cases.</summary>
    public static IReadOnlyList<ContractCase> Cases { get; } =
    [
        new("An invoice comes back through all its states", KeepsAsync),
        new("Invoices are due by their next attempt, and listed per site, status and tenant, in pages", ListsAsync),
        new("A stale invoice is a conflict", RefusesAsync),
    ];

    internal static StayInvoice AnInvoice(IClinicStores stores, SiteId site, StayId? stay = null, Instant? requested = null, string? payer = "IESS") => StayInvoice.Restore(new(
        stores.NewId<StayInvoiceId>(), StayInvoiceKind.Invoice, stay ?? stores.NewId<StayId>(), stores.NewId<EncounterId>(), site, stores.NewId<PatientId>(), 2, payer,
        Currency.Usd,
        [
            new("stay", "1", "NOCHE", "Hora nocturna ñ", 7.2533m, "h", 101.34m, "IVA15", 15.20m),
            new("pharmacy", "0190f0c0", "AMOX500", "Amoxicilina 500 mg", 3m, "{tablet}", 0.75m, "IVA0", 0m),
        ],
        null, requested ?? stores.Now(), StayInvoiceStatus.Pending, null, null, null, null, 0, requested ?? stores.Now(), 1));

    private static Task<ContractAnswer> AddAsync(IClinicStores stores, StayInvoice invoice, CancellationToken ct) =>
        stores.CommitAsync(unit => stores.Get<IStayInvoiceStore>().Add(unit, invoice), ct);

    private static Task<ContractAnswer> SaveAsync(IClinicStores stores, StayInvoice invoice, CancellationToken ct) =>
        stores.CommitAsync(unit => stores.Get<IStayInvoiceStore>().Save(unit, invoice), ct);

    private static async Task KeepsAsync(IClinicStores stores, CancellationToken ct)
    {
        var invoice = AnInvoice(stores, stores.NewId<SiteId>());
        await AddAsync(stores, invoice, ct).ConfigureAwait(false);
        await ExpectAsync(stores, invoice, ct).ConfigureAwait(false);
        var attempted = invoice.Attempt(stores.Now() + Duration.FromMinutes(1));
        var rejected = attempted.Answer(new StayInvoiceOutcome.Rejected("RUC «inválido»"), stores.Now());
        var again = rejected.AskAgain(stores.Now());
        var accepted = again.Answer(new StayInvoiceOutcome.Accepted("001-002-000000001", "2026-ABC", stores.Now()), stores.Now());
        foreach (var next in (StayInvoice[])[attempted, rejected, again, accepted])
        {
            await SaveAsync(stores, next, ct).ConfigureAwait(false);
            await ExpectAsync(stores, next, ct).ConfigureAwait(false);
        }

        Check.Equal(null, await stores.Get<IStayInvoiceStore>().FindAsync(stores.OtherTenant, invoice.Id, ct).ConfigureAwait(false), "The invoice, asked by the other");
    }

    private static async Task ListsAsync(IClinicStores stores, CancellationToken ct)
    {
        var (site, stay, store, now) = (stores.NewId<SiteId>(), stores.NewId<StayId>(), stores.Get<IStayInvoiceStore>(), stores.Now());
        StayInvoice[] all =
        [
            AnInvoice(stores, site, stay, now - Duration.FromHours(2)), AnInvoice(stores, site, stay, now - Duration.FromHours(1), payer: null),
            AnInvoice(stores, site, null, now + Duration.FromHours(1)), AnInvoice(stores, stores.NewId<SiteId>(), null, now - Duration.FromHours(3)),
        ];
        foreach (var invoice in all) await AddAsync(stores, invoice, ct).ConfigureAwait(false);
        var taken = all[0].Answer(new StayInvoiceOutcome.Accepted("1", null, now), now);
        await SaveAsync(stores, taken, ct).ConfigureAwait(false);

        Check.Sequence([all[3].Id, all[1].Id], (await store.DueAsync(stores.Tenant, now, 10, ct).ConfigureAwait(false)).Select(i => i.Id), "What is due");
        Check.Sequence([all[3].Id], (await store.DueAsync(stores.Tenant, now, 1, ct).ConfigureAwait(false)).Select(i => i.Id), "The first that is due");
        Check.Sequence([all[0].Id, all[1].Id], (await store.OfStayAsync(stores.Tenant, stay, ct).ConfigureAwait(false)).Select(i => i.Id), "Of the stay");
        var page = await store.ListAsync(stores.Tenant, site, null, new PageRequest(2), ct).ConfigureAwait(false);
        var rest = await store.ListAsync(stores.Tenant, site, null, new PageRequest(2, page.Next), ct).ConfigureAwait(false);
        Check.Sequence([all[2].Id, all[1].Id, all[0].Id], page.Items.Concat(rest.Items).Select(i => i.Id), "Of the site, last requested first");
        var accepted = await store.ListAsync(stores.Tenant, site, StayInvoiceStatus.Accepted, PageRequest.First, ct).ConfigureAwait(false);
        Check.Sequence([all[0].Id], accepted.Items.Select(i => i.Id), "Accepted ones");
        var visit = all[0].ToSnapshot().Encounter;
        var again = StayInvoice.Restore(all[3].ToSnapshot() with { Id = stores.NewId<StayInvoiceId>(), Encounter = visit, Requested = now - Duration.FromHours(5) });
        await AddAsync(stores, again, ct).ConfigureAwait(false);
        Check.Sequence([again.Id, all[0].Id], (await store.OfEncounterAsync(stores.Tenant, visit, ct).ConfigureAwait(false)).Select(i => i.Id), "Of the visit, whichever stay");
        Check.Equal(0, (await store.OfEncounterAsync(stores.OtherTenant, visit, ct).ConfigureAwait(false)).Count, "Of the visit, asked by the other");
        Check.Equal(0, (await store.DueAsync(stores.OtherTenant, now, 10, ct).ConfigureAwait(false)).Count, "What is due, asked by the other");
        Check.Equal(0, (await store.OfStayAsync(stores.OtherTenant, stay, ct).ConfigureAwait(false)).Count, "Of the stay, asked by the other");
        Check.Equal(0, (await store.ListAsync(stores.OtherTenant, site, null, PageRequest.First, ct).ConfigureAwait(false)).Items.Count, "Of the site, asked by the other");
    }

    private static async Task RefusesAsync(IClinicStores stores, CancellationToken ct)
    {
        var invoice = AnInvoice(stores, stores.NewId<SiteId>());
        await AddAsync(stores, invoice, ct).ConfigureAwait(false);
        await SaveAsync(stores, invoice.Attempt(stores.Now()), ct).ConfigureAwait(false);
        await Check.ThrowsAsync<ConcurrencyConflictException>(() => SaveAsync(stores, invoice.Attempt(stores.Now()), ct), "A stale invoice").ConfigureAwait(false);
        await Check.ThrowsAsync<ConcurrencyConflictException>(() => AddAsync(stores, invoice, ct), "An invoice that exists").ConfigureAwait(false);
    }

    private static async Task ExpectAsync(IClinicStores stores, StayInvoice expected, CancellationToken ct)
    {
        var found = Check.Found(await stores.Get<IStayInvoiceStore>().FindAsync(stores.Tenant, expected.Id, ct).ConfigureAwait(false), "The invoice").ToSnapshot();
        Check.Equal(expected.ToSnapshot() with { Lines = found.Lines }, found, "The invoice");
        Check.Sequence(expected.ToSnapshot().Lines, found.Lines, "Its lines");
    }
}
