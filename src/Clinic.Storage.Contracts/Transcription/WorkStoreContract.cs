using Clinic.Abstractions;
using Clinic.Transcription.Sessions;
using Clinic.Transcription.Work;
using NodaTime;

namespace Clinic.Storage.Contracts;

/// <summary>What <see cref="IWorkStore"/> promises.</summary>
public static class WorkStoreContract
{
    /// <summary>The cases.</summary>
    public static IReadOnlyList<ContractCase> Cases { get; } =
    [
        new("Work comes back through all its states", KeepsAsync),
        new("The same key is one piece of work, even after it was done", OnceAsync),
        new("What is due is leased to one owner until the lease is over, the longest due first", LeasesAsync),
        new("A lease is renewed by who has it, and by nobody after it was lost", RenewsAsync),
        new("Who lost a lease cannot save", RefusesAsync),
        new("Cancelling takes what waits of a session, leased or not, and nothing else", CancelsAsync),
        new("Workers that lease at once share the work", SharesAsync),
    ];

    private static IWorkStore Store(IClinicStores stores) => stores.Get<IWorkStore>();

    private static WorkItem AnItem(IClinicStores stores, Duration due = default, SessionId? session = null, string? key = null) => new()
    {
        Id = stores.NewId<WorkItemId>(),
        Kind = "transcribe",
        Session = session ?? stores.NewId<SessionId>(),
        Site = stores.NewId<SiteId>(),
        Key = key ?? $"k/{stores.NewId<WorkItemId>()}",
        NextAt = stores.Now() + due,
        CreatedAt = stores.Now(),
    };

    private static async Task<WorkItem> AddAsync(IClinicStores stores, WorkItem item, CancellationToken ct)
    {
        await stores.CommitAsync(unit => Store(stores).Add(unit, item), ct).ConfigureAwait(false);
        return item;
    }

    private static Task<ContractAnswer> SaveAsync(IClinicStores stores, WorkItem item, CancellationToken ct) => stores.CommitAsync(unit => Store(stores).Save(unit, item), ct);

    private static Task<IReadOnlyList<WorkItem>> LeaseAsync(IClinicStores stores, string owner, CancellationToken ct, int most = 10, Duration after = default) =>
        Store(stores).LeaseAsync(stores.Tenant, owner, stores.Now() + after, stores.Now() + after + Duration.FromMinutes(5), most, ct);

    private static async Task KeepsAsync(IClinicStores stores, CancellationToken ct)
    {
        var item = await AddAsync(stores, AnItem(stores), ct).ConfigureAwait(false);
        Check.Equal(item, await Store(stores).FindAsync(stores.Tenant, item.Id, ct).ConfigureAwait(false), "The piece");
        foreach (var status in Enum.GetValues<WorkStatus>())
        {
            item = item with
            {
                Status = status,
                Owner = "w-1",
                LeaseUntil = stores.Now(),
                Attempts = item.Attempts + 1,
                NextAt = stores.Now() + Duration.FromHours(1),
                LastFailure = "RateLimited",
                Version = item.Version + 1,
            };
            await SaveAsync(stores, item, ct).ConfigureAwait(false);
            Check.Equal(item, await Store(stores).FindAsync(stores.Tenant, item.Id, ct).ConfigureAwait(false), "The piece");
        }

        var later = await AddAsync(stores, AnItem(stores, session: item.Session) with { CreatedAt = stores.Now() + Duration.FromSeconds(1) }, ct).ConfigureAwait(false);
        Check.Sequence([item, later], await Store(stores).OfSessionAsync(stores.Tenant, item.Session, ct).ConfigureAwait(false), "Of the session, the oldest first");
        Check.Equal(null, await Store(stores).FindAsync(stores.OtherTenant, item.Id, ct).ConfigureAwait(false), "The piece, asked by the other");
        Check.Equal(0, (await Store(stores).OfSessionAsync(stores.OtherTenant, item.Session, ct).ConfigureAwait(false)).Count, "Of the session, asked by the other");
    }

    private static async Task OnceAsync(IClinicStores stores, CancellationToken ct)
    {
        var item = await AddAsync(stores, AnItem(stores, key: "draft/1"), ct).ConfigureAwait(false);
        var again = await AddAsync(stores, AnItem(stores, key: "draft/1"), ct).ConfigureAwait(false);
        Check.Equal(null, await Store(stores).FindAsync(stores.Tenant, again.Id, ct).ConfigureAwait(false), "The same work again");
        await SaveAsync(stores, item with { Status = WorkStatus.Done, Version = 2 }, ct).ConfigureAwait(false);
        await AddAsync(stores, again, ct).ConfigureAwait(false);
        Check.Equal(0, (await LeaseAsync(stores, "w-1", ct).ConfigureAwait(false)).Count, "What is due after it was done");
    }

