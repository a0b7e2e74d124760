using Clinic.Abstractions;
using Clinic.Dispensing.Dispensations;
using Clinic.Dispensing.Usage;

namespace Clinic.Storage.Contracts;

/// <summary>What <see cref="IDoseStore"/> promises: a log that only grows.</summary>
public static class DoseStoreContract
{
    /// <summary>The cases.</summary>
    public static IReadOnlyList<ContractCase> Cases { get; } =
    [
        new("A dose comes back with every field", KeepsAsync),
        new("Doses of a dispensation are listed by recorded instant, then id, each once", PagesAsync),
        new("A dose is taken back once; the second reversal is a conflict that stores nothing", ReversesOnceAsync),
        new("Of many reversals at once exactly one succeeds", RacesAsync),
        new("An id that exists already is a conflict that changes nothing", RefusesTwiceAsync),
        new("A commit that fails leaves no dose", LeavesNothingAsync),
        new("Doses of another tenant are neither seen nor in the way", SeparatesTenantsAsync),
        new("A store without doses answers with nothing", IsEmptyAsync),
    ];

    private static IDoseStore Store(IClinicStores stores) => stores.Get<IDoseStore>();

    private static DoseEntry ADose(IClinicStores stores, DispensationId? dispensation = null) => new(
        stores.NewId<DoseId>(), dispensation ?? stores.NewId<DispensationId>(), 1, stores.NewId<LotId>(), DoseKind.Dose, new(2, UnitCode.Tablet), 2, 0, null, null,
        stores.NewId<PersonId>(), stores.NewId<PersonId>(), stores.Now(), stores.Now(), CareArea.Ward, false, null, null);

    private static DoseEntry Reversal(IClinicStores stores, DoseEntry of) =>
        of with { Id = stores.NewId<DoseId>(), Kind = DoseKind.Reversal, Reverses = of.Id, Reason = "equivocada", RecordedAt = stores.Now() };

    private static Task<ContractAnswer> AddAsync(IClinicStores stores, CancellationToken ct, params DoseEntry[] doses) => stores.CommitAsync(unit =>
    {
        foreach (var dose in doses) Store(stores).Add(unit, dose);
    }, ct);

    private static Task<IReadOnlyList<DoseEntry>> AllAsync(IClinicStores stores, DispensationId dispensation, CancellationToken ct, int size = 500) =>
        DispensingSamples.AllPagesAsync(p => Store(stores).ListAsync(stores.Tenant, dispensation, p, ct), size);

    private static async Task KeepsAsync(IClinicStores stores, CancellationToken ct)
    {
        var bare = ADose(stores);
        var full = bare with
        {
            Id = stores.NewId<DoseId>(),
            Line = 50,
            Kind = DoseKind.AllUsed,
            Entered = new(0.10m, new UnitCode("mg/kg")),
            Amount = 0.0375m,
            Overfill = 0.000001m,
            Containers = 3,
            WeightKg = 3.250m,
            At = stores.Now() - PharmacySamples.Microsecond,
            Area = CareArea.Theatre,
            IsBeyond = true,
            Reason = DispensingSamples.HardText,
        };
        var reversal = Reversal(stores, full);
        await AddAsync(stores, ct, bare, full, reversal).ConfigureAwait(false);
        foreach (var dose in new[] { bare, full, reversal })
            Check.Equal(dose, Check.Found(await Store(stores).FindAsync(stores.Tenant, dose.Id, ct).ConfigureAwait(false), "The dose"), "The dose");
        Check.Sequence(
            new[] { bare, full, reversal }.OrderBy(d => d.Id.ToString(), StringComparer.Ordinal), await AllAsync(stores, bare.Dispensation, ct).ConfigureAwait(false), "The log");
    }

    private static async Task PagesAsync(IClinicStores stores, CancellationToken ct)
    {
        var dispensation = stores.NewId<DispensationId>();
        var all = DispensingSamples.Unordered.Select(i => ADose(stores, dispensation) with { RecordedAt = stores.Now() + (PharmacySamples.Microsecond * i) }).ToList();
        await AddAsync(stores, ct, [.. all, ADose(stores)]).ConfigureAwait(false);
        var expected = all.OrderBy(d => d.RecordedAt).ThenBy(d => d.Id.ToString(), StringComparer.Ordinal).ToList();
        foreach (var size in new[] { 1, 2, 3, 7, 8 }) Check.Sequence(expected, await AllAsync(stores, dispensation, ct, size).ConfigureAwait(false), $"The log, {size} a page");

        var first = await Store(stores).ListAsync(stores.Tenant, dispensation, new PageRequest(3), ct).ConfigureAwait(false);
        await AddAsync(stores, ct, all[1] with { Id = stores.NewId<DoseId>() }).ConfigureAwait(false);
        var second = await Store(stores).ListAsync(stores.Tenant, dispensation, new PageRequest(9, first.Next), ct).ConfigureAwait(false);
        Check.Sequence(expected.Skip(3), second.Items, "The second page, though an earlier one came");
        foreach (var mark in new[] { "", "x", "/" }) await Store(stores).ListAsync(stores.Tenant, dispensation, new PageRequest(9, mark), ct).ConfigureAwait(false);
    }

