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
        new("A badge is found by each of its look-ups, the first that is held", FindsBadgesAsync),
        new("A badge set again is found by its new look-ups only", FindsNewLookupsOnlyAsync),
        new("A look-up that somebody else holds is a conflict that changes nothing", HoldsOnceAsync),
        new("Of many people who take one badge at once, one gets it", TakesOnceAsync),
        new("A released badge stays a credential and is free for somebody else", ReleasesAsync),
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

    private static async Task FindsBadgesAsync(IClinicStores stores, CancellationToken ct)
    {
        var ana = ABadge(stores, "k2:aa", "k1:aa");
        var bea = ABadge(stores, "k2:bb");
        var plain = ABadge(stores);
        foreach (var badge in (Credential[])[ana, bea, plain]) await SaveAsync(stores, badge, ct).ConfigureAwait(false);
        await SaveAsync(stores, ACredential(stores, ana.Person, CredentialKind.Pin, 2), ct).ConfigureAwait(false);

        Expect(ana, await FindBadgeAsync(stores, ct, "k2:aa").ConfigureAwait(false));
        Expect(ana, await FindBadgeAsync(stores, ct, "k3:aa", "k1:aa").ConfigureAwait(false));
        Expect(bea, await FindBadgeAsync(stores, ct, "k2:bb", "k2:aa").ConfigureAwait(false));
        Expect(ana, await FindBadgeAsync(stores, ct, "k2:aa", "k2:bb").ConfigureAwait(false));
        Expect(plain, await FindAsync(stores, plain.Person, CredentialKind.Badge, ct).ConfigureAwait(false));
        Check.Equal(null, await FindBadgeAsync(stores, ct, "k2:AA", "k2:a", "k2:aa ").ConfigureAwait(false), "The badge of other look-ups");
        Check.Equal(null, await FindBadgeAsync(stores, ct).ConfigureAwait(false), "The badge of no look-up");
    }

    private static async Task FindsNewLookupsOnlyAsync(IClinicStores stores, CancellationToken ct)
    {
        var earlier = ABadge(stores, "k1:aa", "k1:ab");
        var newer = new Credential(
            stores.Get<IIdGenerator>().Next(), earlier.Person, CredentialKind.Badge, 9, earlier.Salt, earlier.Hash, Now(stores), ["k1:ab", "k1:ac"]);
        await SaveAsync(stores, earlier, ct).ConfigureAwait(false);

        await SaveAsync(stores, newer, ct).ConfigureAwait(false);

        Check.Equal(null, await FindBadgeAsync(stores, ct, "k1:aa").ConfigureAwait(false), "The badge of the earlier look-up");
        Expect(newer, await FindBadgeAsync(stores, ct, "k1:ab").ConfigureAwait(false));
        Expect(newer, await FindBadgeAsync(stores, ct, "k1:ac").ConfigureAwait(false));
        await SaveAsync(stores, ABadge(stores, "k1:aa"), ct).ConfigureAwait(false);
    }

    private static async Task HoldsOnceAsync(IClinicStores stores, CancellationToken ct)
    {
        var ana = ABadge(stores, "k1:aa");
        var bea = ABadge(stores, "k1:bb");
        await SaveAsync(stores, ana, ct).ConfigureAwait(false);
        await SaveAsync(stores, bea, ct).ConfigureAwait(false);
        var taken = new Credential(
            stores.Get<IIdGenerator>().Next(), bea.Person, CredentialKind.Badge, 9, bea.Salt, bea.Hash, Now(stores), ["k2:aa", "k1:aa"]);

        var conflict = await Check.ThrowsAsync<ConcurrencyConflictException>(() => SaveAsync(stores, taken, ct), "Taking a badge that is held").ConfigureAwait(false);

        Check.Sequence([new FactKey("core.credential", taken.Id)], conflict.Facts, "The facts of the conflict");
        Expect(ana, await FindBadgeAsync(stores, ct, "k1:aa").ConfigureAwait(false));
        Expect(bea, await FindBadgeAsync(stores, ct, "k1:bb").ConfigureAwait(false));
        Check.Equal(null, await FindBadgeAsync(stores, ct, "k2:aa").ConfigureAwait(false), "The badge of a look-up that was not committed");
    }

    private static async Task TakesOnceAsync(IClinicStores stores, CancellationToken ct)
    {
        var badges = Enumerable.Range(0, 8).Select(_ => ABadge(stores, "k1:aa")).ToList();

        var errors = await ContractSteps.AtOnceAsync(badges.Count, i => SaveAsync(stores, badges[i], ct)).ConfigureAwait(false);

        Check.Equal(badges.Count - 1, errors.Count(e => e is ConcurrencyConflictException), "Conflicts");
        var winner = badges[errors.ToList().FindIndex(e => e is null)];
        Expect(winner, await FindBadgeAsync(stores, ct, "k1:aa").ConfigureAwait(false));
    }

    private static async Task ReleasesAsync(IClinicStores stores, CancellationToken ct)
    {
        var store = stores.Get<ICredentialStore>();
        var ana = ABadge(stores, "k2:aa", "k1:aa");
        var bea = ABadge(stores, "k2:aa");
        await SaveAsync(stores, ana, ct).ConfigureAwait(false);

        await stores.CommitAsync(unit =>
        {
            store.ReleaseBadge(unit, ana.Person);
            store.ReleaseBadge(unit, stores.NewId<PersonId>());
            store.Save(unit, bea);
        }, ct).ConfigureAwait(false);

        Expect(bea, await FindBadgeAsync(stores, ct, "k2:aa").ConfigureAwait(false));
        Check.Equal(null, await FindBadgeAsync(stores, ct, "k1:aa").ConfigureAwait(false), "The badge that was released");
        var kept = Check.Found(await FindAsync(stores, ana.Person, CredentialKind.Badge, ct).ConfigureAwait(false), "The released badge");
        Check.Equal((ana.Id, 0), (kept.Id, kept.BadgeLookups.Count), "The released badge and its look-ups");
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
        var credential = ABadge(stores, "k1:aa");
        await SaveAsync(stores, credential, ct).ConfigureAwait(false);
        for (var i = 0; i <= Limit; i++) await CountAsync(stores, ct).ConfigureAwait(false);
        var store = stores.Get<ICredentialStore>();

        Check.Equal(null, await store.FindAsync(stores.OtherTenant, credential.Person, CredentialKind.Badge, ct).ConfigureAwait(false), "The badge in the other tenant");
        Check.Equal(null, await store.FindBadgeAsync(stores.OtherTenant, ["k1:aa"], ct).ConfigureAwait(false), "The look-up in the other tenant");
        await stores.CommitAsync(unit => store.ReleaseBadge(unit, credential.Person), ct, stores.OtherTenant).ConfigureAwait(false);
        await stores.CommitAsync(unit => store.Save(unit, ABadge(stores, "k1:aa")), ct, stores.OtherTenant).ConfigureAwait(false);
        Expect(credential, await FindBadgeAsync(stores, ct, "k1:aa").ConfigureAwait(false));
        Check.Equal(null, await store.CountAttemptAsync(stores.OtherTenant, "subject", Now(stores), Limit, LockFor, ct).ConfigureAwait(false), "The lock in the other tenant");
        await store.ClearAttemptsAsync(stores.OtherTenant, "subject", ct).ConfigureAwait(false);
        Check.True(await CountAsync(stores, ct).ConfigureAwait(false) is not null, "clearing in the other tenant opens nothing here");
    }

    private static Credential ACredential(IClinicStores stores, PersonId person, CredentialKind kind, byte seed) =>
        new(
            stores.Get<IIdGenerator>().Next(), person, kind, 210_000 + seed, new byte[] { 0, 255, seed, 0 }, new byte[] { seed, 0, 13, 10, 26 },
            Now(stores));

    private static Credential ABadge(IClinicStores stores, params string[] lookups)
    {
        var badge = ACredential(stores, stores.NewId<PersonId>(), CredentialKind.Badge, 1);
        return new(badge.Id, badge.Person, badge.Kind, badge.Iterations, badge.Salt, badge.Hash, badge.ChangedAt, lookups);
    }

    private static void Expect(Credential expected, Credential? actual)
    {
        var found = Check.Found(actual, "The credential");
        Check.Equal((expected.Id, expected.Person, expected.Kind, expected.Iterations, expected.ChangedAt), (found.Id, found.Person, found.Kind, found.Iterations, found.ChangedAt), "The credential");
        Check.Sequence(expected.Salt.ToArray(), found.Salt.ToArray(), "The salt");
        Check.Sequence(expected.Hash.ToArray(), found.Hash.ToArray(), "The hash");
        Check.Sequence(expected.BadgeLookups.Order(StringComparer.Ordinal), found.BadgeLookups.Order(StringComparer.Ordinal), "The look-ups");
    }

    private static Task<ContractAnswer> SaveAsync(IClinicStores stores, Credential credential, CancellationToken ct) =>
        stores.CommitAsync(unit => stores.Get<ICredentialStore>().Save(unit, credential), ct);

    private static Task<Credential?> FindAsync(IClinicStores stores, PersonId person, CredentialKind kind, CancellationToken ct) =>
        stores.Get<ICredentialStore>().FindAsync(stores.Tenant, person, kind, ct);

    private static Task<Credential?> FindBadgeAsync(IClinicStores stores, CancellationToken ct, params string[] lookups) =>
        stores.Get<ICredentialStore>().FindBadgeAsync(stores.Tenant, lookups, ct);

    private static Task<Instant?> CountAsync(IClinicStores stores, CancellationToken ct, string subject = "subject", int limit = Limit) =>
        stores.Get<ICredentialStore>().CountAttemptAsync(stores.Tenant, subject, Now(stores), limit, LockFor, ct);

    private static Instant Now(IClinicStores stores) => stores.Clock.GetCurrentInstant().TruncateToMicroseconds();
}
