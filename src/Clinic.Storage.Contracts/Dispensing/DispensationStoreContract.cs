using Clinic.Abstractions;
using Clinic.Dispensing.Closing;
using Clinic.Dispensing.Dispensations;
using NodaTime;

namespace Clinic.Storage.Contracts;

/// <summary>What <see cref="IDispensationStore"/> promises.</summary>
public static partial class DispensationStoreContract
{
    /// <summary>The cases.</summary>
    public static IReadOnlyList<ContractCase> Cases { get; } =
    [
        new("A dispensation comes back with every field, in order", KeepsAsync),
        new("A dispensation of which little is known comes back without anything added", KeepsBareAsync),
        new("A change is kept whatever it adds, alters or takes away", KeepsChangesAsync),
        new("A change of one record leaves all others as they were", KeepsTheRestAsync),
        new("A stale version is a conflict that changes nothing", RefusesStaleAsync),
        new("An id that exists already is a conflict that changes nothing", RefusesTwiceAsync),
        new("Of many changes at once exactly one succeeds", RacesAsync),
        new("A second refill of one number is a conflict; refills come by number", RefillsAsync),
        new("A commit that fails leaves neither new nor changed", LeavesNothingAsync),
        new("Dispensations are listed newest first, then by id downwards, each once", PagesAsync),
        new("A later page begins where the one before ended, whatever was added or changed", StaysAsync),
        new("A mark that no page gave is no error", AnyMarkAsync),
        new("Each part of a query keeps out what does not fit", FiltersAsync),
        new("Parts of a query hold together, and an empty list of departments fits nothing", CombinesAsync),
        new("A lot is found where it is kept aside or was handed over", FindsLotsAsync),
        new("Dispensations that keep a lot come by id, each once, and only while they keep it", KeepingAsync),
        new("Each kind of deadline is due at its instant and only in its circumstances", DeadlinesAsync),
        new("Deadlines come oldest first, then by id, up to the most asked for", OrdersDeadlinesAsync),
        new("A deadline that moved, was met or came back is due accordingly", MovesDeadlinesAsync),
        new("Dispensations of another tenant are neither seen nor changed", SeparatesTenantsAsync),
        new("A store without dispensations answers with nothing", IsEmptyAsync),
    ];

    private static IDispensationStore Store(IClinicStores stores) => stores.Get<IDispensationStore>();

    private static async Task KeepsAsync(IClinicStores stores, CancellationToken ct)
    {
        var full = FullDispensation.Of(stores);
        await stores.AddAsync(ct, full, FullDispensation.Of(stores)).ConfigureAwait(false);
        await stores.ExpectAsync(full, ct).ConfigureAwait(false);
    }

    private static async Task KeepsBareAsync(IClinicStores stores, CancellationToken ct)
    {
        var toWard = stores.ADispensation();
        var toPatient = stores.ADispensation() with { Target = new(null, CareArea.Outpatient, stores.NewId<PatientId>()) };
        await stores.AddAsync(ct, toWard, toPatient).ConfigureAwait(false);
        await stores.ExpectAsync(toWard, ct).ConfigureAwait(false);
        await stores.ExpectAsync(toPatient, ct).ConfigureAwait(false);
    }

    private static async Task KeepsChangesAsync(IClinicStores stores, CancellationToken ct)
    {
        var full = FullDispensation.Of(stores);
        var bare = full with
        {
            Status = DispenseStatus.Requested,
            Accountability = AccountabilityStatus.None,
            Prescription = null,
            Authorised = null,
            Prepared = null,
            Checked = null,
            Hold = null,
            Ended = null,
            AuthoriseBy = null,
            UseBy = null,
            Closed = null,
            Lines = [stores.ALine(), stores.ALine(2)],
            HandOvers = [],
            Returns = [],
            Tickets = [],
            Participants = [],
        };
        await stores.AddAsync(ct, bare).ConfigureAwait(false);
        DispensationSnapshot[] states = [full, FullDispensation.Of(stores), bare, full with { Lines = [full.Lines[0] with { Parts = [full.Lines[0].Parts[2]] }, full.Lines[1]] }];
        foreach (var state in states)
        {
            var saved = await stores.ChangeAsync(bare.Id, s => state with
            {
                Id = s.Id,
                Site = s.Site,
                From = s.From,
                Pharmacy = s.Pharmacy,
                Target = s.Target,
                Urgency = s.Urgency,
                Refills = s.Refills,
                Requested = s.Requested,
            }, ct).ConfigureAwait(false);
            await stores.ExpectAsync(saved, ct).ConfigureAwait(false);
        }
    }