    private static async Task ReversesOnceAsync(IClinicStores stores, CancellationToken ct)
    {
        var dose = ADose(stores);
        var (first, second) = (Reversal(stores, dose), Reversal(stores, dose));
        await AddAsync(stores, ct, dose).ConfigureAwait(false);
        Check.Equal(null, await Store(stores).ReversalOfAsync(stores.Tenant, dose.Id, ct).ConfigureAwait(false), "The reversal before there is one");
        await AddAsync(stores, ct, first).ConfigureAwait(false);

        var conflict = await Check.ThrowsAsync<ConcurrencyConflictException>(() => AddAsync(stores, ct, ADose(stores, dose.Dispensation), second), "A second reversal").ConfigureAwait(false);

        Check.Sequence([new FactKey("dispensing.dose", dose.Id.Value)], conflict.Facts, "The facts of the conflict");
        Check.Equal(first.Id, await Store(stores).ReversalOfAsync(stores.Tenant, dose.Id, ct).ConfigureAwait(false), "The reversal");
        Check.Equal(null, await Store(stores).ReversalOfAsync(stores.Tenant, first.Id, ct).ConfigureAwait(false), "The reversal of the reversal");
        Check.Equal(2, (await AllAsync(stores, dose.Dispensation, ct).ConfigureAwait(false)).Count, "Entries of the log");
    }

    private static async Task RacesAsync(IClinicStores stores, CancellationToken ct)
    {
        var dose = ADose(stores);
        await AddAsync(stores, ct, dose).ConfigureAwait(false);
        var ends = await ContractSteps.AtOnceAsync(6, _ => AddAsync(stores, ct, Reversal(stores, dose))).ConfigureAwait(false);
        Check.Equal(1, ends.Count(e => e is null), "Reversals that succeeded");
        Check.True(ends.All(e => e is null or ConcurrencyConflictException), "all others are conflicts");
        Check.Equal(2, (await AllAsync(stores, dose.Dispensation, ct).ConfigureAwait(false)).Count, "Entries of the log");
    }

    private static async Task RefusesTwiceAsync(IClinicStores stores, CancellationToken ct)
    {
        var dose = ADose(stores);
        await AddAsync(stores, ct, dose).ConfigureAwait(false);
        await PharmacySamples.ConflictsAsync(() => AddAsync(stores, ct, dose with { Amount = 9 }), "The same id twice").ConfigureAwait(false);
        Check.Equal(dose, await Store(stores).FindAsync(stores.Tenant, dose.Id, ct).ConfigureAwait(false), "The dose");
    }

    private static async Task LeavesNothingAsync(IClinicStores stores, CancellationToken ct)
    {
        var (stored, lost) = (ADose(stores), ADose(stores));
        var reversal = Reversal(stores, stored);
        await AddAsync(stores, ct, stored).ConfigureAwait(false);
        await PharmacySamples.ConflictsAsync(() => AddAsync(stores, ct, lost, reversal, stored), "A commit whose last step conflicts").ConfigureAwait(false);
        Check.Equal(null, await Store(stores).FindAsync(stores.Tenant, lost.Id, ct).ConfigureAwait(false), "The dose of a commit that failed");
        Check.Equal(0, (await AllAsync(stores, lost.Dispensation, ct).ConfigureAwait(false)).Count, "Its log");
        Check.Equal(null, await Store(stores).ReversalOfAsync(stores.Tenant, stored.Id, ct).ConfigureAwait(false), "The reversal of a commit that failed");
        await AddAsync(stores, ct, lost, reversal).ConfigureAwait(false);
    }

    private static async Task SeparatesTenantsAsync(IClinicStores stores, CancellationToken ct)
    {
        var (dose, other) = (ADose(stores), stores.OtherTenant);
        await AddAsync(stores, ct, dose, Reversal(stores, dose)).ConfigureAwait(false);
        Check.Equal(null, await Store(stores).FindAsync(other, dose.Id, ct).ConfigureAwait(false), "The dose, asked by the other");
        Check.Equal(null, await Store(stores).ReversalOfAsync(other, dose.Id, ct).ConfigureAwait(false), "The reversal, asked by the other");
        Check.Equal(0, (await Store(stores).ListAsync(other, dose.Dispensation, PageRequest.First, ct).ConfigureAwait(false)).Items.Count, "The log of the other");
        await stores.CommitAsync(unit =>
        {
            Store(stores).Add(unit, dose with { Amount = 9 });
            Store(stores).Add(unit, Reversal(stores, dose));
        }, ct, other).ConfigureAwait(false);
        Check.Equal(dose, await Store(stores).FindAsync(stores.Tenant, dose.Id, ct).ConfigureAwait(false), "Mine");
    }

    private static async Task IsEmptyAsync(IClinicStores stores, CancellationToken ct)
    {
        Check.Equal(null, await Store(stores).FindAsync(stores.Tenant, stores.NewId<DoseId>(), ct).ConfigureAwait(false), "An unknown dose");
        Check.Equal(null, await Store(stores).ReversalOfAsync(stores.Tenant, stores.NewId<DoseId>(), ct).ConfigureAwait(false), "The reversal of an unknown dose");
        var page = await Store(stores).ListAsync(stores.Tenant, stores.NewId<DispensationId>(), PageRequest.First, ct).ConfigureAwait(false);
        Check.Equal((0, null), (page.Items.Count, page.Next), "Items and mark");
    }
}
