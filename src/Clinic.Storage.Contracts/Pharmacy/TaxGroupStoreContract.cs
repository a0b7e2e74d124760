using Clinic.Abstractions;
using Clinic.Pharmacy.Prices;
using NodaTime;

namespace Clinic.Storage.Contracts;

/// <summary>What <see cref="ITaxGroupStore"/> promises.</summary>
public static class TaxGroupStoreContract
{
    /// <summary>The cases.</summary>
    public static IReadOnlyList<ContractCase> Cases { get; } =
    [
        new("A tax group comes back with its rates in order of setting", KeepsAsync),
        new("A stale version and a taken code are conflicts", RefusesAsync),
    ];

    private static TaxRate ARate(IClinicStores stores, LocalDate from, decimal percent) => new(from, percent, stores.NewId<PersonId>(), stores.Now(), "ley ñ");

    private static TaxGroup AGroup(IClinicStores stores, string code, bool exempt = false) =>
        TaxGroup.Restore(new(stores.NewId<TaxGroupId>(), code, "IVA", exempt, [ARate(stores, new(2020, 1, 1), exempt ? 0 : 12.3456m)], 1));

    private static Task<ContractAnswer> SaveAsync(IClinicStores stores, TaxGroup group, CancellationToken ct, TenantId? tenant = null) =>
        stores.CommitAsync(unit => stores.Get<ITaxGroupStore>().Save(unit, group), ct, tenant);

    private static async Task KeepsAsync(IClinicStores stores, CancellationToken ct)
    {
        var (iva, exempt) = (AGroup(stores, "IVA"), AGroup(stores, "EX", exempt: true));
        var raised = iva.Add(ARate(stores, new(2024, 4, 1), 15), "IVA 15 %");
        foreach (var group in (TaxGroup[])[iva, raised, exempt])
        {
            await SaveAsync(stores, group, ct).ConfigureAwait(false);
            var found = Check.Found(await stores.Get<ITaxGroupStore>().FindByCodeAsync(stores.Tenant, group.Code, ct).ConfigureAwait(false), "The group").ToSnapshot();
            Check.Sequence(group.Rates, found.Rates, "The rates");
            Check.Equal(group.ToSnapshot() with { Rates = [] }, found with { Rates = [] }, "The fields");
        }

        Check.Sequence(["EX", "IVA"], (await stores.Get<ITaxGroupStore>().ListAsync(stores.Tenant, ct).ConfigureAwait(false)).Select(g => g.Code), "All by code");
        Check.Equal(0, (await stores.Get<ITaxGroupStore>().ListAsync(stores.OtherTenant, ct).ConfigureAwait(false)).Count, "Those of the other");
        Check.Equal(null, await stores.Get<ITaxGroupStore>().FindByCodeAsync(stores.OtherTenant, "IVA", ct).ConfigureAwait(false), "One of mine, asked by the other");
    }

    private static async Task RefusesAsync(IClinicStores stores, CancellationToken ct)
    {
        var iva = AGroup(stores, "IVA");
        await SaveAsync(stores, iva, ct).ConfigureAwait(false);
        await SaveAsync(stores, iva.Add(ARate(stores, new(2024, 4, 1), 15), "IVA"), ct).ConfigureAwait(false);
        await PharmacySamples.ConflictsAsync(() => SaveAsync(stores, iva.Add(ARate(stores, new(2025, 4, 1), 8), "IVA"), ct), "A version that was changed since").ConfigureAwait(false);
        await PharmacySamples.ConflictsAsync(() => SaveAsync(stores, AGroup(stores, "IVA"), ct), "A taken code").ConfigureAwait(false);
        await SaveAsync(stores, AGroup(stores, "IVA"), ct, stores.OtherTenant).ConfigureAwait(false);
    }
}
