using Clinic.Abstractions;
using Clinic.Pharmacy.Gs1;
using Clinic.Pharmacy.Presentations;
using NodaTime;

namespace Clinic.Storage.Contracts;

/// <summary>What <see cref="IPresentationStore"/> promises.</summary>
public static class PresentationStoreContract
{
    private const string OneGtin = "09506000134352";
    private const string OtherGtin = "07501234567893";

    /// <summary>The cases.</summary>
    public static IReadOnlyList<ContractCase> Cases { get; } =
    [
        new("A presentation comes back with levels and GTINs in order", KeepsAsync),
        new("A GTIN that another presentation carries is a conflict", RefusesTakenAsync),
        new("A GTIN that was given up is free", FreesGtinAsync),
        new("A stale version is a conflict", RefusesStaleAsync),
        new("Presentations are listed by code, of one medication or by text", ListsAsync),
        new("The same GTIN in two tenants is two presentations", SeparatesTenantsAsync),
    ];

    private static async Task KeepsAsync(IClinicStores stores, CancellationToken ct)
    {
        var full = Presentation.Restore(stores.APresentation("VIAL-Ü", PharmacySamples.AGtin(OneGtin, "box"), PharmacySamples.AGtin(OtherGtin)).ToSnapshot() with
        {
            BaseUnit = UnitCode.Millilitre,
            Scale = 6,
            ContainerContent = new Quantity(2.5m, UnitCode.Millilitre),
            BeyondUse = Duration.FromHours(28) + Duration.FromNanoseconds(1),
            RequiresExpiry = false,
        });
        await AddAsync(stores, ct, full).ConfigureAwait(false);

        var found = Check.Found(await stores.Get<IPresentationStore>().FindAsync(stores.Tenant, full.Id, ct).ConfigureAwait(false), "The presentation").ToSnapshot();
        Check.Sequence(full.Levels, found.Levels, "The levels");
        Check.Sequence(full.Gtins, found.Gtins, "The GTINs");
        Check.Equal(full.ToSnapshot() with { Levels = [], Gtins = [] }, found with { Levels = [], Gtins = [] }, "The fields");
        Check.Equal(full.Id, (await stores.Get<IPresentationStore>().FindByGtinAsync(stores.Tenant, Gtin.Parse(OneGtin), ct).ConfigureAwait(false))?.Id, "The one of the GTIN");
    }

    private static async Task RefusesTakenAsync(IClinicStores stores, CancellationToken ct)
    {
        await AddAsync(stores, ct, stores.APresentation("A", PharmacySamples.AGtin(OneGtin))).ConfigureAwait(false);

        await PharmacySamples.ConflictsAsync(() => AddAsync(stores, ct, stores.APresentation("B", PharmacySamples.AGtin(OneGtin))), "A taken GTIN").ConfigureAwait(false);
        await PharmacySamples.ConflictsAsync(() => AddAsync(stores, ct, stores.APresentation("A")), "A taken code").ConfigureAwait(false);
        Check.Equal(null, await stores.Get<IPresentationStore>().FindByCodeAsync(stores.Tenant, "B", ct).ConfigureAwait(false), "The refused one");
    }

    private static async Task FreesGtinAsync(IClinicStores stores, CancellationToken ct)
    {
        var first = stores.APresentation("A", PharmacySamples.AGtin(OneGtin));
        await AddAsync(stores, ct, first).ConfigureAwait(false);
        await stores.CommitAsync(unit => stores.Get<IPresentationStore>().Save(unit, first.Revise(first.ToSnapshot() with { Gtins = [] }, hasMoved: false)), ct).ConfigureAwait(false);

        var second = stores.APresentation("B", PharmacySamples.AGtin(OneGtin));
        await AddAsync(stores, ct, second).ConfigureAwait(false);
        Check.Equal(second.Id, (await stores.Get<IPresentationStore>().FindByGtinAsync(stores.Tenant, Gtin.Parse(OneGtin), ct).ConfigureAwait(false))?.Id, "Who carries it now");
    }

    private static async Task RefusesStaleAsync(IClinicStores stores, CancellationToken ct)
    {
        var presentation = stores.APresentation("S");
        await AddAsync(stores, ct, presentation).ConfigureAwait(false);
        await stores.CommitAsync(unit => stores.Get<IPresentationStore>().Save(unit, presentation.Retire()), ct).ConfigureAwait(false);

        await PharmacySamples.ConflictsAsync(
            () => stores.CommitAsync(unit => stores.Get<IPresentationStore>().Save(unit, presentation.Retire()), ct), "A version that was changed since").ConfigureAwait(false);
    }

    private static async Task ListsAsync(IClinicStores stores, CancellationToken ct)
    {
        var (a, b, c) = (stores.APresentation("A"), stores.APresentation("B"), Presentation.Restore(stores.APresentation("C").ToSnapshot() with { Name = "Ñandú" }));
        await AddAsync(stores, ct, c, a, b).ConfigureAwait(false);

        var store = stores.Get<IPresentationStore>();
        var first = await store.ListAsync(stores.Tenant, null, null, new PageRequest(2), ct).ConfigureAwait(false);
        var rest = await store.ListAsync(stores.Tenant, null, null, new PageRequest(2, first.Next), ct).ConfigureAwait(false);
        Check.Sequence(["A", "B", "C"], first.Items.Concat(rest.Items).Select(p => p.Code), "All by code");
        Check.Equal(null, rest.Next, "The mark at the end");
        Check.Sequence(["B"], (await store.ListAsync(stores.Tenant, b.Medication, null, PageRequest.First, ct).ConfigureAwait(false)).Items.Select(p => p.Code), "Those of a medication");
        Check.Sequence(["C"], (await store.ListAsync(stores.Tenant, null, "nandu", PageRequest.First, ct).ConfigureAwait(false)).Items.Select(p => p.Code), "Those with a text");
    }

    private static async Task SeparatesTenantsAsync(IClinicStores stores, CancellationToken ct)
    {
        var (mine, theirs) = (stores.APresentation("A", PharmacySamples.AGtin(OneGtin)), stores.APresentation("A", PharmacySamples.AGtin(OneGtin)));
        await AddAsync(stores, ct, mine).ConfigureAwait(false);
        await stores.CommitAsync(unit => stores.Get<IPresentationStore>().Add(unit, theirs), ct, stores.OtherTenant).ConfigureAwait(false);

        Check.Equal(theirs.Id, (await stores.Get<IPresentationStore>().FindByGtinAsync(stores.OtherTenant, Gtin.Parse(OneGtin), ct).ConfigureAwait(false))?.Id, "Theirs");
        Check.Equal(null, await stores.Get<IPresentationStore>().FindAsync(stores.Tenant, theirs.Id, ct).ConfigureAwait(false), "Theirs, asked by me");
    }

    private static Task<ContractAnswer> AddAsync(IClinicStores stores, CancellationToken ct, params Presentation[] all) => stores.CommitAsync(unit =>
    {
        foreach (var p in all) stores.Get<IPresentationStore>().Add(unit, p);
    }, ct);
}
