using Clinic.Abstractions;
using Clinic.Dispensing.Closing;
using Clinic.Dispensing.Dispensations;
using Clinic.Dispensing.Returning;
using NodaTime;

namespace Clinic.Storage.Contracts;

public static partial class DispensationStoreContract
{
    private static async Task<IReadOnlyList<DispensationId>> IdsAsync(IClinicStores stores, DispensationQuery query, CancellationToken ct, int size = 500) =>
        [.. (await DispensingSamples.AllPagesAsync(p => Store(stores).ListAsync(stores.Tenant, query, p, ct), size).ConfigureAwait(false)).Select(d => d.Id)];

    // Seven in three instants, so that ties lie within and across pages.
    private static async Task<IReadOnlyList<DispensationSnapshot>> SevenAsync(IClinicStores stores, CancellationToken ct)
    {
        var all = new List<DispensationSnapshot>();
        foreach (var count in new[] { 2, 4, 1 })
        {
            all.AddRange(Enumerable.Range(0, count).Select(_ => stores.ADispensation()));
            stores.Clock.Advance(PharmacySamples.Microsecond);
        }

        await stores.AddAsync(ct, [.. all.AsEnumerable().Reverse()]).ConfigureAwait(false);
        return [.. all.OrderByDescending(d => d.Requested.At).ThenByDescending(d => d.Id.ToString(), StringComparer.Ordinal)];
    }

    private static async Task PagesAsync(IClinicStores stores, CancellationToken ct)
    {
        var expected = (await SevenAsync(stores, ct).ConfigureAwait(false)).Select(d => d.Id).ToList();
        foreach (var size in new[] { 1, 2, 3, 7, 8 })
            Check.Sequence(expected, await IdsAsync(stores, new DispensationQuery(), ct, size).ConfigureAwait(false), $"Newest first, {size} a page");
        var full = FullDispensation.Of(stores);
        await stores.AddAsync(ct, full).ConfigureAwait(false);
        var page = await Store(stores).ListAsync(stores.Tenant, new DispensationQuery { Patient = full.Target.Patient }, PageRequest.First, ct).ConfigureAwait(false);
        Check.Equal(full.Lines[0].Accounts[0].Issues[1], page.Items.Single().Lines[0].Accounts[0].Issues[1], "Listed as a whole");
    }

    private static async Task StaysAsync(IClinicStores stores, CancellationToken ct)
    {
        var expected = await SevenAsync(stores, ct).ConfigureAwait(false);
        var first = await Store(stores).ListAsync(stores.Tenant, new DispensationQuery(), new PageRequest(3), ct).ConfigureAwait(false);
        stores.Clock.Advance(Duration.FromHours(1));
        await stores.AddAsync(ct, stores.ADispensation()).ConfigureAwait(false);
        foreach (var seen in expected.Take(3)) await stores.ChangeAsync(seen.Id, s => s with { Status = DispenseStatus.Declined }, ct).ConfigureAwait(false);

        var second = await Store(stores).ListAsync(stores.Tenant, new DispensationQuery { Statuses = [DispenseStatus.Requested] }, new PageRequest(9, first.Next), ct).ConfigureAwait(false);

        Check.Sequence(expected.Skip(3).Select(d => d.Id), second.Items.Select(d => d.Id), "The second page");
        Check.Equal(null, second.Next, "The mark of the last page");
    }

    private static async Task AnyMarkAsync(IClinicStores stores, CancellationToken ct)
    {
        var expected = (await SevenAsync(stores, ct).ConfigureAwait(false)).Select(d => d.Id).ToHashSet();
        foreach (var mark in new[] { "", "x", "/", "9", stores.AUuid().ToString(), $"99999999999999999999/{stores.AUuid()}", $"0/{stores.AUuid()}", "\0" })
        {
            var page = await Store(stores).ListAsync(stores.Tenant, new DispensationQuery(), new PageRequest(9, mark), ct).ConfigureAwait(false);
            Check.True(page.Items.All(d => expected.Contains(d.Id)), $"whatever comes after '{mark}' is of this tenant");
        }
    }

