using Clinic.Abstractions;
using Clinic.Dispensing.Dispensations;
using Clinic.Dispensing.Wasting;

namespace Clinic.Storage.Contracts;

/// <summary>What <see cref="IWasteStore"/> promises: a log that only grows.</summary>
public static class WasteStoreContract
{
    /// <summary>The cases.</summary>
    public static IReadOnlyList<ContractCase> Cases { get; } =
    [
        new("Waste comes back with every field", KeepsAsync),
        new("Waste of a dispensation is listed by recorded instant, then id, each once", PagesAsync),
        new("One entry is found by its id and taken back once", ReversesOnceAsync),
        new("A commit that fails leaves no waste", LeavesNothingAsync),
        new("Waste of another tenant is neither seen nor in the way", SeparatesTenantsAsync),
        new("A store without waste answers with nothing", IsEmptyAsync),
    ];

    private static IWasteStore Store(IClinicStores stores) => stores.Get<IWasteStore>();

    private static WasteEntry AWaste(IClinicStores stores, DispensationId? dispensation = null) => new(
        stores.NewId<WasteId>(), dispensation ?? stores.NewId<DispensationId>(), 1, stores.NewId<LotId>(), RemainderKind.Broken, 1, "caída", stores.NewId<PersonId>(),
        null, null, null, stores.Now(), stores.Now(), null);

    private static Task<ContractAnswer> AddAsync(IClinicStores stores, CancellationToken ct, params WasteEntry[] all) => stores.CommitAsync(unit =>
    {
        foreach (var waste in all) Store(stores).Add(unit, waste);
    }, ct);

    private static Task<IReadOnlyList<WasteEntry>> AllAsync(IClinicStores stores, DispensationId dispensation, CancellationToken ct, int size = 500) =>
        DispensingSamples.AllPagesAsync(p => Store(stores).ListAsync(stores.Tenant, dispensation, p, ct), size);

    private static async Task KeepsAsync(IClinicStores stores, CancellationToken ct)
    {
        var bare = AWaste(stores);
        var witnessed = bare with
        {
            Id = stores.NewId<WasteId>(),
            Line = 50,
            Kind = RemainderKind.Overfill,
            Amount = 0.000001m,
            Reason = DispensingSamples.HardText,
            Witness = stores.AProof(CredentialKind.Pin),
            DrawnAt = stores.Now() - PharmacySamples.Microsecond,
            At = stores.Now() + PharmacySamples.Microsecond,
            Certificate = DispensingSamples.HardText,
        };
        var alone = bare with { Id = stores.NewId<WasteId>(), Amount = 9_000_000_000.5m, WitnessMissing = DispensingSamples.HardText };
        await AddAsync(stores, ct, bare, witnessed, alone).ConfigureAwait(false);
        Check.Sequence(
            new[] { bare, witnessed, alone }.OrderBy(w => w.Id.ToString(), StringComparer.Ordinal), await AllAsync(stores, bare.Dispensation, ct).ConfigureAwait(false), "The log");
    }

    private static async Task PagesAsync(IClinicStores stores, CancellationToken ct)
    {
        var dispensation = stores.NewId<DispensationId>();
        var all = DispensingSamples.Unordered.Select(i => AWaste(stores, dispensation) with { RecordedAt = stores.Now() + (PharmacySamples.Microsecond * i) }).ToList();
        await AddAsync(stores, ct, [.. all, AWaste(stores)]).ConfigureAwait(false);
        var expected = all.OrderBy(w => w.RecordedAt).ThenBy(w => w.Id.ToString(), StringComparer.Ordinal).ToList();
        foreach (var size in new[] { 1, 2, 3, 7, 8 }) Check.Sequence(expected, await AllAsync(stores, dispensation, ct, size).ConfigureAwait(false), $"The log, {size} a page");

        var first = await Store(stores).ListAsync(stores.Tenant, dispensation, new PageRequest(3), ct).ConfigureAwait(false);
        await AddAsync(stores, ct, all[1] with { Id = stores.NewId<WasteId>() }).ConfigureAwait(false);
        var second = await Store(stores).ListAsync(stores.Tenant, dispensation, new PageRequest(9, first.Next), ct).ConfigureAwait(false);
        Check.Sequence(expected.Skip(3), second.Items, "The second page, though an earlier one came");
        foreach (var mark in new[] { "", "x", "/" }) await Store(stores).ListAsync(stores.Tenant, dispensation, new PageRequest(9, mark), ct).ConfigureAwait(false);
    }

