using Clinic.Abstractions;
using Clinic.Transcription.Recorders;

namespace Clinic.Storage.Contracts;

/// <summary>What <see cref="IRecorderStore"/> promises.</summary>
public static class RecorderStoreContract
{
    /// <summary>The cases.</summary>
    public static IReadOnlyList<ContractCase> Cases { get; } =
    [
        new("Settings are kept by person and tenant, one version after the other", KeepsAsync),
    ];

    private static async Task KeepsAsync(IClinicStores stores, CancellationToken ct)
    {
        var store = stores.Get<IRecorderStore>();
        var first = new RecorderSettings(stores.NewId<PersonId>(), RecorderQuality.Speech, "es", 1) { Device = "Micrófono de la sala 3" };
        Check.Equal(null, await store.FindAsync(stores.Tenant, first.Person, ct).ConfigureAwait(false), "Settings that nobody chose");
        await stores.CommitAsync(unit => store.Save(unit, first), ct).ConfigureAwait(false);
        Check.Equal(first, await store.FindAsync(stores.Tenant, first.Person, ct).ConfigureAwait(false), "The settings");

        var second = first with { Quality = RecorderQuality.Fine, Language = "en", Device = null, Version = 2 };
        await stores.CommitAsync(unit => store.Save(unit, second), ct).ConfigureAwait(false);
        await Check.ThrowsAsync<ConcurrencyConflictException>(() => stores.CommitAsync(unit => store.Save(unit, second), ct), "The same version again").ConfigureAwait(false);
        await Check.ThrowsAsync<ConcurrencyConflictException>(() => stores.CommitAsync(unit => store.Save(unit, first), ct), "The first version again").ConfigureAwait(false);
        Check.Equal(second, await store.FindAsync(stores.Tenant, first.Person, ct).ConfigureAwait(false), "The changed settings");
        Check.Equal(null, await store.FindAsync(stores.OtherTenant, first.Person, ct).ConfigureAwait(false), "The settings, asked by the other");
    }
}