    private static async Task FiltersAsync(IClinicStores stores, CancellationToken ct)
    {
        var lot = stores.NewId<LotId>();
        var wanted = (stores.ADispensation() with
        {
            Status = DispenseStatus.Ready,
            Accountability = AccountabilityStatus.ToReconcile,
            Target = new(stores.NewId<DepartmentId>(), CareArea.Theatre, stores.NewId<PatientId>(), stores.NewId<EncounterId>()),
            Urgency = Urgency.Urgent,
            Authorised = stores.ASigned(),
            Returns = [new(stores.NewId<ReturnId>(), 1, lot, 1, ReturnCondition.Opened, "sobrante", stores.ASigned())],
        }).Keeping(stores.APart(lot));
        var counted = wanted.Returns[0] with { Id = stores.NewId<ReturnId>(), Counted = 1, CountedBy = stores.ASigned() };
        var others = new[]
        {
            stores.ADispensation() with { Returns = [counted] },
            stores.ADispensation() with { Target = new(null, CareArea.Outpatient, stores.NewId<PatientId>()) },
        };
        await stores.AddAsync(ct, [wanted, .. others]).ConfigureAwait(false);

        DispensationQuery[] queries =
        [
            new() { Statuses = [DispenseStatus.Ready] }, new() { Statuses = [DispenseStatus.Delivered, DispenseStatus.Ready, DispenseStatus.Ready] },
            new() { Accountabilities = [AccountabilityStatus.ToReconcile, AccountabilityStatus.Closed] }, new() { Departments = [wanted.Target.Department!.Value] },
            new() { Departments = [stores.NewId<DepartmentId>(), wanted.Target.Department!.Value] }, new() { Pharmacies = [stores.NewId<DepartmentId>(), wanted.Pharmacy] },
            new() { Urgency = Urgency.Urgent }, new() { IsAuthorised = true }, new() { HasPendingReturn = true }, new() { Patient = wanted.Target.Patient },
            new() { Encounter = wanted.Target.Encounter }, new() { Lot = lot }, new() { Site = wanted.Site },
            new() { VisibleTo = [wanted.Target.Department!.Value] }, new() { VisibleTo = [stores.NewId<DepartmentId>(), wanted.Pharmacy] }, new() { AwaitsAuthoriser = false },
        ];
        foreach (var query in queries) Check.Sequence([wanted.Id], await IdsAsync(stores, query, ct).ConfigureAwait(false), query.ToString());
        DispensationQuery[] opposites = [new() { Urgency = Urgency.Routine }, new() { IsAuthorised = false }, new() { HasPendingReturn = false }, new() { Statuses = [DispenseStatus.Requested] }, new() { AwaitsAuthoriser = true }, new() { VisibleTo = [.. others.Select(o => o.Pharmacy)] }];
        foreach (var query in opposites)
            Check.Sequence(others.Select(o => o.Id).Order(IdOrder), (await IdsAsync(stores, query, ct).ConfigureAwait(false)).Order(IdOrder), query.ToString());
        Check.Equal(3, (await IdsAsync(stores, new DispensationQuery(), ct).ConfigureAwait(false)).Count, "Without any condition");
    }

    private static async Task CombinesAsync(IClinicStores stores, CancellationToken ct)
    {
        var one = stores.ADispensation() with { Status = DispenseStatus.Ready };
        var urgent = stores.ADispensation() with { Urgency = Urgency.Urgent };
        await stores.AddAsync(ct, one, stores.ADispensation(), urgent).ConfigureAwait(false);
        var begun = new DispensationQuery { Statuses = [DispenseStatus.Requested, DispenseStatus.Authorised], AwaitsAuthoriser = false };
        Check.Sequence([urgent.Id], await IdsAsync(stores, begun, ct, 1).ConfigureAwait(false), "Requests that need not wait");
        var query = new DispensationQuery { Statuses = [DispenseStatus.Ready], Pharmacies = [one.Pharmacy], Departments = [one.Target.Department!.Value], IsAuthorised = false, Site = one.Site };
        Check.Sequence([one.Id], await IdsAsync(stores, query, ct).ConfigureAwait(false), "All that fits");
        Check.Equal(0, (await IdsAsync(stores, query with { IsAuthorised = true }, ct).ConfigureAwait(false)).Count, "All but one that fits");
        Check.Equal(0, (await IdsAsync(stores, new DispensationQuery { Departments = [] }, ct).ConfigureAwait(false)).Count, "Of no receiving department");
        Check.Equal(0, (await IdsAsync(stores, new DispensationQuery { Pharmacies = [] }, ct).ConfigureAwait(false)).Count, "Of no serving department");
        Check.Equal(0, (await IdsAsync(stores, new DispensationQuery { VisibleTo = [] }, ct).ConfigureAwait(false)).Count, "Visible to no department");
    }

    private static async Task FindsLotsAsync(IClinicStores stores, CancellationToken ct)
    {
        var lot = stores.NewId<LotId>();
        var kept = stores.ADispensation().Keeping(stores.APart(), stores.APart(lot));
        var handedOver = stores.ADispensation().HandedOver(stores.AnAccount(lot));
        var both = stores.ADispensation().Keeping(stores.APart(lot)).HandedOver(stores.AnAccount(), stores.AnAccount(lot));
        await stores.AddAsync(ct, kept, handedOver, both, stores.ADispensation().Keeping(stores.APart())).ConfigureAwait(false);

        DispensationId[] expected = [.. new[] { kept.Id, handedOver.Id, both.Id }.OrderByDescending(i => i, IdOrder)];
        Check.Sequence(expected, await IdsAsync(stores, new DispensationQuery { Lot = lot }, ct, 2).ConfigureAwait(false), "With the lot, each once");
    }

    private static async Task KeepingAsync(IClinicStores stores, CancellationToken ct)
    {
        var lot = stores.NewId<LotId>();
        var one = stores.ADispensation().Keeping(stores.APart(lot), stores.APart(), stores.APart(lot));
        var two = stores.ADispensation().Keeping(stores.APart(lot));
        await stores.AddAsync(ct, two, one, stores.ADispensation().HandedOver(stores.AnAccount(lot)), stores.ADispensation().Keeping(stores.APart())).ConfigureAwait(false);
        Check.Sequence(new[] { one.Id, two.Id }.Order(IdOrder), await Store(stores).KeepingAsync(stores.Tenant, lot, ct).ConfigureAwait(false), "Keeping the lot");

        await stores.ChangeAsync(two.Id, s => s.Keeping(), ct).ConfigureAwait(false);
        await stores.ChangeAsync(one.Id, s => s.Keeping(s.Lines[0].Parts[1], s.Lines[0].Parts[2]), ct).ConfigureAwait(false);
        Check.Sequence([one.Id], await Store(stores).KeepingAsync(stores.Tenant, lot, ct).ConfigureAwait(false), "Keeping it still");
    }

    private static readonly IComparer<DispensationId> IdOrder = Comparer<DispensationId>.Create((a, b) => string.CompareOrdinal(a.ToString(), b.ToString()));
}
