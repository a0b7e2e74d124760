using Clinic.Abstractions;
using Clinic.Transcription.Reports;
using Clinic.Transcription.Retention;
using Clinic.Transcription.Sessions;
using NodaTime;

namespace Clinic.Storage.Contracts;

/// <summary>What <see cref="IPatientErasureStore"/> promises.</summary>
public static class PatientErasureStoreContract
{
    /// <summary>The cases.</summary>
    public static IReadOnlyList<ContractCase> Cases { get; } = [new("Proofs come back whole, in their order, of one patient of one clinic", KeepsAsync)];

    private static async Task KeepsAsync(IClinicStores stores, CancellationToken ct)
    {
        var (store, patient) = (stores.Get<IPatientErasureStore>(), stores.NewId<PatientId>());
        PatientErasure[] proofs = [.. Enumerable.Range(0, 2).Select(i => new PatientErasure(
            stores.NewId<SessionId>().Value, patient, stores.Now() + Duration.FromHours(i), stores.NewId<PersonId>(), [stores.NewId<SessionId>()],
            [new("transcript", stores.NewId<SessionId>().Value, "ab")], [new(stores.NewId<ReportId>(), 2, "cd")]))];
        foreach (var proof in proofs.Reverse()) await stores.CommitAsync(unit => store.Add(unit, proof), ct).ConfigureAwait(false);

        var found = await store.OfPatientAsync(stores.Tenant, patient, ct).ConfigureAwait(false);
        Check.Sequence(proofs.Select(Shown), found.Select(Shown), "The proofs");
        await Check.ThrowsAsync<ConcurrencyConflictException>(() => stores.CommitAsync(unit => store.Add(unit, proofs[0]), ct), "The same proof again").ConfigureAwait(false);
        Check.Equal(0, (await store.OfPatientAsync(stores.OtherTenant, patient, ct).ConfigureAwait(false)).Count, "Proofs, asked by the other");
        Check.Equal(0, (await store.OfPatientAsync(stores.Tenant, stores.NewId<PatientId>(), ct).ConfigureAwait(false)).Count, "Proofs of nobody");
    }

    private static string Shown(PatientErasure e) => $"{e.Id} {e.Patient} {e.At} {e.By} {string.Join(';', e.Sessions)} {string.Join(';', e.Destroyed)} {string.Join(';', e.Kept)}";
}
