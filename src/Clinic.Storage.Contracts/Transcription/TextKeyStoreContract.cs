using Clinic.Abstractions;
using Clinic.Transcription.Sealing;

namespace Clinic.Storage.Contracts;

/// <summary>What <see cref="ITextKeyStore"/> promises.</summary>
public static class TextKeyStoreContract
{
    /// <summary>The cases.</summary>
    public static IReadOnlyList<ContractCase> Cases { get; } =
    [
        new("A key is found by its owner, and an owner has one", KeepsAsync),
        new("A destroyed key is gone and another may take its place", DestroysAsync),
    ];

    private static async Task KeepsAsync(IClinicStores stores, CancellationToken ct)
    {
        var (store, key) = (stores.Get<ITextKeyStore>(), Key(stores, "transcription.session"));
        await stores.CommitAsync(unit => store.Add(unit, key), ct).ConfigureAwait(false);

        Same(key, await store.FindAsync(stores.Tenant, key.Owner, ct).ConfigureAwait(false));
        Check.Equal(null, await store.FindAsync(stores.OtherTenant, key.Owner, ct).ConfigureAwait(false), "The key, asked by the other");
        Check.Equal(null, await store.FindAsync(stores.Tenant, key.Owner with { Kind = "transcription.report" }, ct).ConfigureAwait(false), "The key of another kind");
        await Check.ThrowsAsync<ConcurrencyConflictException>(
            () => stores.CommitAsync(unit => store.Add(unit, new(key.Owner, "other", new byte[60], stores.Now())), ct), "A second key").ConfigureAwait(false);
        Same(key, await store.FindAsync(stores.Tenant, key.Owner, ct).ConfigureAwait(false));
    }

    private static async Task DestroysAsync(IClinicStores stores, CancellationToken ct)
    {
        var (store, key, other) = (stores.Get<ITextKeyStore>(), Key(stores, "transcription.report"), Key(stores, "transcription.report"));
        await stores.CommitAsync(
            unit =>
            {
                store.Add(unit, key);
                store.Add(unit, other);
            },
            ct).ConfigureAwait(false);
        await stores.CommitAsync(unit => store.Destroy(unit, key.Owner), ct).ConfigureAwait(false);
        await stores.CommitAsync(unit => store.Destroy(unit, key.Owner), ct).ConfigureAwait(false);

        Check.Equal(null, await store.FindAsync(stores.Tenant, key.Owner, ct).ConfigureAwait(false), "The destroyed key");
        Same(other, await store.FindAsync(stores.Tenant, other.Owner, ct).ConfigureAwait(false));
        await stores.CommitAsync(unit => store.Add(unit, key), ct).ConfigureAwait(false);
        Same(key, await store.FindAsync(stores.Tenant, key.Owner, ct).ConfigureAwait(false));
    }

    private static WrappedTextKey Key(IClinicStores stores, string kind) => new(new FactKey(kind, Guid.CreateVersion7()), "one", (byte[])[1, 2, 3, 0, 255], stores.Now());

    private static void Same(WrappedTextKey expected, WrappedTextKey? found)
    {
        var key = Check.Found(found, "The key");
        Check.Equal((expected.Owner, expected.KeyId, expected.MadeAt), (key.Owner, key.KeyId, key.MadeAt), "Owner, id and instant");
        Check.Sequence(expected.Wrapped.ToArray(), key.Wrapped.ToArray(), "The wrapped bytes");
    }
}
