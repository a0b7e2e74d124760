using Clinic.Abstractions;
using Clinic.EmergencyBilling.Stays;
using NodaTime;

namespace Clinic.Storage.Contracts;

/// <summary>What <see cref="IStayStore"/> promises.</summary>
public static class StayStoreContract
{
    /// <summary>The cases.</summary>
    public static IReadOnlyList<ContractCase> Cases { get; } =
    [
        new("A stay comes back with every entry of its log, in order", KeepsAsync),
        new("A change adds its entries and keeps all others", KeepsChangesAsync),
        new("What is not the next version of the same stay with a longer log is refused", RefusesRewritingAsync),
        new("A stale version is a conflict that changes nothing", RefusesStaleAsync),
        new("An id that exists already is a conflict that changes nothing", RefusesTwiceAsync),
        new("Of many changes at once exactly one succeeds", RacesAsync),
        new("A second open stay of one patient is a conflict, until the first has ended", OneOpenAsync),
        new("A commit that fails leaves neither new nor changed", LeavesNothingAsync),
        new("Stays are listed by registration, newest first, then by id downwards, each once", PagesAsync),
        new("A mark that no page gave is no error", AnyMarkAsync),
        new("Each part of a query keeps out what does not fit", FiltersAsync),
        new("Stays that touch a time are those that began and have not ended by it, by id", TouchingAsync),
        new("Stays of another tenant are neither seen nor changed", SeparatesTenantsAsync),
        new("A store without stays answers with nothing", IsEmptyAsync),
    ];

    private static IStayStore Store(IClinicStores stores) => stores.Get<IStayStore>();

    private static async Task KeepsAsync(IClinicStores stores, CancellationToken ct)
    {
        var (full, bare) = (stores.AFullStay(), stores.AStay());
        await stores.AddAsync(ct, full, bare, stores.AFullStay()).ConfigureAwait(false);
        await stores.ExpectAsync(full, ct).ConfigureAwait(false);
        await stores.ExpectAsync(bare, ct).ConfigureAwait(false);
        var found = Check.Found(await Store(stores).FindAsync(stores.Tenant, full.Id, ct).ConfigureAwait(false), "The stay");
        Check.Equal(Duration.FromMinutes(6), found.ToTimeline().CarveOuts[0].To!.Value - found.RegisteredAt, "The corrected end of the time taken out");
    }

    private static async Task KeepsChangesAsync(IClinicStores stores, CancellationToken ct)
    {
        var stay = stores.AStay();
        await stores.AddAsync(ct, stay).ConfigureAwait(false);
        stay = await stores.ChangeAsync(stay, s => s.Then(StayStatus.Running, stores.AnEntry(StayEventKind.Started)), ct).ConfigureAwait(false);
        await stores.ExpectAsync(stay, ct).ConfigureAwait(false);
        stay = await stores.ChangeAsync(stay, s => s with { Clinical = ClinicalStatus.Triaged }, ct).ConfigureAwait(false);
        await stores.ExpectAsync(stay, ct).ConfigureAwait(false);
        stay = await stores.ChangeAsync(stay, s => s.Then(StayStatus.Closed, [.. stores.AFullStay().Events.Skip(1)]), ct).ConfigureAwait(false);
        await stores.ExpectAsync(stay, ct).ConfigureAwait(false);
    }

    private static async Task RefusesRewritingAsync(IClinicStores stores, CancellationToken ct)
    {
        var before = stores.AFullStay();
        await stores.AddAsync(ct, before).ConfigureAwait(false);
        StaySnapshot[] wrong =
        [
            before with { Version = 3 },
            before with { Version = 2, Zone = "Europe/Madrid" },
            before with { Version = 2, Patient = stores.NewId<PatientId>() },
            before with { Version = 2, Events = [.. before.Events.SkipLast(1)] },
            before with { Version = 2, Events = [before.Events[0], before.Events[1] with { Reason = "otra" }, .. before.Events.Skip(2)] },
            before with { Version = 2, Id = stores.NewId<StayId>() },
        ];
        foreach (var after in wrong)
        {
            await Check.ThrowsAsync<ArgumentException>(
                () => stores.CommitAsync(unit => Store(stores).Save(unit, EmergencyStay.Restore(before), EmergencyStay.Restore(after)), ct), "A log that was rewritten").ConfigureAwait(false);
        }

        await stores.ExpectAsync(before, ct).ConfigureAwait(false);
    }

