using Clinic.Abstractions;
using Clinic.Pharmacy.Prices;
using NodaTime;

namespace Clinic.Storage.Contracts;

/// <summary>What <see cref="IPriceListStore"/> promises.</summary>
public static class PriceListStoreContract
{
    private static readonly LocalDate Start = new(2026, 4, 1);

    /// <summary>The cases.</summary>
    public static IReadOnlyList<ContractCase> Cases { get; } =
    [
        new("A price list comes back with its prices in order, in every version", KeepsAsync),
        new("The version that holds on a date is the last whose date has come", FindsInForceAsync),
        new("A stale version, a taken code and an overlap are conflicts", RefusesAsync),
        new("Price lists are listed by code without prices, per tenant", ListsAsync),
        new("A part of a price list is never stored", RefusesPartAsync),
    ];

    private static PriceEntry AnEntry(IClinicStores stores) =>
        new(stores.NewId<PresentationId>(), PricePer.BaseUnit, PriceRule.Fixed(0.250000m), "IVA15", 0.2m);

    private static PriceList AList(IClinicStores stores, string code, SiteId site, PriceSegment segment, LocalDate? until = null, LocalDate? from = null) => PriceList.Restore(new(
        stores.NewId<PriceListId>(), code, "Público ñ", site, segment, Currency.Usd, true, MidpointRounding.ToEven, from ?? Start, until, from ?? Start,
        [
            AnEntry(stores),
            new(stores.NewId<PresentationId>(), PricePer.Wholesale(100.5m, "box"), PriceRule.From(MarkupOnCost.FromPercent(33.333333m)), "IVA0"),
            new(stores.NewId<PresentationId>(), PricePer.Pack("box"), PriceRule.From(MarginOnPrice.FromPercent(20)), "exento", 1_000_000_000m),
        ],
        false, stores.NewId<PersonId>(), null, "apertura", stores.Now(), 1));

    private static PriceSignature By(IClinicStores stores) => new(stores.NewId<PersonId>(), stores.NewId<PersonId>(), "alza", stores.Now());

    private static Task<ContractAnswer> SaveAsync(IClinicStores stores, PriceList list, CancellationToken ct) =>
        stores.CommitAsync(unit => stores.Get<IPriceListStore>().Save(unit, list), ct);

    private static async Task KeepsAsync(IClinicStores stores, CancellationToken ct)
    {
        var first = AList(stores, "PUB", stores.NewId<SiteId>(), PriceSegment.OfInsurer("IESS: ñ"), Start.PlusDays(90));
        var second = first.Revise([AnEntry(stores)], [new(first.Entries[1].Presentation, first.Entries[1].Per)], "Otro", Start.PlusDays(60), Start.PlusDays(10), By(stores));
        var last = second.Retire(Start.PlusDays(20), By(stores));
        foreach (var list in (PriceList[])[first, second, last])
        {
            await SaveAsync(stores, list, ct).ConfigureAwait(false);
            await ExpectAsync(stores, list, null, ct).ConfigureAwait(false);
        }

        await ExpectAsync(stores, first, 1, ct).ConfigureAwait(false);
        await ExpectAsync(stores, second, 2, ct).ConfigureAwait(false);
        var store = stores.Get<IPriceListStore>();
        Check.Equal(null, await store.FindAsync(stores.Tenant, first.Id, 4, ct).ConfigureAwait(false), "A version that is not there");
        var page = await store.HistoryAsync(stores.Tenant, first.Id, new PageRequest(2), ct).ConfigureAwait(false);
        var rest = await store.HistoryAsync(stores.Tenant, first.Id, new PageRequest(2, page.Next), ct).ConfigureAwait(false);
        Check.Sequence([3L, 2L, 1L], page.Items.Concat(rest.Items).Select(l => l.Version), "The history, last first");
        Check.Equal(0, page.Items.Sum(l => l.Entries.Count), "The prices in the history");
        Check.Equal(0, (await store.HistoryAsync(stores.OtherTenant, first.Id, PageRequest.First, ct).ConfigureAwait(false)).Items.Count, "The history, asked by the other");
    }

    private static async Task FindsInForceAsync(IClinicStores stores, CancellationToken ct)
    {
        var site = stores.NewId<SiteId>();
        var first = AList(stores, "PUB", site, PriceSegment.Patient);
        var second = first.Revise([first.Entries[0] with { Rule = PriceRule.Fixed(0.3m) }], [], null, null, Start.PlusDays(10), By(stores));
        var last = second.Retire(Start.PlusDays(20), By(stores));
        foreach (var list in (PriceList[])[first, second, last, AList(stores, "STA", site, PriceSegment.Staff)]) await SaveAsync(stores, list, ct).ConfigureAwait(false);

        var store = stores.Get<IPriceListStore>();
        async Task ExpectOnAsync(int day, long? version, TenantId? tenant = null)
        {
            var found = await store.InForceAsync(tenant ?? stores.Tenant, site, PriceSegment.Patient, Start.PlusDays(day), first.Entries[0].Presentation, ct).ConfigureAwait(false);
            Check.Sequence(version is { } v ? [v] : [], found.Select(l => l.Version), $"The version on day {day}");
            Check.Equal(found.Count, found.Count(l => l.IsPart && l.Entries.Count == 1 && l.Entries[0].Presentation == first.Entries[0].Presentation), "The prices of one presentation");
        }

        await ExpectOnAsync(-1, null).ConfigureAwait(false);
        await ExpectOnAsync(0, 1).ConfigureAwait(false);
        await ExpectOnAsync(9, 1).ConfigureAwait(false);
        await ExpectOnAsync(10, 2).ConfigureAwait(false);
        await ExpectOnAsync(19, 2).ConfigureAwait(false);
        await ExpectOnAsync(20, null).ConfigureAwait(false);
        await ExpectOnAsync(10, null, stores.OtherTenant).ConfigureAwait(false);
    }

