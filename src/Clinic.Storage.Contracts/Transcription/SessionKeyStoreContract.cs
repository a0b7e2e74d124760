using Clinic.Abstractions;
using Clinic.Transcription.Sessions;
using Clinic.Transcription.Transcripts;

namespace Clinic.Storage.Contracts;

/// <summary>What <see cref="ISessionKeyStore"/> promises.</summary>
public static class SessionKeyStoreContract
{
    /// <summary>The cases.</summary>
    public static IReadOnlyList<ContractCase> Cases { get; } =
    [
        new("A key comes back to the byte; a second one of a session is a conflict", KeepsAsync),
        new("A destroyed key is gone, and nothing else; twice does no harm", DestroysAsync),
    ];

    private static ISessionKeyStore Store(IClinicStores stores) => stores.Get<ISessionKeyStore>();

    private static Task<ContractAnswer> AddAsync(IClinicStores stores, SessionId session, CancellationToken ct) =>
        stores.CommitAsync(unit => Store(stores).Add(unit, new WrappedSessionKey(session, "k-1", new byte[] { 1, 0, 255, 7 }, stores.Now())), ct);

    private static async Task KeepsAsync(IClinicStores stores, CancellationToken ct)
    {
        var session = stores.NewId<SessionId>();
        Check.Equal(null, await Store(stores).FindAsync(stores.Tenant, session, ct).ConfigureAwait(false), "The key before there is one");
        await AddAsync(stores, session, ct).ConfigureAwait(false);

        var found = Check.Found(await Store(stores).FindAsync(stores.Tenant, session, ct).ConfigureAwait(false), "The key");
        Check.Sequence<byte>([1, 0, 255, 7], found.Wrapped.ToArray(), "Its bytes");
        Check.Equal(("k-1", session, stores.Now()), (found.KeyId, found.Session, found.MadeAt), "Its id, session and instant");
        Check.Equal(null, await Store(stores).FindAsync(stores.OtherTenant, session, ct).ConfigureAwait(false), "The key, asked by the other");
        await Check.ThrowsAsync<ConcurrencyConflictException>(() => AddAsync(stores, session, ct), "A second key").ConfigureAwait(false);
    }

    private static async Task DestroysAsync(IClinicStores stores, CancellationToken ct)
    {
        var (session, other) = (stores.NewId<SessionId>(), stores.NewId<SessionId>());
        await AddAsync(stores, session, ct).ConfigureAwait(false);
        await AddAsync(stores, other, ct).ConfigureAwait(false);
        for (var i = 0; i < 2; i++) await stores.CommitAsync(unit => Store(stores).Destroy(unit, session), ct).ConfigureAwait(false);

        Check.Equal(null, await Store(stores).FindAsync(stores.Tenant, session, ct).ConfigureAwait(false), "The destroyed key");
        _ = Check.Found(await Store(stores).FindAsync(stores.Tenant, other, ct).ConfigureAwait(false), "The other key");
    }
}