    private static async Task RefusesStaleAsync(IClinicStores stores, CancellationToken ct)
    {
        var before = stores.AStay();
        await stores.AddAsync(ct, before).ConfigureAwait(false);
        var saved = await stores.ChangeAsync(before, s => s.Then(StayStatus.Running, stores.AnEntry(StayEventKind.Started)), ct).ConfigureAwait(false);

        var conflict = await Check.ThrowsAsync<ConcurrencyConflictException>(
            () => stores.ChangeAsync(before, s => s.Then(StayStatus.Cancelled, stores.AnEntry(StayEventKind.Cancelled)), ct), "A version that was changed since").ConfigureAwait(false);

        Check.True(conflict.Facts.Contains(EmergencyStay.FactOf(before.Id)), "the conflict names the stay");
        await stores.ExpectAsync(saved, ct).ConfigureAwait(false);
        await PharmacySamples.ConflictsAsync(() => stores.ChangeAsync(stores.AStay(), s => s, ct), "One that was never added").ConfigureAwait(false);
    }

    private static async Task RefusesTwiceAsync(IClinicStores stores, CancellationToken ct)
    {
        var first = stores.AFullStay();
        await stores.AddAsync(ct, first).ConfigureAwait(false);
        await PharmacySamples.ConflictsAsync(() => stores.AddAsync(ct, stores.AStay() with { Id = first.Id }), "The same id twice").ConfigureAwait(false);
        await stores.ExpectAsync(first, ct).ConfigureAwait(false);
    }

    private static async Task RacesAsync(IClinicStores stores, CancellationToken ct)
    {
        var stay = stores.AStay();
        await stores.AddAsync(ct, stay).ConfigureAwait(false);
        var ends = await ContractSteps.AtOnceAsync(6, _ => stores.ChangeAsync(stay, s => s.Then(StayStatus.Running, stores.AnEntry(StayEventKind.Started)), ct)).ConfigureAwait(false);
        Check.Equal(1, ends.Count(e => e is null), "Changes that succeeded");
        Check.True(ends.All(e => e is null or ConcurrencyConflictException), "all others are conflicts");
        var found = Check.Found(await Store(stores).FindAsync(stores.Tenant, stay.Id, ct).ConfigureAwait(false), "The stay");
        Check.Equal((2L, 2), (found.Version, found.Events.Count), "Version and entries");
    }

    private static async Task OneOpenAsync(IClinicStores stores, CancellationToken ct)
    {
        var (first, second) = (stores.AStay(), stores.AStay());
        second = second with { Patient = first.Patient };
        await stores.AddAsync(ct, first, second).ConfigureAwait(false);
        StaySnapshot Started(StaySnapshot s) => s.Then(StayStatus.Running, stores.AnEntry(StayEventKind.Started));
        first = await stores.ChangeAsync(first, Started, ct).ConfigureAwait(false);
        first = await stores.ChangeAsync(first, s => s.Then(StayStatus.Paused, stores.AnEntry(StayEventKind.Paused)), ct).ConfigureAwait(false);

        await PharmacySamples.ConflictsAsync(() => stores.ChangeAsync(second, Started, ct), "A second open stay").ConfigureAwait(false);
        await PharmacySamples.ConflictsAsync(() => stores.AddAsync(ct, Started(stores.AStay() with { Patient = first.Patient })), "A third").ConfigureAwait(false);
        await stores.ExpectAsync(second, ct).ConfigureAwait(false);

        await stores.ChangeAsync(first, s => s.Then(StayStatus.Closed, stores.AnEntry(StayEventKind.Closed)), ct).ConfigureAwait(false);
        second = await stores.ChangeAsync(second, Started, ct).ConfigureAwait(false);
        await stores.ExpectAsync(second, ct).ConfigureAwait(false);
    }

    private static async Task LeavesNothingAsync(IClinicStores stores, CancellationToken ct)
    {
        var (stored, fresh) = (stores.AStay(), stores.AStay());
        await stores.AddAsync(ct, stored).ConfigureAwait(false);
        var before = EmergencyStay.Restore(stored);
        await PharmacySamples.ConflictsAsync(() => stores.CommitAsync(unit =>
        {
            Store(stores).Add(unit, EmergencyStay.Restore(fresh));
            Store(stores).Save(unit, before, EmergencyStay.Restore(stored.Then(StayStatus.Running, stores.AnEntry(StayEventKind.Started)) with { Version = 2 }));
            Store(stores).Add(unit, before);
        }, ct), "A commit whose last step conflicts").ConfigureAwait(false);

        await stores.ExpectAsync(stored, ct).ConfigureAwait(false);
        Check.Equal(null, await Store(stores).FindAsync(stores.Tenant, fresh.Id, ct).ConfigureAwait(false), "The new one");
        await stores.AddAsync(ct, fresh).ConfigureAwait(false);
        await stores.ChangeAsync(stored, s => s.Then(StayStatus.Running, stores.AnEntry(StayEventKind.Started)), ct).ConfigureAwait(false);
    }

