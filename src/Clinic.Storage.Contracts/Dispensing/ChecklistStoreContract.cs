using Clinic.Abstractions;
using Clinic.Dispensing.Checklists;

namespace Clinic.Storage.Contracts;

/// <summary>What <see cref="IChecklistStore"/> promises.</summary>
public static class ChecklistStoreContract
{
    /// <summary>The cases.</summary>
    public static IReadOnlyList<ContractCase> Cases { get; } =
    [
        new("A checklist comes back with its items in order, also after a change", KeepsAsync),
        new("A stale version is a conflict that changes nothing", RefusesStaleAsync),
        new("A new one whose id exists, and a change of none, are conflicts", RefusesOthersAsync),
        new("Checklists are listed by name, then id, each once", PagesAsync),
        new("A later page begins where the one before ended, though its last list was renamed", StaysAsync),
        new("Checklists are listed of one department or all; retired ones are found and not listed", ListsAsync),
        new("A commit that fails leaves neither new nor changed", LeavesNothingAsync),
        new("Checklists of another tenant are neither seen nor changed", SeparatesTenantsAsync),
        new("A store without checklists answers with nothing", IsEmptyAsync),
    ];

    private static IChecklistStore Store(IClinicStores stores) => stores.Get<IChecklistStore>();

    private static Checklist AChecklist(IClinicStores stores, string name = "Quirófano 1", DepartmentId? department = null) => new(
        stores.NewId<ChecklistId>(), department ?? stores.NewId<DepartmentId>(), name,
        [
            new(stores.NewId<PresentationId>(), new(2.50m, UnitCode.Millilitre), DispensingSamples.HardText),
            new(stores.NewId<PresentationId>(), new(1, UnitCode.Each)),
        ],
        false, 1);

    private static Task<ContractAnswer> SaveAsync(IClinicStores stores, CancellationToken ct, params Checklist[] all) => stores.CommitAsync(unit =>
    {
        foreach (var checklist in all) Store(stores).Save(unit, checklist);
    }, ct);

    private static Task<IReadOnlyList<Checklist>> AllAsync(IClinicStores stores, DepartmentId? department, CancellationToken ct, int size = 500) =>
        DispensingSamples.AllPagesAsync(p => Store(stores).ListAsync(stores.Tenant, department, p, ct), size);

    private static async Task ExpectAsync(IClinicStores stores, Checklist expected, CancellationToken ct)
    {
        var found = Check.Found(await Store(stores).FindAsync(stores.Tenant, expected.Id, ct).ConfigureAwait(false), "The checklist");
        Check.Equal(expected with { Items = [] }, found with { Items = [] }, "The fields");
        Check.Sequence(expected.Items, found.Items, "The items");
    }

    private static async Task KeepsAsync(IClinicStores stores, CancellationToken ct)
    {
        var first = AChecklist(stores, "Ñandú \"uno\" \U0001F48A");
        await SaveAsync(stores, ct, first, AChecklist(stores)).ConfigureAwait(false);
        await ExpectAsync(stores, first, ct).ConfigureAwait(false);
        var second = first with { Name = "Otra", Department = stores.NewId<DepartmentId>(), Items = [first.Items[1], .. AChecklist(stores).Items], Version = 2 };
        await SaveAsync(stores, ct, second).ConfigureAwait(false);
        await ExpectAsync(stores, second, ct).ConfigureAwait(false);
        var third = second with { Items = [first.Items[0]], IsRetired = true, Version = 3 };
        await SaveAsync(stores, ct, third).ConfigureAwait(false);
        await ExpectAsync(stores, third, ct).ConfigureAwait(false);
    }

    private static async Task RefusesStaleAsync(IClinicStores stores, CancellationToken ct)
    {
        var first = AChecklist(stores);
        var second = first with { Name = "Segunda", Version = 2 };
        await SaveAsync(stores, ct, first).ConfigureAwait(false);
        await SaveAsync(stores, ct, second).ConfigureAwait(false);
        var conflict = await Check.ThrowsAsync<ConcurrencyConflictException>(() => SaveAsync(stores, ct, first with { Name = "Tarde", Items = [], Version = 2 }), "A version that was changed since").ConfigureAwait(false);
        Check.True(conflict.Facts.Contains(first.Fact), "the conflict names the checklist");
        await ExpectAsync(stores, second, ct).ConfigureAwait(false);
    }

    private static async Task RefusesOthersAsync(IClinicStores stores, CancellationToken ct)
    {
        var first = AChecklist(stores);
        await SaveAsync(stores, ct, first).ConfigureAwait(false);
        await PharmacySamples.ConflictsAsync(() => SaveAsync(stores, ct, first with { Name = "Otra" }), "The same id as a new one").ConfigureAwait(false);
        await PharmacySamples.ConflictsAsync(() => SaveAsync(stores, ct, AChecklist(stores) with { Version = 2 }), "A change of one that was never added").ConfigureAwait(false);
        await PharmacySamples.ConflictsAsync(() => SaveAsync(stores, ct, first with { Version = 3 }), "A version that skips one").ConfigureAwait(false);
        await ExpectAsync(stores, first, ct).ConfigureAwait(false);
    }

