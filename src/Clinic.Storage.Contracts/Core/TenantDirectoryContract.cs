using Clinic.Abstractions;

namespace Clinic.Storage.Contracts;

/// <summary>What <see cref="ITenantDirectory"/> promises: the clinics that have a site.</summary>
public static class TenantDirectoryContract
{
    /// <summary>The cases.</summary>
    public static IReadOnlyList<ContractCase> Cases { get; } =
    [
        new("Tenants with a site are listed once, ordered by id", ListsAsync),
    ];

    private static async Task ListsAsync(IClinicStores stores, CancellationToken ct)
    {
        Check.Equal(0, (await stores.Get<ITenantDirectory>().TenantsAsync(ct).ConfigureAwait(false)).Count, "Tenants without a site");
        foreach (var tenant in new[] { stores.OtherTenant, stores.Tenant, stores.Tenant })
            await stores.CommitAsync(unit => stores.Get<ISiteStore>().Save(unit, SiteStoreContract.ASite(stores, "Sede")), ct, tenant).ConfigureAwait(false);

        var expected = new[] { stores.Tenant, stores.OtherTenant }.OrderBy(t => t.ToString(), StringComparer.Ordinal);
        Check.Sequence(expected, await stores.Get<ITenantDirectory>().TenantsAsync(ct).ConfigureAwait(false), "The tenants");
    }
}
