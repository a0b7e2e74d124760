using Clinic.Abstractions;
using Clinic.Pharmacy.Requisitions;
using Clinic.Pharmacy.Stock;
using Clinic.Pharmacy.Transfers;
using NodaTime;

namespace Clinic.Storage.Contracts;

/// <summary>What <see cref="IRequisitionStore"/> promises.</summary>
public static class RequisitionStoreContract
{
    /// <summary>The cases.</summary>
    public static IReadOnlyList<ContractCase> Cases { get; } =
    [
        new("A requisition comes back with lines, deliveries and history after every step", KeepsAsync),
        new("A draft that is written anew loses the lines that are gone", ShrinksAsync),
        new("A stale version and a taken number are conflicts; a number is free at another site and year", RefusesAsync),
        new("The last number is counted per tenant, site and year", CountsAsync),
        new("Requisitions are listed last written first, by department, status, destination and what waits", ListsAsync),
    ];

    private static Requisition ADraft(IClinicStores stores, SiteId? site = null, int lines = 2, DepartmentId? requesting = null, DepartmentId? supplying = null) => Requisition.Draft(
        new(
            stores.NewId<RequisitionId>(), site ?? stores.NewId<SiteId>(), requesting ?? stores.NewId<DepartmentId>(), stores.NewId<LocationId>(),
            supplying ?? stores.NewId<DepartmentId>(), stores.NewId<LocationId>(), RequisitionPriority.Urgent, new LocalDate(2026, 3, 12), "reposición ñ",
            [.. Enumerable.Range(0, lines).Select(i => new RequisitionLine(stores.NewId<PresentationId>(), new(1_000 + i, 2)))], [], [], RequisitionStatus.Draft, null, null, false, 1),
        stores.NewId<PersonId>(), stores.Now());

    private static Task<ContractAnswer> SaveAsync(IClinicStores stores, Requisition requisition, CancellationToken ct, TenantId? tenant = null) =>
        stores.CommitAsync(unit => stores.Get<IRequisitionStore>().Save(unit, requisition), ct, tenant);

    // Every step of a life with a cut, two deliveries, damage, something short and a closed rest.
    private static IEnumerable<Requisition> ALife(IClinicStores stores, Requisition draft, int number = 1)
    {
        PersonId By() => stores.NewId<PersonId>();
        var now = stores.Now();
        yield return draft;
        var r = draft.Submit(new(2026, number), By(), now);
        yield return r;
        yield return r = r.Return("menos", By(), now);
        yield return r = r.Change(draft.ToSnapshot() with { Reason = null, NeededBy = null }, By(), now);
        yield return r = r.Submit(new(2026, number + 900), By(), now);
        yield return r = r.Suspend("espera", By(), now);
        yield return r = r.Resume(By(), now);
        yield return r = r.Approve([r.Lines[0] with { Approved = new(900, 2), CutReason = "no alcanza" }], By(), now);
        yield return r = r.Pick(By(), now);
        var first = new RequisitionDelivery(stores.NewId<TransferId>(), By(), now, [Lot(stores, r, 0, 400), Lot(stores, r, 0, 100), Lot(stores, r, 1, 1_001)]);
        yield return r = r.Dispatch(first, By(), now);
        yield return r = r.Receive(first.Transfer, [(first.Lots[0].Lot, new(300, 2), new(50, 2)), (first.Lots[2].Lot, new(1_001, 2), new(0, 2))], By(), now, "caja rota");
        yield return r = r.Dispatch(new(stores.NewId<TransferId>(), By(), now, [Lot(stores, r, 0, 200)]), By(), now);
        yield return r = r.CloseRest("agotado", By(), now);
        yield return r = r.WriteOff([first.Transfer], "perdido", By(), now);
        yield return r.Receive(r.Deliveries[1].Transfer, [(r.Deliveries[1].Lots[0].Lot, new(200, 2), new(0, 2))], By(), now, null);
    }

