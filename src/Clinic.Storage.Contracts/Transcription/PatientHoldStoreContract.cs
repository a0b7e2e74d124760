using Clinic.Abstractions;
using Clinic.Transcription.Retention;

namespace Clinic.Storage.Contracts;

/// <summary>What <see cref="IPatientHoldStore"/> promises.</summary>
public static class PatientHoldStoreContract
{
    /// <summary>The cases.</summary>
    public static IReadOnlyList<ContractCase> Cases { get; } = [new("A hold is found by its patient, changes by one version, and new sessions may rely on it", KeepsAsync)];

    private static async Task KeepsAsync(IClinicStores stores, CancellationToken ct)
    {
        var (store, patient, sites) = (stores.Get<IPatientHoldStore>(), stores.NewId<PatientId>(), (SiteId[])[stores.NewId<SiteId>(), stores.NewId<SiteId>()]);
        await stores.CommitAsync(unit => unit.Require(PatientHold.FactOf(patient), 0), ct).ConfigureAwait(false);
        await stores.CommitAsync(unit => store.Save(unit, new(patient, sites, 1)), ct).ConfigureAwait(false);

        var found = Check.Found(await store.FindAsync(stores.Tenant, patient, ct).ConfigureAwait(false), "The hold");
        Check.Sequence(sites, found.Sites, "The sites");
        Check.Equal((patient, 1L), (found.Patient, found.Version), "Patient and version");
        Check.Equal(null, await store.FindAsync(stores.OtherTenant, patient, ct).ConfigureAwait(false), "The hold, asked by the other");
        await Check.ThrowsAsync<ConcurrencyConflictException>(() => stores.CommitAsync(unit => store.Save(unit, new(patient, [], 1)), ct), "A second first hold").ConfigureAwait(false);
        await Check.ThrowsAsync<ConcurrencyConflictException>(() => stores.CommitAsync(unit => unit.Require(found.Fact, 0), ct), "Relying on no hold").ConfigureAwait(false);
        await stores.CommitAsync(unit => store.Save(unit, new(patient, [], 2)), ct).ConfigureAwait(false);
        await Check.ThrowsAsync<ConcurrencyConflictException>(() => stores.CommitAsync(unit => store.Save(unit, new(patient, sites, 2)), ct), "A stale hold").ConfigureAwait(false);
        Check.Equal(0, (await store.FindAsync(stores.Tenant, patient, ct).ConfigureAwait(false))!.Sites.Count, "Sites after the release");
    }
}
