using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Storage.Contracts;

/// <summary>What <see cref="ICredentialStore"/> promises: one credential per kind, and attempts that cannot slip by.</summary>
public static class CredentialStoreContract
{
    private const int Limit = 3;

    private static readonly Duration LockFor = Duration.FromMinutes(15);

    /// <summary>The cases.</summary>
    public static IReadOnlyList<ContractCase> Cases { get; } =
    [
        new("A credential comes back byte by byte", KeepsAsync),
        new("A new credential replaces the earlier one of its kind only", ReplacesAsync),
        new("As many attempts as the limit go on, the next meets the lock", LocksAsync),
        new("Attempts while locked do not prolong the lock", DoesNotProlongAsync),
        new("A lock that has ended starts the count anew", StartsAnewAsync),
        new("A limit of one locks after one attempt", LimitOfOneAsync),
        new("Clearing starts the count anew", ClearsAsync),
        new("Attempts at once are all counted", CountsAtOnceAsync),
        new("Subjects are compared exactly and counted apart", SeparatesSubjectsAsync),
        new("The same person and subject in two tenants are two", SeparatesTenantsAsync),
    ];

    private static async Task KeepsAsync(IClinicStores stores, CancellationToken ct)
    {
        var person = stores.NewId<PersonId>();
        foreach (var kind in Enum.GetValues<CredentialKind>())
        {
            var credential = ACredential(stores, person, kind, 7);
            await SaveAsync(stores, credential, ct).ConfigureAwait(false);
            Expect(credential, await FindAsync(stores, person, kind, ct).ConfigureAwait(false));
        }

        Check.Equal(null, await FindAsync(stores, stores.NewId<PersonId>(), CredentialKind.Pin, ct).ConfigureAwait(false), "The PIN of another person");
    }

    private static async Task ReplacesAsync(IClinicStores stores, CancellationToken ct)
    {
        var person = stores.NewId<PersonId>();
        var password = ACredential(stores, person, CredentialKind.Password, 1);
        var newer = ACredential(stores, person, CredentialKind.Pin, 3);
        await SaveAsync(stores, password, ct).ConfigureAwait(false);
        await SaveAsync(stores, ACredential(stores, person, CredentialKind.Pin, 2), ct).ConfigureAwait(false);

        await SaveAsync(stores, newer, ct).ConfigureAwait(false);

        Expect(newer, await FindAsync(stores, person, CredentialKind.Pin, ct).ConfigureAwait(false));
        Expect(password, await FindAsync(stores, person, CredentialKind.Password, ct).ConfigureAwait(false));
    }

    private static async Task LocksAsync(IClinicStores stores, CancellationToken ct)
    {
        var until = Now(stores) + LockFor;
        for (var i = 1; i <= Limit; i++)
            Check.Equal(null, await CountAsync(stores, ct).ConfigureAwait(false), $"The lock at attempt {i}");

        Check.Equal(until, await CountAsync(stores, ct).ConfigureAwait(false), "The lock at the attempt after the limit");
    }

    private static async Task DoesNotProlongAsync(IClinicStores stores, CancellationToken ct)
    {
        var until = Now(stores) + LockFor;
        for (var i = 1; i <= Limit; i++) await CountAsync(stores, ct).ConfigureAwait(false);
        stores.Clock.Advance(LockFor - Duration.FromMilliseconds(1));

        Check.Equal(until, await CountAsync(stores, ct).ConfigureAwait(false), "The lock just before its end");
        Check.Equal(until, await CountAsync(stores, ct).ConfigureAwait(false), "The lock after one more attempt");
    }

    private static async Task StartsAnewAsync(IClinicStores stores, CancellationToken ct)
    {
        for (var i = 0; i <= Limit; i++) await CountAsync(stores, ct).ConfigureAwait(false);
        stores.Clock.Advance(LockFor);

        for (var i = 1; i <= Limit; i++)
            Check.Equal(null, await CountAsync(stores, ct).ConfigureAwait(false), $"The lock at attempt {i} after the lock");
        Check.Equal(Now(stores) + LockFor, await CountAsync(stores, ct).ConfigureAwait(false), "The second lock");
    }

    private static async Task LimitOfOneAsync(IClinicStores stores, CancellationToken ct)
    {
        Check.Equal(null, await CountAsync(stores, ct, limit: 1).ConfigureAwait(false), "The lock at the first attempt");
        Check.Equal(Now(stores) + LockFor, await CountAsync(stores, ct, limit: 1).ConfigureAwait(false), "The lock at the second");
        stores.Clock.Advance(LockFor);
        Check.Equal(null, await CountAsync(stores, ct, limit: 1).ConfigureAwait(false), "The lock after its end");
        Check.Equal(Now(stores) + LockFor, await CountAsync(stores, ct, limit: 1).ConfigureAwait(false), "The next lock");
    }