    private static async Task KeepsTheRestAsync(IClinicStores stores, CancellationToken ct)
    {
        var full = FullDispensation.Of(stores);
        await stores.AddAsync(ct, full).ConfigureAwait(false);
        foreach (var change in DispensationChanges.All(stores))
            await stores.ExpectAsync(await stores.ChangeAsync(full.Id, change, ct).ConfigureAwait(false), ct).ConfigureAwait(false);
    }

    private static async Task RefusesStaleAsync(IClinicStores stores, CancellationToken ct)
    {
        var before = FullDispensation.Of(stores);
        await stores.AddAsync(ct, before).ConfigureAwait(false);
        var saved = await stores.ChangeAsync(before.Id, s => s with { Status = DispenseStatus.Ready, Tickets = [] }, ct).ConfigureAwait(false);
        var late = DispensingSamples.Next(before, s => s with { Status = DispenseStatus.Cancelled, Participants = [], Lines = [stores.ALine()] });

        var conflict = await Check.ThrowsAsync<ConcurrencyConflictException>(
            () => stores.CommitAsync(unit => Store(stores).Save(unit, Dispensation.Restore(before), Dispensation.Restore(late)), ct), "A version that was changed since").ConfigureAwait(false);

        Check.True(conflict.Facts.Contains(Dispensation.FactOf(before.Id)), "the conflict names the dispensation");
        await stores.ExpectAsync(saved, ct).ConfigureAwait(false);
        var never = stores.ADispensation();
        await PharmacySamples.ConflictsAsync(
            () => stores.CommitAsync(unit => Store(stores).Save(unit, Dispensation.Restore(never), Dispensation.Restore(never with { Version = 2 })), ct), "One that was never added").ConfigureAwait(false);
    }

    private static async Task RefusesTwiceAsync(IClinicStores stores, CancellationToken ct)
    {
        var first = FullDispensation.Of(stores);
        await stores.AddAsync(ct, first).ConfigureAwait(false);
        await PharmacySamples.ConflictsAsync(() => stores.AddAsync(ct, stores.ADispensation() with { Id = first.Id }), "The same id twice").ConfigureAwait(false);
        await stores.ExpectAsync(first, ct).ConfigureAwait(false);
    }

    private static async Task RacesAsync(IClinicStores stores, CancellationToken ct)
    {
        var made = stores.ADispensation();
        await stores.AddAsync(ct, made).ConfigureAwait(false);
        var before = Check.Found(await Store(stores).FindAsync(stores.Tenant, made.Id, ct).ConfigureAwait(false), "The dispensation");
        var ends = await ContractSteps.AtOnceAsync(6, _ => stores.CommitAsync(
            unit => Store(stores).Save(unit, before, Dispensation.Restore(DispensingSamples.Next(before.ToSnapshot(), s => s with { Tickets = [stores.ATicket()] }))), ct)).ConfigureAwait(false);
        Check.Equal(1, ends.Count(e => e is null), "Changes that succeeded");
        Check.True(ends.All(e => e is null or ConcurrencyConflictException), "all others are conflicts");
        var found = Check.Found(await Store(stores).FindAsync(stores.Tenant, made.Id, ct).ConfigureAwait(false), "The dispensation");
        Check.Equal((2L, 1), (found.Version, found.Tickets.Count), "Version and tickets");
    }

    private static async Task RefillsAsync(IClinicStores stores, CancellationToken ct)
    {
        var (first, another) = (stores.NewId<DispensationId>(), stores.NewId<DispensationId>());
        DispensationSnapshot Refill(DispensationId of, int number) => stores.ADispensation() with { Refills = new(5, of, number) };
        var (two, one) = (Refill(first, 2), Refill(first, 1) with { Status = DispenseStatus.Declined });
        await stores.AddAsync(ct, two, one, Refill(another, 1), stores.ADispensation() with { Refills = new(5) }, stores.ADispensation() with { Refills = new(5) }).ConfigureAwait(false);

        var again = Refill(first, 2);
        var conflict = await Check.ThrowsAsync<ConcurrencyConflictException>(() => stores.AddAsync(ct, again), "The same refill twice").ConfigureAwait(false);

        Check.Sequence([Dispensation.FactOf(again.Id)], conflict.Facts, "The facts of the conflict");
        Check.Sequence([one.Id, two.Id], (await Store(stores).RefillsAsync(stores.Tenant, first, ct).ConfigureAwait(false)).Select(r => r.Id), "Refills by number");
        Check.Equal(null, await Store(stores).FindAsync(stores.Tenant, again.Id, ct).ConfigureAwait(false), "The refused refill");
    }