    private static async Task PagesAsync(IClinicStores stores, CancellationToken ct)
    {
        string[] names = ["b", "a", "B", "a", "a", "ab", "á"];
        var all = names.Select(n => AChecklist(stores, n)).ToList();
        await SaveAsync(stores, ct, [.. all]).ConfigureAwait(false);
        var expected = all.OrderBy(c => c.Name, StringComparer.Ordinal).ThenBy(c => c.Id.ToString(), StringComparer.Ordinal).Select(c => c.Id).ToList();
        foreach (var size in new[] { 1, 2, 3, 7, 8 })
            Check.Sequence(expected, (await AllAsync(stores, null, ct, size).ConfigureAwait(false)).Select(c => c.Id), $"By name, {size} a page");
        foreach (var mark in new[] { "", "x", "/", expected[0].ToString() }) await Store(stores).ListAsync(stores.Tenant, null, new PageRequest(9, mark), ct).ConfigureAwait(false);
    }

    private static async Task StaysAsync(IClinicStores stores, CancellationToken ct)
    {
        string[] names = ["a", "b", "c", "d"];
        var all = names.Select(n => AChecklist(stores, n)).ToList();
        await SaveAsync(stores, ct, [.. all]).ConfigureAwait(false);
        var first = await Store(stores).ListAsync(stores.Tenant, null, new PageRequest(2), ct).ConfigureAwait(false);
        await SaveAsync(stores, ct, all[1] with { Name = "z", Version = 2 }).ConfigureAwait(false);
        var second = await Store(stores).ListAsync(stores.Tenant, null, new PageRequest(2, first.Next), ct).ConfigureAwait(false);
        Check.Sequence([all[2].Id, all[3].Id], second.Items.Select(c => c.Id), "The second page");
    }

    private static async Task ListsAsync(IClinicStores stores, CancellationToken ct)
    {
        var department = stores.NewId<DepartmentId>();
        var (mine, another, retired) = (AChecklist(stores, "b", department), AChecklist(stores, "a"), AChecklist(stores, "c", department) with { IsRetired = true });
        await SaveAsync(stores, ct, mine, another, retired).ConfigureAwait(false);
        Check.Sequence([another.Id, mine.Id], (await AllAsync(stores, null, ct).ConfigureAwait(false)).Select(c => c.Id), "All in use");
        Check.Sequence([mine.Id], (await AllAsync(stores, department, ct).ConfigureAwait(false)).Select(c => c.Id), "Of the department");
        await ExpectAsync(stores, retired, ct).ConfigureAwait(false);
        await SaveAsync(stores, ct, retired with { IsRetired = false, Version = 2 }, mine with { IsRetired = true, Version = 2 }).ConfigureAwait(false);
        Check.Sequence([retired.Id], (await AllAsync(stores, department, ct).ConfigureAwait(false)).Select(c => c.Id), "In use again, and no longer");
    }

    private static async Task LeavesNothingAsync(IClinicStores stores, CancellationToken ct)
    {
        var (stored, lost) = (AChecklist(stores), AChecklist(stores));
        await SaveAsync(stores, ct, stored).ConfigureAwait(false);
        await PharmacySamples.ConflictsAsync(() => SaveAsync(stores, ct, lost, stored with { Name = "z", Version = 2 }, stored), "A commit whose last step conflicts").ConfigureAwait(false);
        Check.Equal(null, await Store(stores).FindAsync(stores.Tenant, lost.Id, ct).ConfigureAwait(false), "The new one");
        await ExpectAsync(stores, stored, ct).ConfigureAwait(false);
        await SaveAsync(stores, ct, lost, stored with { Name = "z", Version = 2 }).ConfigureAwait(false);
    }

    private static async Task SeparatesTenantsAsync(IClinicStores stores, CancellationToken ct)
    {
        var (mine, other) = (AChecklist(stores), stores.OtherTenant);
        await SaveAsync(stores, ct, mine).ConfigureAwait(false);
        Check.Equal(null, await Store(stores).FindAsync(other, mine.Id, ct).ConfigureAwait(false), "Asked by the other");
        Check.Equal(0, (await Store(stores).ListAsync(other, null, PageRequest.First, ct).ConfigureAwait(false)).Items.Count, "The list of the other");
        await PharmacySamples.ConflictsAsync(() => stores.CommitAsync(unit => Store(stores).Save(unit, mine with { Version = 2 }), ct, other), "Changed by the other").ConfigureAwait(false);
        await stores.CommitAsync(unit => Store(stores).Save(unit, mine with { Name = "z" }), ct, other).ConfigureAwait(false);
        await ExpectAsync(stores, mine, ct).ConfigureAwait(false);
    }

    private static async Task IsEmptyAsync(IClinicStores stores, CancellationToken ct)
    {
        Check.Equal(null, await Store(stores).FindAsync(stores.Tenant, stores.NewId<ChecklistId>(), ct).ConfigureAwait(false), "An unknown checklist");
        var page = await Store(stores).ListAsync(stores.Tenant, null, PageRequest.First, ct).ConfigureAwait(false);
        Check.Equal((0, null), (page.Items.Count, page.Next), "Items and mark");
    }
}
