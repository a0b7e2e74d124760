using Clinic.Pharmacy.Alerts;

namespace Clinic.Storage.Contracts;

/// <summary>What <see cref="IAlertScanStore"/> promises.</summary>
public static class AlertScanStoreContract
{
    /// <summary>The cases.</summary>
    public static IReadOnlyList<ContractCase> Cases { get; } = [new("Where a scan stands comes back, per tenant, and only the next version is taken", KeepsAsync)];

    private static async Task KeepsAsync(IClinicStores stores, CancellationToken ct)
    {
        var store = stores.Get<IAlertScanStore>();
        Check.Equal(null, await store.FindAsync(stores.Tenant, ct).ConfigureAwait(false), "Before the first run");
        var first = new AlertScanState("Ñ|1", stores.Now(), 0, 1);
        await stores.CommitAsync(unit => store.Save(unit, first), ct).ConfigureAwait(false);
        Check.Equal(first, await store.FindAsync(stores.Tenant, ct).ConfigureAwait(false), "The first");
        await PharmacySamples.ConflictsAsync(() => stores.CommitAsync(unit => store.Save(unit, first), ct), "The first again").ConfigureAwait(false);
        var next = first with { After = null, Rounds = 1, Version = 2 };
        await stores.CommitAsync(unit => store.Save(unit, next), ct).ConfigureAwait(false);
        Check.Equal(next, await store.FindAsync(stores.Tenant, ct).ConfigureAwait(false), "The next");
        await PharmacySamples.ConflictsAsync(() => stores.CommitAsync(unit => store.Save(unit, next), ct), "The next again").ConfigureAwait(false);
        Check.Equal(null, await store.FindAsync(stores.OtherTenant, ct).ConfigureAwait(false), "That of the other");
    }
}
