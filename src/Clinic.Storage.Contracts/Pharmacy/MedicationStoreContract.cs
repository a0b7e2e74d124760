using Clinic.Abstractions;
using Clinic.Pharmacy.Medications;

namespace Clinic.Storage.Contracts;

/// <summary>What <see cref="IMedicationStore"/> promises.</summary>
public static class MedicationStoreContract
{
    /// <summary>The cases.</summary>
    public static IReadOnlyList<ContractCase> Cases { get; } =
    [
        new("A medication comes back with every field", KeepsAsync),
        new("A code that is taken is a conflict, and nothing of the unit is stored", RefusesTakenAsync),
        new("Codes that differ in case are two codes", KeepsCaseApartAsync),
        new("A stale version is a conflict", RefusesStaleAsync),
        new("Medications are found without regard to case and accents, page by page", SearchesAsync),
        new("The same code in two tenants is two medications", SeparatesTenantsAsync),
    ];

    private static async Task KeepsAsync(IClinicStores stores, CancellationToken ct)
    {
        var full = Medication.Restore(new(
            stores.NewId<MedicationId>(), "PARA-Ñ", "Paracetamol + cafeína", "Dolorán Ü", "Laboratorio Ñ", "RS-001", "N02BE01", "jarabe",
            [
                new Ingredient("paracetamol", new Quantity(120.50m, UnitCode.Milligram), new Quantity(5, UnitCode.Millilitre)),
                new Ingredient("caffeine", new Quantity(0.000000000001m, UnitCode.Milligram)),
            ],
            ControlledClass.Psychotropic, new StorageConditions(-2.5m, 8m, true, "no congelar"), true, 1));
        await stores.CommitAsync(unit => stores.Get<IMedicationStore>().Add(unit, full), ct).ConfigureAwait(false);

        var found = Check.Found(await stores.Get<IMedicationStore>().FindAsync(stores.Tenant, full.Id, ct).ConfigureAwait(false), "The medication").ToSnapshot();
        Check.Sequence(full.Ingredients, found.Ingredients, "The ingredients in order");
        Check.Equal(full.ToSnapshot() with { Ingredients = [] }, found with { Ingredients = [] }, "The fields");
        Check.Equal(full.Id, (await stores.Get<IMedicationStore>().FindByCodeAsync(stores.Tenant, "PARA-Ñ", ct).ConfigureAwait(false))?.Id, "The one of the code");
    }

    private static async Task RefusesTakenAsync(IClinicStores stores, CancellationToken ct)
    {
        var (first, other, second) = (stores.AMedication("A"), stores.AMedication("B"), stores.AMedication("A"));
        await stores.CommitAsync(unit => stores.Get<IMedicationStore>().Add(unit, first), ct).ConfigureAwait(false);

        await PharmacySamples.ConflictsAsync(() => stores.CommitAsync(unit =>
        {
            stores.Get<IMedicationStore>().Add(unit, other);
            stores.Get<IMedicationStore>().Add(unit, second);
        }, ct), "A taken code").ConfigureAwait(false);

        Check.Equal(null, await stores.Get<IMedicationStore>().FindAsync(stores.Tenant, other.Id, ct).ConfigureAwait(false), "What came before the conflict");
    }

    private static async Task KeepsCaseApartAsync(IClinicStores stores, CancellationToken ct)
    {
        var (upper, lower) = (stores.AMedication("IBU"), stores.AMedication("ibu"));
        await stores.CommitAsync(unit =>
        {
            stores.Get<IMedicationStore>().Add(unit, upper);
            stores.Get<IMedicationStore>().Add(unit, lower);
        }, ct).ConfigureAwait(false);

        Check.Equal(lower.Id, (await stores.Get<IMedicationStore>().FindByCodeAsync(stores.Tenant, "ibu", ct).ConfigureAwait(false))?.Id, "The lower-case one");
    }

    private static async Task RefusesStaleAsync(IClinicStores stores, CancellationToken ct)
    {
        var medication = stores.AMedication("STALE");
        await stores.CommitAsync(unit => stores.Get<IMedicationStore>().Add(unit, medication), ct).ConfigureAwait(false);
        await stores.CommitAsync(unit => stores.Get<IMedicationStore>().Save(unit, medication.Retire()), ct).ConfigureAwait(false);

        await PharmacySamples.ConflictsAsync(
            () => stores.CommitAsync(unit => stores.Get<IMedicationStore>().Save(unit, medication.Retire()), ct), "A version that was changed since").ConfigureAwait(false);
    }

    private static async Task SearchesAsync(IClinicStores stores, CancellationToken ct)
    {
        var all = Enumerable.Range(0, 7).Select(i => stores.AMedication($"C{i}")).ToList();
        await stores.CommitAsync(unit =>
        {
            foreach (var m in all) stores.Get<IMedicationStore>().Add(unit, m);
            stores.Get<IMedicationStore>().Add(unit, Medication.Restore(stores.AMedication("D").ToSnapshot() with { GenericName = "Ácido fólico" }));
        }, ct).ConfigureAwait(false);

        var codes = new List<string>();
        string? after = null;
        do
        {
            var page = await stores.Get<IMedicationStore>().ListAsync(stores.Tenant, "AMOXI", new PageRequest(3, after), ct).ConfigureAwait(false);
            codes.AddRange(page.Items.Select(m => m.Code));
            after = page.Next;
        }
        while (after is not null);
        Check.Sequence(all.Select(m => m.Code), codes, "The codes in order, each once");
        var folded = await stores.Get<IMedicationStore>().ListAsync(stores.Tenant, "acido FOLICO", PageRequest.First, ct).ConfigureAwait(false);
        Check.Sequence(["D"], folded.Items.Select(m => m.Code), "What is found without accents");
        var literal = await stores.Get<IMedicationStore>().ListAsync(stores.Tenant, "%", PageRequest.First, ct).ConfigureAwait(false);
        Check.Equal(0, literal.Items.Count, "What is found by a percent sign");
    }

    private static async Task SeparatesTenantsAsync(IClinicStores stores, CancellationToken ct)
    {
        var (mine, theirs) = (stores.AMedication("SAME"), stores.AMedication("SAME"));
        await stores.CommitAsync(unit => stores.Get<IMedicationStore>().Add(unit, mine), ct).ConfigureAwait(false);
        await stores.CommitAsync(unit => stores.Get<IMedicationStore>().Add(unit, theirs), ct, stores.OtherTenant).ConfigureAwait(false);

        Check.Equal(mine.Id, (await stores.Get<IMedicationStore>().FindByCodeAsync(stores.Tenant, "SAME", ct).ConfigureAwait(false))?.Id, "Mine");
        Check.Equal(null, await stores.Get<IMedicationStore>().FindAsync(stores.Tenant, theirs.Id, ct).ConfigureAwait(false), "Theirs, asked by me");
        Check.Equal(1, (await stores.Get<IMedicationStore>().ListAsync(stores.OtherTenant, null, PageRequest.First, ct).ConfigureAwait(false)).Items.Count, "What the other lists");
    }
}
