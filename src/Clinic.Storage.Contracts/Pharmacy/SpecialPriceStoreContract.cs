using Clinic.Abstractions;
using Clinic.Pharmacy.Prices;
using NodaTime;

namespace Clinic.Storage.Contracts;

/// <summary>What <see cref="ISpecialPriceStore"/> promises.</summary>
public static class SpecialPriceStoreContract
{
    private static readonly LocalDate Start = new(2026, 4, 1);

    /// <summary>The cases.</summary>
    public static IReadOnlyList<ContractCase> Cases { get; } =
    [
        new("A special price comes back, also after it ended", KeepsAsync),
        new("Special prices in force are those of everybody and of the patient", FindsInForceAsync),
        new("A stale version and an overlap are conflicts", RefusesAsync),
        new("Special prices are listed first begun first, per tenant", ListsAsync),
    ];

    private static SpecialPrice ASpecial(IClinicStores stores, PresentationId presentation, SiteId site, int day = 0, PatientId? patient = null, decimal? off = 12.5m) =>
        SpecialPrice.Restore(new(
            stores.NewId<SpecialPriceId>(), site, presentation, PriceSegment.Patient, patient, Currency.Usd, off is null ? PricePer.Pack("box") : null,
            off is null ? 7.000001m : null, off, Start.PlusDays(day), Start.PlusDays(day + 9), stores.NewId<PersonId>(), stores.NewId<PersonId>(), "campaña", stores.Now(), null, 1));

    private static Task<ContractAnswer> SaveAsync(IClinicStores stores, SpecialPrice special, CancellationToken ct) =>
        stores.CommitAsync(unit => stores.Get<ISpecialPriceStore>().Save(unit, special), ct);

    private static SpecialPriceEnd End(IClinicStores stores, int day) => new(Start.PlusDays(day), stores.NewId<PersonId>(), stores.Now(), "error");

    private static async Task KeepsAsync(IClinicStores stores, CancellationToken ct)
    {
        var store = stores.Get<ISpecialPriceStore>();
        foreach (var special in (SpecialPrice[])[ASpecial(stores, stores.NewId<PresentationId>(), stores.NewId<SiteId>()), ASpecial(stores, stores.NewId<PresentationId>(), stores.NewId<SiteId>(), 0, stores.NewId<PatientId>(), null)])
        {
            await SaveAsync(stores, special, ct).ConfigureAwait(false);
            Check.Equal(special.ToSnapshot(), (await store.FindAsync(stores.Tenant, special.Id, ct).ConfigureAwait(false))?.ToSnapshot(), "The special price");
            var ended = special.EndEarly(End(stores, 3));
            await SaveAsync(stores, ended, ct).ConfigureAwait(false);
            Check.Equal(ended.ToSnapshot(), (await store.FindAsync(stores.Tenant, special.Id, ct).ConfigureAwait(false))?.ToSnapshot(), "The ended one");
            Check.Equal(null, await store.FindAsync(stores.OtherTenant, special.Id, ct).ConfigureAwait(false), "One of mine, asked by the other");
        }
    }

    private static async Task FindsInForceAsync(IClinicStores stores, CancellationToken ct)
    {
        var (presentation, site, patient) = (stores.NewId<PresentationId>(), stores.NewId<SiteId>(), stores.NewId<PatientId>());
        var (all, own) = (ASpecial(stores, presentation, site), ASpecial(stores, presentation, site, 0, patient));
        await SaveAsync(stores, all, ct).ConfigureAwait(false);
        await SaveAsync(stores, own, ct).ConfigureAwait(false);
        await SaveAsync(stores, own.EndEarly(End(stores, 4)), ct).ConfigureAwait(false);

        var store = stores.Get<ISpecialPriceStore>();
        async Task ExpectAsync(int day, PatientId? asked, params SpecialPriceId[] expected)
        {
            var found = await store.InForceAsync(stores.Tenant, site, PriceSegment.Patient, asked, Start.PlusDays(day), presentation, ct).ConfigureAwait(false);
            Check.Sequence(expected.OrderBy(i => i.ToString(), StringComparer.Ordinal), found.Select(s => s.Id), $"Those in force on day {day}");
        }

        await ExpectAsync(-1, patient).ConfigureAwait(false);
        await ExpectAsync(4, patient, all.Id, own.Id).ConfigureAwait(false);
        await ExpectAsync(4, null, all.Id).ConfigureAwait(false);
        await ExpectAsync(5, patient, all.Id).ConfigureAwait(false);
        await ExpectAsync(9, patient, all.Id).ConfigureAwait(false);
        await ExpectAsync(10, patient).ConfigureAwait(false);
        Check.Equal(0, (await store.InForceAsync(stores.OtherTenant, site, PriceSegment.Patient, null, Start, presentation, ct).ConfigureAwait(false)).Count, "Those of the other");
    }

    private static async Task RefusesAsync(IClinicStores stores, CancellationToken ct)
    {
        var (presentation, site) = (stores.NewId<PresentationId>(), stores.NewId<SiteId>());
        var first = ASpecial(stores, presentation, site);
        await SaveAsync(stores, first, ct).ConfigureAwait(false);
        await PharmacySamples.ConflictsAsync(() => SaveAsync(stores, ASpecial(stores, presentation, site, 9), ct), "An overlap of one day").ConfigureAwait(false);
        await SaveAsync(stores, first.EndEarly(End(stores, 8)), ct).ConfigureAwait(false);
        await SaveAsync(stores, ASpecial(stores, presentation, site, 9), ct).ConfigureAwait(false);
        await PharmacySamples.ConflictsAsync(() => SaveAsync(stores, first.EndEarly(End(stores, 7)), ct), "A version that was changed since").ConfigureAwait(false);
    }

    private static async Task ListsAsync(IClinicStores stores, CancellationToken ct)
    {
        var (presentation, site) = (stores.NewId<PresentationId>(), stores.NewId<SiteId>());
        SpecialPrice[] all = [ASpecial(stores, presentation, site, 20), ASpecial(stores, presentation, site), ASpecial(stores, presentation, site, 10)];
        foreach (var special in all) await SaveAsync(stores, special, ct).ConfigureAwait(false);

        var store = stores.Get<ISpecialPriceStore>();
        var first = await store.ListAsync(stores.Tenant, new(site, presentation, PriceSegment.Patient), new PageRequest(2), ct).ConfigureAwait(false);
        var rest = await store.ListAsync(stores.Tenant, new(site), new PageRequest(2, first.Next), ct).ConfigureAwait(false);
        Check.Sequence([all[1].Id, all[2].Id, all[0].Id], first.Items.Concat(rest.Items).Select(s => s.Id), "First begun first");
        Check.Sequence([all[2].Id], (await store.ListAsync(stores.Tenant, new(On: Start.PlusDays(10)), PageRequest.First, ct).ConfigureAwait(false)).Items.Select(s => s.Id), "Those of a date");
        Check.Equal(0, (await store.ListAsync(stores.Tenant, new(Segment: PriceSegment.Staff), PageRequest.First, ct).ConfigureAwait(false)).Items.Count, "Those of another segment");
        Check.Equal(0, (await store.ListAsync(stores.OtherTenant, new(), PageRequest.First, ct).ConfigureAwait(false)).Items.Count, "Those of the other");
    }
}