    private static async Task LeasesAsync(IClinicStores stores, CancellationToken ct)
    {
        var (early, late) = (AnItem(stores, Duration.FromMinutes(-2)), AnItem(stores, Duration.FromMinutes(-1)));
        var future = AnItem(stores, Duration.FromMinutes(1));
        foreach (var item in (WorkItem[])[late, future, early]) await AddAsync(stores, item, ct).ConfigureAwait(false);

        Check.Equal(0, (await Store(stores).LeaseAsync(stores.OtherTenant, "w-1", stores.Now(), stores.Now(), 10, ct).ConfigureAwait(false)).Count, "Leased by the other");
        var first = await LeaseAsync(stores, "w-1", ct, most: 1).ConfigureAwait(false);
        Check.Sequence([early with { Owner = "w-1", LeaseUntil = stores.Now() + Duration.FromMinutes(5), Attempts = 1, Version = 2 }], first, "The longest due");
        Check.Sequence([late.Id], (await LeaseAsync(stores, "w-2", ct).ConfigureAwait(false)).Select(w => w.Id), "What is left");
        Check.Equal(0, (await LeaseAsync(stores, "w-3", ct).ConfigureAwait(false)).Count, "What is left after that");
        var after = await LeaseAsync(stores, "w-3", ct, after: Duration.FromMinutes(6)).ConfigureAwait(false);
        Check.Sequence([early.Id, late.Id, future.Id], after.Select(w => w.Id), "After the leases");
        Check.Sequence([2, 2, 1], after.Select(w => w.Attempts), "Their attempts");
    }

    private static async Task RenewsAsync(IClinicStores stores, CancellationToken ct)
    {
        await AddAsync(stores, AnItem(stores), ct).ConfigureAwait(false);
        var mine = (await LeaseAsync(stores, "w-1", ct).ConfigureAwait(false))[0];
        var until = stores.Now() + Duration.FromMinutes(20);
        Check.True(await Store(stores).RenewAsync(stores.Tenant, mine, until, ct).ConfigureAwait(false), "who has it renews");
        Check.True(!await Store(stores).RenewAsync(stores.OtherTenant, mine, until, ct).ConfigureAwait(false), "another clinic does not");
        Check.Equal(0, (await LeaseAsync(stores, "w-2", ct, after: Duration.FromMinutes(10)).ConfigureAwait(false)).Count, "What is due while it is renewed");
        var theirs = (await LeaseAsync(stores, "w-1", ct, after: Duration.FromMinutes(21)).ConfigureAwait(false))[0];
        Check.True(!await Store(stores).RenewAsync(stores.Tenant, mine, until, ct).ConfigureAwait(false), "who lost it does not renew, even under the same name");
        Check.Equal(2, theirs.Attempts, "The attempts");
        await SaveAsync(stores, theirs with { Status = WorkStatus.Done, Version = theirs.Version + 1 }, ct).ConfigureAwait(false);
        Check.True(!await Store(stores).RenewAsync(stores.Tenant, theirs, until, ct).ConfigureAwait(false), "what is done is not renewed");
    }

    private static async Task RefusesAsync(IClinicStores stores, CancellationToken ct)
    {
        await AddAsync(stores, AnItem(stores), ct).ConfigureAwait(false);
        var lost = (await LeaseAsync(stores, "w-1", ct).ConfigureAwait(false))[0];
        var held = (await LeaseAsync(stores, "w-2", ct, after: Duration.FromMinutes(6)).ConfigureAwait(false))[0];
        await Check.ThrowsAsync<ConcurrencyConflictException>(
            () => SaveAsync(stores, lost with { Status = WorkStatus.Done, Version = lost.Version + 1 }, ct), "Saving under a lost lease").ConfigureAwait(false);
        Check.Equal(held, await Store(stores).FindAsync(stores.Tenant, held.Id, ct).ConfigureAwait(false), "The piece");
    }

    private static async Task CancelsAsync(IClinicStores stores, CancellationToken ct)
    {
        var session = stores.NewId<SessionId>();
        var leased = await AddAsync(stores, AnItem(stores, session: session), ct).ConfigureAwait(false);
        await LeaseAsync(stores, "w-1", ct).ConfigureAwait(false);
        var waiting = await AddAsync(stores, AnItem(stores, session: session), ct).ConfigureAwait(false);
        var done = await AddAsync(stores, AnItem(stores, session: session) with { Status = WorkStatus.Done }, ct).ConfigureAwait(false);
        var other = await AddAsync(stores, AnItem(stores), ct).ConfigureAwait(false);
        await stores.CommitAsync(unit => Store(stores).CancelOf(unit, session), ct).ConfigureAwait(false);

        foreach (var (item, expected) in ((WorkItem, WorkStatus)[])[(leased, WorkStatus.Cancelled), (waiting, WorkStatus.Cancelled), (done, WorkStatus.Done), (other, WorkStatus.Waiting)])
            Check.Equal(expected, Check.Found(await Store(stores).FindAsync(stores.Tenant, item.Id, ct).ConfigureAwait(false), "The piece").Status, "Its status");
        Check.Sequence([other.Id], (await LeaseAsync(stores, "w-2", ct).ConfigureAwait(false)).Select(w => w.Id), "What is due");
    }

    private static async Task SharesAsync(IClinicStores stores, CancellationToken ct)
    {
        const int Count = 12;
        for (var i = 0; i < Count; i++) await AddAsync(stores, AnItem(stores), ct).ConfigureAwait(false);
        var taken = new System.Collections.Concurrent.ConcurrentBag<WorkItemId>();
        await ContractSteps.AtOnceAsync(4, async i =>
        {
            while (await LeaseAsync(stores, $"w-{i}", ct, most: 2).ConfigureAwait(false) is { Count: > 0 } mine)
            {
                foreach (var item in mine) taken.Add(item.Id);
            }
        }).ConfigureAwait(false);
        Check.Equal(Count, taken.Count, "All pieces together");
        Check.Equal(Count, taken.Distinct().Count(), "Different pieces");
    }
}