    private static async Task PagesAsync(IClinicStores stores, CancellationToken ct)
    {
        var all = DispensingSamples.Unordered.Select(i => stores.AStay(stores.Now() + (PharmacySamples.Microsecond * i))).ToList();
        await stores.AddAsync(ct, [.. all]).ConfigureAwait(false);
        var expected = all.OrderByDescending(s => s.Events[0].OccurredAt).ThenByDescending(s => s.Id.ToString(), StringComparer.Ordinal).Select(s => s.Id).ToList();
        foreach (var size in new[] { 1, 2, 3, 7, 8 })
        {
            var found = await DispensingSamples.AllPagesAsync(p => Store(stores).ListAsync(stores.Tenant, new StayQuery(), p, ct), size).ConfigureAwait(false);
            Check.Sequence(expected, found.Select(s => s.Id), $"Stays, {size} a page");
        }

        var first = await Store(stores).ListAsync(stores.Tenant, new StayQuery(), new PageRequest(3), ct).ConfigureAwait(false);
        await stores.AddAsync(ct, stores.AStay(stores.Now() + Duration.FromDays(1))).ConfigureAwait(false);
        var second = await Store(stores).ListAsync(stores.Tenant, new StayQuery(), new PageRequest(9, first.Next), ct).ConfigureAwait(false);
        Check.Sequence(expected.Skip(3), second.Items.Select(s => s.Id), "The second page, though a newer one came");
    }

    private static async Task AnyMarkAsync(IClinicStores stores, CancellationToken ct)
    {
        await stores.AddAsync(ct, stores.AStay()).ConfigureAwait(false);
        foreach (var mark in new[] { "", "x", "/", "1/2", "zzz" }) await Store(stores).ListAsync(stores.Tenant, new StayQuery(), new PageRequest(9, mark), ct).ConfigureAwait(false);
    }

    private static async Task FiltersAsync(IClinicStores stores, CancellationToken ct)
    {
        var at = stores.Now();
        var department = stores.NewId<DepartmentId>();
        var closed = stores.AStay(at) with { Clinical = ClinicalStatus.Departed };
        closed = closed.Then(StayStatus.Closed, stores.AnEntry(StayEventKind.Started), stores.AnEntry(StayEventKind.Closed)) with { Version = 1 };
        var running = stores.AStay(at + Duration.FromMinutes(1)).Then(
            StayStatus.Running, stores.AnEntry(StayEventKind.Started, at + Duration.FromMinutes(1)),
            stores.AnEntry(StayEventKind.Transferred, at + Duration.FromMinutes(2)) with { Department = department },
            stores.AnEntry(StayEventKind.PayerChanged, at + Duration.FromMinutes(3)) with { Payer = "IESS" });
        await stores.AddAsync(ct, closed, running).ConfigureAwait(false);
        (string What, StayQuery Query, bool Closed, bool Running)[] all =
        [
            ("everything", new(), true, true),
            ("status", new() { Statuses = [StayStatus.Closed] }, true, false),
            ("statuses", new() { Statuses = [StayStatus.Closed, StayStatus.Running] }, true, true),
            ("no such status", new() { Statuses = [StayStatus.Invoiced, StayStatus.Credited] }, false, false),
            ("clinical", new() { Clinical = [ClinicalStatus.Registered, ClinicalStatus.Triaged] }, false, true),
            ("open", new() { IsOpen = true }, false, true),
            ("not open", new() { IsOpen = false }, true, false),
            ("patient", new() { Patient = closed.Patient }, true, false),
            ("encounter", new() { Encounter = running.Encounter }, false, true),
            ("department", new() { Department = department }, false, true),
            ("payer", new() { Payer = "IESS" }, false, true),
            ("payer in other letters", new() { Payer = "iess" }, false, false),
            ("from", new() { From = at + PharmacySamples.Microsecond }, false, true),
            ("from, inclusive", new() { From = at }, true, true),
            ("until, exclusive", new() { Until = at + Duration.FromMinutes(1) }, true, false),
            ("site", new() { Site = closed.Site }, true, false),
            ("site and open", new() { Site = closed.Site, IsOpen = true }, false, false),
            ("patient and status", new() { Patient = running.Patient, Statuses = [StayStatus.Running], IsOpen = true }, false, true),
        ];
        foreach (var (what, query, wantsClosed, wantsRunning) in all)
        {
            var found = (await Store(stores).ListAsync(stores.Tenant, query, PageRequest.First, ct).ConfigureAwait(false)).Items.Select(s => s.Id).ToList();
            Check.Equal((wantsClosed, wantsRunning), (found.Contains(closed.Id), found.Contains(running.Id)), $"By {what}: the closed and the running one");
        }
    }