    private static async Task ClearsAsync(IClinicStores stores, CancellationToken ct)
    {
        for (var i = 0; i <= Limit; i++) await CountAsync(stores, ct).ConfigureAwait(false);

        await stores.Get<ICredentialStore>().ClearAttemptsAsync(stores.Tenant, "subject", ct).ConfigureAwait(false);
        await stores.Get<ICredentialStore>().ClearAttemptsAsync(stores.Tenant, "unknown", ct).ConfigureAwait(false);

        for (var i = 1; i <= Limit; i++)
            Check.Equal(null, await CountAsync(stores, ct).ConfigureAwait(false), $"The lock at attempt {i} after clearing");
    }

    private static async Task CountsAtOnceAsync(IClinicStores stores, CancellationToken ct)
    {
        var allowed = 0;
        var errors = await ContractSteps.AtOnceAsync(24, async _ =>
        {
            if (await CountAsync(stores, ct).ConfigureAwait(false) is null) Interlocked.Increment(ref allowed);
        }).ConfigureAwait(false);

        Check.True(errors.All(e => e is null), $"no attempt fails, but one got {errors.FirstOrDefault(e => e is not null)?.Message}");
        Check.Equal(Limit, allowed, "Attempts that went on");
    }

    private static async Task SeparatesSubjectsAsync(IClinicStores stores, CancellationToken ct)
    {
        for (var i = 0; i <= Limit; i++) await CountAsync(stores, ct).ConfigureAwait(false);

        Check.Equal(null, await CountAsync(stores, ct, "SUBJECT").ConfigureAwait(false), "The lock of another subject");
    }

    private static async Task SeparatesTenantsAsync(IClinicStores stores, CancellationToken ct)
    {
        var credential = ACredential(stores, stores.NewId<PersonId>(), CredentialKind.Badge, 1);
        await SaveAsync(stores, credential, ct).ConfigureAwait(false);
        for (var i = 0; i <= Limit; i++) await CountAsync(stores, ct).ConfigureAwait(false);
        var store = stores.Get<ICredentialStore>();

        Check.Equal(null, await store.FindAsync(stores.OtherTenant, credential.Person, CredentialKind.Badge, ct).ConfigureAwait(false), "The badge in the other tenant");
        Check.Equal(null, await store.CountAttemptAsync(stores.OtherTenant, "subject", Now(stores), Limit, LockFor, ct).ConfigureAwait(false), "The lock in the other tenant");
        await store.ClearAttemptsAsync(stores.OtherTenant, "subject", ct).ConfigureAwait(false);
        Check.True(await CountAsync(stores, ct).ConfigureAwait(false) is not null, "clearing in the other tenant opens nothing here");
    }

    private static Credential ACredential(IClinicStores stores, PersonId person, CredentialKind kind, byte seed) =>
        new(
            stores.Get<IIdGenerator>().Next(), person, kind, 210_000 + seed, new byte[] { 0, 255, seed, 0 }, new byte[] { seed, 0, 13, 10, 26 },
            Now(stores));

    private static void Expect(Credential expected, Credential? actual)
    {
        var found = Check.Found(actual, "The credential");
        Check.Equal((expected.Id, expected.Person, expected.Kind, expected.Iterations, expected.ChangedAt), (found.Id, found.Person, found.Kind, found.Iterations, found.ChangedAt), "The credential");
        Check.Sequence(expected.Salt.ToArray(), found.Salt.ToArray(), "The salt");
        Check.Sequence(expected.Hash.ToArray(), found.Hash.ToArray(), "The hash");
    }

    private static Task<ContractAnswer> SaveAsync(IClinicStores stores, Credential credential, CancellationToken ct) =>
        stores.CommitAsync(unit => stores.Get<ICredentialStore>().Save(unit, credential), ct);

    private static Task<Credential?> FindAsync(IClinicStores stores, PersonId person, CredentialKind kind, CancellationToken ct) =>
        stores.Get<ICredentialStore>().FindAsync(stores.Tenant, person, kind, ct);

    private static Task<Instant?> CountAsync(IClinicStores stores, CancellationToken ct, string subject = "subject", int limit = Limit) =>
        stores.Get<ICredentialStore>().CountAttemptAsync(stores.Tenant, subject, Now(stores), limit, LockFor, ct);

    private static Instant Now(IClinicStores stores) => stores.Clock.GetCurrentInstant().TruncateToMicroseconds();
}
