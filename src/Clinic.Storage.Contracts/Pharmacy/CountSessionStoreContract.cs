using Clinic.Abstractions;
using Clinic.Pharmacy.CountSessions;
using Clinic.Pharmacy.Lots;
using Clinic.Pharmacy.Stock;
using NodaTime;

namespace Clinic.Storage.Contracts;

/// <summary>What <see cref="ICountSessionStore"/> promises.</summary>
public static class CountSessionStoreContract
{
    /// <summary>The cases.</summary>
    public static IReadOnlyList<ContractCase> Cases { get; } =
    [
        new("A session comes back with its lines and entries in order, after every step", KeepsAsync),
        new("A stale version is a conflict", RefusesStaleAsync),
        new("Sessions are listed last planned first, of one location or status, per tenant", ListsAsync),
    ];

    private static CountSession ASession(IClinicStores stores, LocationId? at = null) => CountSession.Restore(new(
        stores.NewId<CountSessionId>(), at ?? stores.NewId<LocationId>(), CountSessionKind.Cycle, new CountScope(ControlledOnly: true, Class: ValueClass.A), true,
        CountSessionStatus.Draft, 0, stores.NewId<PersonId>(), stores.Now(), null, null, null, null, null, [], 1));

    private static CountSessionLine ALine(IClinicStores stores, string number, bool isControlled) => new(
        stores.NewId<LotId>(), new LotNumber(number), new ExpirationDate(new LocalDate(2027, 2, 28)), stores.NewId<PresentationId>(), new UnitCost(8.73267327m, Currency.Usd),
        isControlled, false, new(1_000, 2), null, 0, []);

    private static async Task KeepsAsync(IClinicStores stores, CancellationToken ct)
    {
        var store = stores.Get<ICountSessionStore>();
        var draft = ASession(stores);
        await stores.CommitAsync(unit => store.Add(unit, draft), ct).ConfigureAwait(false);
        await ExpectAsync(stores, draft, ct).ConfigureAwait(false);
        var started = draft.Start([ALine(stores, "ÑÚ\"<1>", true), ALine(stores, "B", false)], stores.Now());
        await SaveAsync(stores, started, ct).ConfigureAwait(false);
        var second = new CountWitness(stores.NewId<PersonId>(), CredentialKind.Badge, Guid.CreateVersion7(), stores.Now(), "estación 1");
        var counted = started.Enter(
            [.. started.Lines.Select(l => (l.Lot, new CountEntry(1, new(900, 2), stores.Now(), stores.Now(), stores.NewId<PersonId>(), second, "caja rota")))]);
        await SaveAsync(stores, counted, ct).ConfigureAwait(false);
        var again = counted.Submit(counted.Lines.ToDictionary(l => l.Lot, l => l.Frozen), new(1, null, null), stores.Now());
        Check.Equal(CountSessionStatus.Recounting, again.Status, "The status");
        await SaveAsync(stores, again, ct).ConfigureAwait(false);
        await SaveAsync(stores, again.Cancel(stores.NewId<PersonId>(), stores.Now(), "fin"), ct).ConfigureAwait(false);
    }

    private static async Task RefusesStaleAsync(IClinicStores stores, CancellationToken ct)
    {
        var store = stores.Get<ICountSessionStore>();
        var draft = ASession(stores);
        await stores.CommitAsync(unit => store.Add(unit, draft), ct).ConfigureAwait(false);
        var cancelled = draft.Cancel(stores.NewId<PersonId>(), stores.Now(), "fin");
        await stores.CommitAsync(unit => store.Save(unit, cancelled), ct).ConfigureAwait(false);
        await PharmacySamples.ConflictsAsync(() => stores.CommitAsync(unit => store.Save(unit, cancelled), ct), "A version that was changed since").ConfigureAwait(false);
        await PharmacySamples.ConflictsAsync(() => stores.CommitAsync(unit => store.Add(unit, draft), ct), "An id that is taken").ConfigureAwait(false);
    }

    private static async Task ListsAsync(IClinicStores stores, CancellationToken ct)
    {
        var store = stores.Get<ICountSessionStore>();
        var at = stores.NewId<LocationId>();
        var all = new List<CountSession>();
        for (var i = 0; i < 4; i++)
        {
            stores.Clock.Advance(Duration.FromMinutes(1));
            all.Add(ASession(stores, i == 0 ? null : at));
            await stores.CommitAsync(unit => store.Add(unit, all[^1]), ct).ConfigureAwait(false);
        }

        await stores.CommitAsync(unit => store.Save(unit, all[3].Cancel(stores.NewId<PersonId>(), stores.Now(), "fin")), ct).ConfigureAwait(false);
        var first = await store.ListAsync(stores.Tenant, null, null, new PageRequest(3), ct).ConfigureAwait(false);
        var rest = await store.ListAsync(stores.Tenant, null, null, new PageRequest(3, first.Next), ct).ConfigureAwait(false);
        Check.Sequence(all.AsEnumerable().Reverse().Select(s => s.Id), first.Items.Concat(rest.Items).Select(s => s.Id), "Last first");
        var drafts = await store.ListAsync(stores.Tenant, at, CountSessionStatus.Draft, PageRequest.First, ct).ConfigureAwait(false);
        Check.Sequence([all[2].Id, all[1].Id], drafts.Items.Select(s => s.Id), "Drafts of one location");
        Check.Equal(0, (await store.ListAsync(stores.OtherTenant, null, null, PageRequest.First, ct).ConfigureAwait(false)).Items.Count, "Those of the other");
        Check.Equal(null, await store.FindAsync(stores.OtherTenant, all[0].Id, ct).ConfigureAwait(false), "One of mine, asked by the other");
    }

    private static async Task SaveAsync(IClinicStores stores, CountSession next, CancellationToken ct)
    {
        await stores.CommitAsync(unit => stores.Get<ICountSessionStore>().Save(unit, next), ct).ConfigureAwait(false);
        await ExpectAsync(stores, next, ct).ConfigureAwait(false);
    }

    private static async Task ExpectAsync(IClinicStores stores, CountSession expected, CancellationToken ct)
    {
        var found = Check.Found(await stores.Get<ICountSessionStore>().FindAsync(stores.Tenant, expected.Id, ct).ConfigureAwait(false), "The session").ToSnapshot();
        Check.Equal(expected.ToSnapshot() with { Lines = [] }, found with { Lines = [] }, "The fields");
        Check.Sequence(expected.Lines.Select(l => l with { Entries = [] }), found.Lines.Select(l => l with { Entries = [] }), "The lines");
        Check.Sequence(expected.Lines.SelectMany(l => l.Entries), found.Lines.SelectMany(l => l.Entries), "The entries");
    }
}