    private static DeliveredLot Lot(IClinicStores stores, Requisition r, int line, long steps) =>
        new(stores.NewId<LotId>(), r.Lines[line].Presentation, new(steps, 2), StockQuantity.Zero(2), StockQuantity.Zero(2), StockQuantity.Zero(2));

    private static async Task KeepsAsync(IClinicStores stores, CancellationToken ct)
    {
        var draft = ADraft(stores);
        Requisition? last = null;
        foreach (var next in ALife(stores, draft))
        {
            await SaveAsync(stores, next, ct).ConfigureAwait(false);
            await ExpectAsync(stores, next, ct).ConfigureAwait(false);
            last = next;
        }

        Check.Equal(RequisitionStatus.Completed, last!.Status, "The end of the life");
        Check.Equal(null, await stores.Get<IRequisitionStore>().FindAsync(stores.OtherTenant, draft.Id, ct).ConfigureAwait(false), "One of mine, asked by the other");
    }

    private static async Task ShrinksAsync(IClinicStores stores, CancellationToken ct)
    {
        var draft = ADraft(stores, lines: 5);
        await SaveAsync(stores, draft, ct).ConfigureAwait(false);
        var next = draft.Change(draft.ToSnapshot() with { Lines = [draft.Lines[3], draft.Lines[0]] }, stores.NewId<PersonId>(), stores.Now());
        await SaveAsync(stores, next, ct).ConfigureAwait(false);
        await ExpectAsync(stores, next, ct).ConfigureAwait(false);
    }

    private static async Task RefusesAsync(IClinicStores stores, CancellationToken ct)
    {
        var draft = ADraft(stores);
        var by = stores.NewId<PersonId>();
        var sent = draft.Submit(new(2026, 1), by, stores.Now());
        await SaveAsync(stores, draft, ct).ConfigureAwait(false);
        await SaveAsync(stores, sent, ct).ConfigureAwait(false);
        await PharmacySamples.ConflictsAsync(() => SaveAsync(stores, draft.Cancel("ya no", by, stores.Now()), ct), "A version that was changed since").ConfigureAwait(false);

        async Task<Requisition> AnotherAsync(SiteId site, int year)
        {
            var other = ADraft(stores, site);
            await SaveAsync(stores, other, ct).ConfigureAwait(false);
            return other.Submit(new(year, 1), by, stores.Now());
        }

        var twin = await AnotherAsync(draft.Site, 2026).ConfigureAwait(false);
        await PharmacySamples.ConflictsAsync(() => SaveAsync(stores, twin, ct), "A taken number").ConfigureAwait(false);
        await SaveAsync(stores, await AnotherAsync(draft.Site, 2027).ConfigureAwait(false), ct).ConfigureAwait(false);
        await SaveAsync(stores, await AnotherAsync(stores.NewId<SiteId>(), 2026).ConfigureAwait(false), ct).ConfigureAwait(false);
    }

    private static async Task CountsAsync(IClinicStores stores, CancellationToken ct)
    {
        var site = stores.NewId<SiteId>();
        var store = stores.Get<IRequisitionStore>();
        Check.Equal(0, await store.LastSequenceAsync(stores.Tenant, site, 2026, ct).ConfigureAwait(false), "Before the first");
        for (var i = 1; i <= 3; i++)
        {
            var draft = ADraft(stores, site);
            await SaveAsync(stores, draft, ct).ConfigureAwait(false);
            await SaveAsync(stores, draft.Submit(new(2026, i), stores.NewId<PersonId>(), stores.Now()), ct).ConfigureAwait(false);
        }

        Check.Equal(3, await store.LastSequenceAsync(stores.Tenant, site, 2026, ct).ConfigureAwait(false), "The last");
        Check.Equal(0, await store.LastSequenceAsync(stores.Tenant, site, 2027, ct).ConfigureAwait(false), "Of another year");
        Check.Equal(0, await store.LastSequenceAsync(stores.Tenant, stores.NewId<SiteId>(), 2026, ct).ConfigureAwait(false), "Of another site");
        Check.Equal(0, await store.LastSequenceAsync(stores.OtherTenant, site, 2026, ct).ConfigureAwait(false), "Of the other");
    }