    private static async Task RefusesAsync(IClinicStores stores, CancellationToken ct)
    {
        var site = stores.NewId<SiteId>();
        var first = AList(stores, "PUB", site, PriceSegment.Patient, Start.PlusDays(30));
        await SaveAsync(stores, first, ct).ConfigureAwait(false);
        await SaveAsync(stores, first.Revise([AnEntry(stores)], [], null, null, Start, By(stores)), ct).ConfigureAwait(false);

        await PharmacySamples.ConflictsAsync(() => SaveAsync(stores, first.Retire(Start, By(stores)), ct), "A version that was changed since").ConfigureAwait(false);
        await PharmacySamples.ConflictsAsync(() => SaveAsync(stores, AList(stores, "PUB", stores.NewId<SiteId>(), PriceSegment.Staff), ct), "A taken code").ConfigureAwait(false);
        await PharmacySamples.ConflictsAsync(() => SaveAsync(stores, AList(stores, "PUB2", site, PriceSegment.Patient, null, Start.PlusDays(30)), ct), "An overlap of one day").ConfigureAwait(false);
        await SaveAsync(stores, AList(stores, "PUB3", site, PriceSegment.Patient, null, Start.PlusDays(31)), ct).ConfigureAwait(false);
        await SaveAsync(stores, AList(stores, "STA", site, PriceSegment.Staff), ct).ConfigureAwait(false);
    }

    private static async Task ListsAsync(IClinicStores stores, CancellationToken ct)
    {
        var site = stores.NewId<SiteId>();
        await SaveAsync(stores, AList(stores, "C", site, PriceSegment.Patient), ct).ConfigureAwait(false);
        await SaveAsync(stores, AList(stores, "A", site, PriceSegment.Staff), ct).ConfigureAwait(false);
        await SaveAsync(stores, AList(stores, "B", site, PriceSegment.OfInsurer("IESS")), ct).ConfigureAwait(false);

        var store = stores.Get<IPriceListStore>();
        var first = await store.ListAsync(stores.Tenant, new(site), new PageRequest(2), ct).ConfigureAwait(false);
        var rest = await store.ListAsync(stores.Tenant, new(site), new PageRequest(2, first.Next), ct).ConfigureAwait(false);
        Check.Sequence(["A", "B", "C"], first.Items.Concat(rest.Items).Select(l => l.Code), "All by code");
        Check.Equal(0, first.Items.Sum(l => l.Entries.Count), "The prices in the list");
        Check.Sequence(["A"], (await store.ListAsync(stores.Tenant, new(site, PriceSegment.Staff), PageRequest.First, ct).ConfigureAwait(false)).Items.Select(l => l.Code), "Those of a segment");
        Check.Equal(true, (await store.FindByCodeAsync(stores.Tenant, "A", ct).ConfigureAwait(false))?.IsPart, "The one of a code");
        Check.Equal(0, (await store.ListAsync(stores.OtherTenant, new(), PageRequest.First, ct).ConfigureAwait(false)).Items.Count, "Those of the other");
        Check.Equal(null, await store.FindByCodeAsync(stores.OtherTenant, "A", ct).ConfigureAwait(false), "One of mine, asked by the other");
    }

    private static async Task RefusesPartAsync(IClinicStores stores, CancellationToken ct)
    {
        var refused = false;
        await stores.CommitAsync(unit =>
        {
            try
            {
                stores.Get<IPriceListStore>().Save(unit, AList(stores, "PART", stores.NewId<SiteId>(), PriceSegment.Patient).Part());
            }
            catch (ArgumentException)
            {
                refused = true;
            }
        }, ct).ConfigureAwait(false);
        Check.Equal(true, refused, "A part is refused");
    }

    private static async Task ExpectAsync(IClinicStores stores, PriceList expected, long? version, CancellationToken ct)
    {
        var found = Check.Found(await stores.Get<IPriceListStore>().FindAsync(stores.Tenant, expected.Id, version, ct).ConfigureAwait(false), "The price list").ToSnapshot();
        Check.Sequence(expected.Entries, found.Entries, "The prices");
        Check.Equal(expected.ToSnapshot() with { Entries = [] }, found with { Entries = [] }, "The fields");
    }
}