    private static async Task TouchingAsync(IClinicStores stores, CancellationToken ct)
    {
        var (at, patient) = (stores.Now(), stores.NewId<PatientId>());
        StaySnapshot Of(StayStatus status, int? ended) => stores.AStay(at) with
        {
            Patient = patient,
            Status = status,
            Events =
            [
                stores.AnEntry(StayEventKind.Registered, at), stores.AnEntry(StayEventKind.Started, at),
                .. ended is { } minutes ? [stores.AnEntry(StayEventKind.Closed, at + Duration.FromMinutes(minutes))] : Array.Empty<StayEvent>(),
            ],
        };
        var (early, exact, late, open) = (Of(StayStatus.Closed, 9), Of(StayStatus.Invoiced, 10), Of(StayStatus.NotBillable, 11), Of(StayStatus.Running, null));
        var (gone, waiting) = (Of(StayStatus.EnteredInError, null), stores.AStay(at) with { Patient = patient });
        await stores.AddAsync(ct, early, exact, late, open, gone, waiting, Of(StayStatus.Running, null) with { Patient = stores.NewId<PatientId>() }).ConfigureAwait(false);

        var found = await Store(stores).TouchingAsync(stores.Tenant, patient, at + Duration.FromMinutes(10), ct).ConfigureAwait(false);

        Check.Sequence(new[] { late, open }.Select(s => s.Id).OrderBy(i => i.ToString(), StringComparer.Ordinal), found.Select(s => s.Id), "Stays after ten minutes");
        Check.Equal(0, (await Store(stores).TouchingAsync(stores.OtherTenant, patient, at, ct).ConfigureAwait(false)).Count, "For the other");
    }

    private static async Task SeparatesTenantsAsync(IClinicStores stores, CancellationToken ct)
    {
        var (store, other) = (Store(stores), stores.OtherTenant);
        var mine = stores.AFullStay();
        await stores.AddAsync(ct, mine).ConfigureAwait(false);

        Check.Equal(null, await store.FindAsync(other, mine.Id, ct).ConfigureAwait(false), "Asked by the other");
        foreach (var query in new StayQuery[] { new(), new() { IsOpen = true }, new() { Patient = mine.Patient }, new() { Encounter = mine.Encounter }, new() { Site = mine.Site } })
            Check.Equal(0, (await store.ListAsync(other, query, PageRequest.First, ct).ConfigureAwait(false)).Items.Count, "The list of the other");
        await PharmacySamples.ConflictsAsync(
            () => stores.CommitAsync(unit => store.Save(unit, EmergencyStay.Restore(mine), EmergencyStay.Restore(mine with { Version = 2 })), ct, other), "Saved by the other").ConfigureAwait(false);
        // The same ids, the same entries and the same open patient may exist at the other.
        await stores.CommitAsync(unit => store.Add(unit, EmergencyStay.Restore(mine with { Zone = "Europe/Madrid" })), ct, other).ConfigureAwait(false);
        await stores.ExpectAsync(mine, ct).ConfigureAwait(false);
    }

    private static async Task IsEmptyAsync(IClinicStores stores, CancellationToken ct)
    {
        Check.Equal(null, await Store(stores).FindAsync(stores.Tenant, stores.NewId<StayId>(), ct).ConfigureAwait(false), "An unknown stay");
        var page = await Store(stores).ListAsync(stores.Tenant, new StayQuery(), PageRequest.First, ct).ConfigureAwait(false);
        Check.Equal((0, null), (page.Items.Count, page.Next), "Items and mark");
        Check.Equal(0, (await Store(stores).TouchingAsync(stores.Tenant, stores.NewId<PatientId>(), stores.Now(), ct).ConfigureAwait(false)).Count, "Stays of nobody");
    }
}