    private static async Task ListsAsync(IClinicStores stores, CancellationToken ct)
    {
        var (ward, pharmacy, site) = (stores.NewId<DepartmentId>(), stores.NewId<DepartmentId>(), stores.NewId<SiteId>());
        var all = new List<Requisition>();
        // One requisition stopped after each step of a life, with one more of other departments.
        var steps = ALife(stores, ADraft(stores)).Count();
        for (var i = 0; i <= steps; i++)
        {
            stores.Clock.Advance(Duration.FromMinutes(1));
            var draft = i == steps ? ADraft(stores, site) : ADraft(stores, site, requesting: ward, supplying: pharmacy);
            foreach (var next in ALife(stores, draft, i + 1).Take(Math.Max(1, (i + 1) % (steps + 1))))
            {
                await SaveAsync(stores, next, ct).ConfigureAwait(false);
                if (all.Count == i) all.Add(next);
                else all[i] = next;
            }
        }

        var store = stores.Get<IRequisitionStore>();
        async Task ExpectListAsync(RequisitionQuery query, string what)
        {
            var found = new List<RequisitionId>();
            string? after = null;
            do
            {
                var page = await store.ListAsync(stores.Tenant, query, new PageRequest(4, after), ct).ConfigureAwait(false);
                found.AddRange(page.Items.Select(r => r.Id));
                after = page.Next;
            }
            while (after is not null);
            Check.Sequence(all.AsEnumerable().Reverse().Where(query.Takes).Select(r => r.Id), found, what);
        }

        await ExpectListAsync(new(), "All, last first").ConfigureAwait(false);
        await ExpectListAsync(new(OpenOnly: true), "The open ones").ConfigureAwait(false);
        await ExpectListAsync(new([]), "Those of no department").ConfigureAwait(false);
        await ExpectListAsync(new([ward]), "Those that the ward asks").ConfigureAwait(false);
        await ExpectListAsync(new([stores.NewId<DepartmentId>(), pharmacy]), "Those that the pharmacy supplies").ConfigureAwait(false);
        await ExpectListAsync(new(Destination: all[2].Destination), "Those for a destination").ConfigureAwait(false);
        foreach (var status in Enum.GetValues<RequisitionStatus>()) await ExpectListAsync(new(Status: status), $"Those in {status}").ConfigureAwait(false);
        foreach (var work in Enum.GetValues<RequisitionWork>())
        {
            Check.Equal(true, all.Any(r => new RequisitionQuery(Work: work).Takes(r)), $"Some are {work}");
            foreach (var side in (DepartmentId[])[ward, pharmacy]) await ExpectListAsync(new([side], Work: work), $"{work} of a side").ConfigureAwait(false);
        }

        Check.Equal(0, (await store.ListAsync(stores.OtherTenant, new(), PageRequest.First, ct).ConfigureAwait(false)).Items.Count, "Those of the other");
    }

    private static async Task ExpectAsync(IClinicStores stores, Requisition expected, CancellationToken ct)
    {
        var found = Check.Found(await stores.Get<IRequisitionStore>().FindAsync(stores.Tenant, expected.Id, ct).ConfigureAwait(false), "The requisition").ToSnapshot();
        var s = expected.ToSnapshot();
        Check.Sequence(s.Lines, found.Lines, "The lines");
        Check.Sequence(s.Deliveries.Select(d => d with { Lots = [] }), found.Deliveries.Select(d => d with { Lots = [] }), "The deliveries");
        Check.Sequence(s.Deliveries.SelectMany(d => d.Lots), found.Deliveries.SelectMany(d => d.Lots), "The lots");
        Check.Sequence(s.History, found.History, "The history");
        Check.Equal(s with { Lines = [], Deliveries = [], History = [] }, found with { Lines = [], Deliveries = [], History = [] }, "The fields");
    }
}