    private static async Task ReversesOnceAsync(IClinicStores stores, CancellationToken ct)
    {
        var waste = AWaste(stores);
        await AddAsync(stores, ct, waste).ConfigureAwait(false);
        var reversal = waste with { Id = stores.NewId<WasteId>(), Reverses = waste.Id };
        await AddAsync(stores, ct, reversal).ConfigureAwait(false);
        await PharmacySamples.ConflictsAsync(() => AddAsync(stores, ct, reversal with { Id = stores.NewId<WasteId>() }), "A second reversal").ConfigureAwait(false);

        Check.Equal(waste, await Store(stores).FindAsync(stores.Tenant, waste.Id, ct).ConfigureAwait(false), "The entry");
        Check.Equal(reversal, await Store(stores).FindAsync(stores.Tenant, reversal.Id, ct).ConfigureAwait(false), "The reversal");
        Check.Equal(reversal.Id, await Store(stores).ReversalOfAsync(stores.Tenant, waste.Id, ct).ConfigureAwait(false), "What takes it back");
        Check.Equal(null, await Store(stores).ReversalOfAsync(stores.Tenant, reversal.Id, ct).ConfigureAwait(false), "What takes the reversal back");
        Check.Equal(null, await Store(stores).FindAsync(stores.NewId<TenantId>(), waste.Id, ct).ConfigureAwait(false), "The entry for another tenant");
        Check.Equal(2, (await AllAsync(stores, waste.Dispensation, ct).ConfigureAwait(false)).Count, "Entries of the log");
    }

    private static async Task LeavesNothingAsync(IClinicStores stores, CancellationToken ct)
    {
        var (waste, stored) = (AWaste(stores), stores.ADispensation());
        await stores.AddAsync(ct, stored).ConfigureAwait(false);
        await PharmacySamples.ConflictsAsync(() => stores.CommitAsync(unit =>
        {
            Store(stores).Add(unit, waste);
            stores.Get<IDispensationStore>().Add(unit, Dispensation.Restore(stored));
        }, ct), "A commit whose last step conflicts").ConfigureAwait(false);
        Check.Equal(0, (await AllAsync(stores, waste.Dispensation, ct).ConfigureAwait(false)).Count, "Waste of a commit that failed");
        await AddAsync(stores, ct, waste).ConfigureAwait(false);
        Check.Sequence([waste], await AllAsync(stores, waste.Dispensation, ct).ConfigureAwait(false), "The same, committed");
    }

    private static async Task SeparatesTenantsAsync(IClinicStores stores, CancellationToken ct)
    {
        var waste = AWaste(stores);
        await AddAsync(stores, ct, waste).ConfigureAwait(false);
        Check.Equal(0, (await Store(stores).ListAsync(stores.OtherTenant, waste.Dispensation, PageRequest.First, ct).ConfigureAwait(false)).Items.Count, "The log of the other");
        await stores.CommitAsync(unit => Store(stores).Add(unit, waste with { Amount = 9 }), ct, stores.OtherTenant).ConfigureAwait(false);
        Check.Sequence([waste], await AllAsync(stores, waste.Dispensation, ct).ConfigureAwait(false), "Mine");
    }

    private static async Task IsEmptyAsync(IClinicStores stores, CancellationToken ct)
    {
        var page = await Store(stores).ListAsync(stores.Tenant, stores.NewId<DispensationId>(), PageRequest.First, ct).ConfigureAwait(false);
        Check.Equal((0, null), (page.Items.Count, page.Next), "Items and mark");
    }
}
