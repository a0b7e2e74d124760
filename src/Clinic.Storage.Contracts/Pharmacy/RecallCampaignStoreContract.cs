using Clinic.Abstractions;
using Clinic.Pharmacy.Gs1;
using Clinic.Pharmacy.Lots;
using Clinic.Pharmacy.Recalls;
using NodaTime;

namespace Clinic.Storage.Contracts;

/// <summary>What <see cref="IRecallCampaignStore"/> promises.</summary>
public static class RecallCampaignStoreContract
{
    /// <summary>The cases.</summary>
    public static IReadOnlyList<ContractCase> Cases { get; } =
    [
        new("A campaign of every basis comes back with its lots in order", KeepsAsync),
        new("A stale version is a conflict", RefusesStaleAsync),
        new("Campaigns are listed last opened first, the open ones oldest first, per tenant", ListsAsync),
        new("The watch counts on by one, and who relies on an older count conflicts", WatchesAsync),
    ];

    private static RecallCampaign ACampaign(IClinicStores stores, RecallScope scope) => RecallCampaign.Restore(new(
        stores.NewId<RecallCampaignId>(), scope, RecallMeasure.Recall, RecallUrgency.ClassI, "partículas \"visibles\"", "ARCSA-1", RecallCampaignStatus.Open, stores.NewId<PersonId>(),
        stores.Now(), [new(stores.NewId<LotId>(), stores.NewId<PresentationId>(), new LotNumber("Ñ-1"), stores.Now())], null, null, null, 1));

    private static async Task KeepsAsync(IClinicStores stores, CancellationToken ct)
    {
        var store = stores.Get<IRecallCampaignStore>();
        RecallScope[] scopes =
        [
            RecallScope.OfNumber(stores.NewId<PresentationId>(), new LotNumber("A<1>")), RecallScope.OfGtin(Gtin.Parse("7501031311309")),
            RecallScope.OfSupplier("Distribuidora", stores.Now() - Duration.FromDays(9), stores.Now()),
        ];
        foreach (var opened in scopes.Select(s => ACampaign(stores, s)))
        {
            await stores.CommitAsync(unit => store.Add(unit, opened), ct).ConfigureAwait(false);
            await ExpectAsync(stores, opened, ct).ConfigureAwait(false);
            var more = opened.TakeIn([new(stores.NewId<LotId>(), stores.NewId<PresentationId>(), new LotNumber("B"), stores.Now())]);
            await stores.CommitAsync(unit => store.Save(unit, more), ct).ConfigureAwait(false);
            var closed = more.Close(stores.NewId<PersonId>(), stores.Now(), "todo devuelto");
            await stores.CommitAsync(unit => store.Save(unit, closed), ct).ConfigureAwait(false);
            await ExpectAsync(stores, closed, ct).ConfigureAwait(false);
        }
    }

    private static async Task RefusesStaleAsync(IClinicStores stores, CancellationToken ct)
    {
        var store = stores.Get<IRecallCampaignStore>();
        var opened = ACampaign(stores, RecallScope.OfSupplier("Distribuidora"));
        await stores.CommitAsync(unit => store.Add(unit, opened), ct).ConfigureAwait(false);
        var closed = opened.Close(stores.NewId<PersonId>(), stores.Now(), null);
        await stores.CommitAsync(unit => store.Save(unit, closed), ct).ConfigureAwait(false);
        await PharmacySamples.ConflictsAsync(() => stores.CommitAsync(unit => store.Save(unit, closed), ct), "A version that was changed since").ConfigureAwait(false);
    }

    private static async Task ListsAsync(IClinicStores stores, CancellationToken ct)
    {
        var store = stores.Get<IRecallCampaignStore>();
        var all = new List<RecallCampaign>();
        for (var i = 0; i < 4; i++)
        {
            stores.Clock.Advance(Duration.FromMinutes(1));
            all.Add(ACampaign(stores, RecallScope.OfSupplier("Distribuidora")));
            await stores.CommitAsync(unit => store.Add(unit, all[^1]), ct).ConfigureAwait(false);
        }

        await stores.CommitAsync(unit => store.Save(unit, all[1].Close(stores.NewId<PersonId>(), stores.Now(), null)), ct).ConfigureAwait(false);
        var first = await store.ListAsync(stores.Tenant, null, new PageRequest(3), ct).ConfigureAwait(false);
        var rest = await store.ListAsync(stores.Tenant, null, new PageRequest(3, first.Next), ct).ConfigureAwait(false);
        Check.Sequence(all.AsEnumerable().Reverse().Select(c => c.Id), first.Items.Concat(rest.Items).Select(c => c.Id), "Last first");
        Check.Sequence([all[0].Id, all[2].Id, all[3].Id], (await store.OpenAsync(stores.Tenant, ct).ConfigureAwait(false)).Select(c => c.Id), "The open ones");
        Check.Equal(1, (await store.ListAsync(stores.Tenant, RecallCampaignStatus.Closed, PageRequest.First, ct).ConfigureAwait(false)).Items.Count, "The closed ones");
        Check.Equal(0, (await store.OpenAsync(stores.OtherTenant, ct).ConfigureAwait(false)).Count, "Those of the other");
        Check.Equal(null, await store.FindAsync(stores.OtherTenant, all[0].Id, ct).ConfigureAwait(false), "One of mine, asked by the other");
    }

    private static async Task WatchesAsync(IClinicStores stores, CancellationToken ct)
    {
        var store = stores.Get<IRecallCampaignStore>();
        Check.Equal(0L, await store.WatchAsync(stores.Tenant, ct).ConfigureAwait(false), "The first count");
        await stores.CommitAsync(unit => unit.Require(RecallFacts.Watch(stores.Tenant), 0), ct).ConfigureAwait(false);
        await stores.CommitAsync(unit => store.Watch(unit, 1), ct).ConfigureAwait(false);
        await stores.CommitAsync(unit => store.Watch(unit, 2), ct).ConfigureAwait(false);
        Check.Equal(2L, await store.WatchAsync(stores.Tenant, ct).ConfigureAwait(false), "The count");
        Check.Equal(0L, await store.WatchAsync(stores.OtherTenant, ct).ConfigureAwait(false), "The count of the other");
        await PharmacySamples.ConflictsAsync(() => stores.CommitAsync(unit => store.Watch(unit, 2), ct), "A count that was").ConfigureAwait(false);
        await PharmacySamples.ConflictsAsync(() => stores.CommitAsync(unit => unit.Require(RecallFacts.Watch(stores.Tenant), 0), ct), "An older count").ConfigureAwait(false);
    }

    private static async Task ExpectAsync(IClinicStores stores, RecallCampaign expected, CancellationToken ct)
    {
        var found = Check.Found(await stores.Get<IRecallCampaignStore>().FindAsync(stores.Tenant, expected.Id, ct).ConfigureAwait(false), "The campaign").ToSnapshot();
        Check.Sequence(expected.Lots, found.Lots, "The lots");
        Check.Equal(expected.ToSnapshot() with { Lots = [] }, found with { Lots = [] }, "The fields");
    }
}
