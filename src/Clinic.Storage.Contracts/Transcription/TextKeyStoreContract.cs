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
        new("Keys under another key of the ring are counted, listed in one order, and wrapped anew once", ReplacesAsync),
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

    private static async Task ReplacesAsync(IClinicStores stores, CancellationToken ct)
    {
        var store = stores.Get<ITextKeyStore>();
        WrappedTextKey[] keys = [Key(stores, "transcription.session"), Key(stores, "transcription.report"), Key(stores, "transcription.report")];
        await stores.CommitAsync(unit => Array.ForEach(keys, k => store.Add(unit, k)), ct).ConfigureAwait(false);
        var expected = keys.Select(k => k.Owner).OrderBy(o => o.Kind, StringComparer.Ordinal).ThenBy(o => o.Id.ToString(), StringComparer.Ordinal).ToList();

        var found = await store.ListOtherAsync(stores.Tenant, "two", 10, ct).ConfigureAwait(false);
        Check.Sequence(expected, found.Select(k => k.Owner), "Keys under another");
        Same(keys.Single(k => k.Owner == expected[0]), found[0]);
        Check.Sequence(expected.Take(2), (await store.ListOtherAsync(stores.Tenant, "two", 2, ct).ConfigureAwait(false)).Select(k => k.Owner), "Two of them");
        Check.Equal((3L, 0L, 0L), (await CountAsync(stores.Tenant, "two").ConfigureAwait(false), await CountAsync(stores.Tenant, "one").ConfigureAwait(false), await CountAsync(stores.OtherTenant, "two").ConfigureAwait(false)), "The counts");
        var again = new WrappedTextKey(keys[0].Owner, "two", (byte[])[9, 0, 9], keys[0].MadeAt);
        await stores.CommitAsync(unit => store.Replace(unit, keys[0], again), ct).ConfigureAwait(false);

        Same(again, await store.FindAsync(stores.Tenant, keys[0].Owner, ct).ConfigureAwait(false));
        Check.Equal(2L, await CountAsync(stores.Tenant, "two").ConfigureAwait(false), "What is left");
        await Check.ThrowsAsync<ConcurrencyConflictException>(() => stores.CommitAsync(unit => store.Replace(unit, keys[0], again), ct), "The same once more").ConfigureAwait(false);
        await stores.CommitAsync(unit => store.Destroy(unit, keys[1].Owner), ct).ConfigureAwait(false);
        await Check.ThrowsAsync<ConcurrencyConflictException>(
            () => stores.CommitAsync(unit => store.Replace(unit, keys[1], new(keys[1].Owner, "two", again.Wrapped, keys[1].MadeAt)), ct), "A destroyed key").ConfigureAwait(false);
        Check.Equal(null, await store.FindAsync(stores.Tenant, keys[1].Owner, ct).ConfigureAwait(false), "The destroyed key");

        Task<long> CountAsync(Clinic.Abstractions.TenantId tenant, string id) => store.CountOtherAsync(tenant, id, ct);
    }

    private static WrappedTextKey Key(IClinicStores stores, string kind) => new(new FactKey(kind, Guid.CreateVersion7()), "one", (byte[])[1, 2, 3, 0, 255], stores.Now());

    private static void Same(WrappedTextKey expected, WrappedTextKey? found)
    {
        var key = Check.Found(found, "The key");
        Check.Equal((expected.Owner, expected.KeyId, expected.MadeAt), (key.Owner, key.KeyId, key.MadeAt), "Owner, id and instant");
        Check.Sequence(expected.Wrapped.ToArray(), key.Wrapped.ToArray(), "The wrapped bytes");
    }
}