    private static async Task LeavesNothingAsync(IClinicStores stores, CancellationToken ct)
    {
        var (stored, refill) = (FullDispensation.Of(stores), stores.ADispensation() with { Refills = new(1, stores.NewId<DispensationId>(), 1) });
        await stores.AddAsync(ct, stored).ConfigureAwait(false);
        var before = Dispensation.Restore(stored);
        await PharmacySamples.ConflictsAsync(() => stores.CommitAsync(unit =>
        {
            Store(stores).Add(unit, Dispensation.Restore(refill));
            Store(stores).Save(unit, before, Dispensation.Restore(DispensingSamples.Next(stored, s => s with { Status = DispenseStatus.Stopped, Tickets = [], Lines = [stores.ALine()] })));
            Store(stores).Add(unit, before);
        }, ct), "A commit whose last step conflicts").ConfigureAwait(false);

        await stores.ExpectAsync(stored, ct).ConfigureAwait(false);
        Check.Equal(null, await Store(stores).FindAsync(stores.Tenant, refill.Id, ct).ConfigureAwait(false), "The new one");
        // What was undone is no longer in the way.
        await stores.AddAsync(ct, refill).ConfigureAwait(false);
        await stores.ExpectAsync(await stores.ChangeAsync(stored.Id, s => s with { Status = DispenseStatus.Ready }, ct).ConfigureAwait(false), ct).ConfigureAwait(false);
    }

    private static async Task SeparatesTenantsAsync(IClinicStores stores, CancellationToken ct)
    {
        var (store, other, late) = (Store(stores), stores.OtherTenant, stores.Now() + Duration.FromDays(999));
        var mine = FullDispensation.Of(stores) with { Status = DispenseStatus.OnHold };
        await stores.AddAsync(ct, mine, stores.ADispensation()).ConfigureAwait(false);

        Check.Equal(null, await store.FindAsync(other, mine.Id, ct).ConfigureAwait(false), "Asked by the other");
        Check.Equal(0, (await store.ListAsync(other, new DispensationQuery(), PageRequest.First, ct).ConfigureAwait(false)).Items.Count, "The list of the other");
        Check.Equal(0, (await store.ListAsync(other, new DispensationQuery { Lot = mine.Lines[0].Parts[0].Lot }, PageRequest.First, ct).ConfigureAwait(false)).Items.Count, "By lot, for the other");
        Check.Equal(0, (await store.KeepingAsync(other, mine.Lines[0].Parts[0].Lot, ct).ConfigureAwait(false)).Count, "Keeping, for the other");
        Check.Equal(0, (await store.RefillsAsync(other, mine.Refills.Of!.Value, ct).ConfigureAwait(false)).Count, "Refills, for the other");
        foreach (var kind in Enum.GetValues<DeadlineKind>())
            Check.Equal(0, (await store.DueAsync(other, kind, late, 9, ct).ConfigureAwait(false)).Count, $"{kind}, for the other");

        await PharmacySamples.ConflictsAsync(
            () => stores.CommitAsync(unit => store.Save(unit, Dispensation.Restore(mine), Dispensation.Restore(mine with { Version = 2 })), ct, other), "Saved by the other").ConfigureAwait(false);
        // The same ids and the same refill may exist at the other.
        var theirs = Dispensation.Restore(mine with { Lines = [stores.ALine()] });
        await stores.CommitAsync(unit => store.Add(unit, theirs), ct, other).ConfigureAwait(false);
        await stores.CommitAsync(unit => store.Save(unit, theirs, Dispensation.Restore(theirs.ToSnapshot() with { Version = 2, Tickets = [], Returns = [] })), ct, other).ConfigureAwait(false);
        await stores.ExpectAsync(mine, ct).ConfigureAwait(false);
    }

    private static async Task IsEmptyAsync(IClinicStores stores, CancellationToken ct)
    {
        var store = Store(stores);
        Check.Equal(null, await store.FindAsync(stores.Tenant, stores.NewId<DispensationId>(), ct).ConfigureAwait(false), "An unknown dispensation");
        var page = await store.ListAsync(stores.Tenant, new DispensationQuery(), PageRequest.First, ct).ConfigureAwait(false);
        Check.Equal((0, null), (page.Items.Count, page.Next), "Items and mark");
        Check.Equal(0, (await store.KeepingAsync(stores.Tenant, stores.NewId<LotId>(), ct).ConfigureAwait(false)).Count, "Keeping an unknown lot");
        Check.Equal(0, (await store.RefillsAsync(stores.Tenant, stores.NewId<DispensationId>(), ct).ConfigureAwait(false)).Count, "Refills of an unknown one");
        foreach (var kind in Enum.GetValues<DeadlineKind>())
            Check.Equal(0, (await store.DueAsync(stores.Tenant, kind, stores.Now(), 9, ct).ConfigureAwait(false)).Count, $"{kind} of nothing");
    }
}
