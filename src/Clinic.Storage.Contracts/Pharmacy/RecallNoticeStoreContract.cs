using Clinic.Abstractions;
using Clinic.Pharmacy.Lots;
using Clinic.Pharmacy.Recalls;
using Clinic.Pharmacy.Stock;

namespace Clinic.Storage.Contracts;

/// <summary>What <see cref="IRecallNoticeStore"/> promises.</summary>
public static class RecallNoticeStoreContract
{
    /// <summary>The cases.</summary>
    public static IReadOnlyList<ContractCase> Cases { get; } =
    [
        new("A notice comes back after every step", KeepsAsync),
        new("A recipient has one notice per campaign, and a stale version is a conflict", RefusesAsync),
        new("Notices are listed by id, of one status or all, and the open ones counted, per tenant", ListsAsync),
    ];

    private static RecallNotice ANotice(IClinicStores stores, RecallCampaignId campaign, RecallRecipient? to = null) => RecallNotice.Restore(new(
        stores.NewId<RecallNoticeId>(), campaign, to ?? new(Patient: stores.NewId<PatientId>()),
        [new(stores.NewId<MovementId>(), stores.NewId<LotId>(), new LotNumber("L1"), new(250, 2), stores.Now(), stores.NewId<DepartmentId>(), "dispensation/1")],
        RecallNoticeStatus.ToNotify, [], null, null, null, 1));

    private static async Task KeepsAsync(IClinicStores stores, CancellationToken ct)
    {
        var store = stores.Get<IRecallNoticeStore>();
        var added = ANotice(stores, stores.NewId<RecallCampaignId>());
        await stores.CommitAsync(unit => store.Add(unit, added), ct).ConfigureAwait(false);
        await ExpectAsync(stores, added, ct).ConfigureAwait(false);
        var told = added.Try(new(stores.NewId<PersonId>(), RecallChannel.Telephone, stores.Now(), true));
        await stores.CommitAsync(unit => store.Save(unit, told), ct).ConfigureAwait(false);
        var answered = told.Answer(new(false, [new(added.Lines[0].Lot, 1.25m, 1)], stores.NewId<PersonId>(), stores.Now()), 3);
        await stores.CommitAsync(unit => store.Save(unit, answered), ct).ConfigureAwait(false);
        var closed = answered.Close(stores.NewId<PersonId>(), stores.Now());
        await stores.CommitAsync(unit => store.Save(unit, closed), ct).ConfigureAwait(false);
        await ExpectAsync(stores, closed, ct).ConfigureAwait(false);
    }

    private static async Task RefusesAsync(IClinicStores stores, CancellationToken ct)
    {
        var store = stores.Get<IRecallNoticeStore>();
        var campaign = stores.NewId<RecallCampaignId>();
        var added = ANotice(stores, campaign);
        await stores.CommitAsync(unit => store.Add(unit, added), ct).ConfigureAwait(false);
        await PharmacySamples.ConflictsAsync(() => stores.CommitAsync(unit => store.Add(unit, ANotice(stores, campaign, added.Recipient)), ct), "A second notice to one recipient").ConfigureAwait(false);
        await stores.CommitAsync(unit => store.Add(unit, ANotice(stores, stores.NewId<RecallCampaignId>(), added.Recipient)), ct).ConfigureAwait(false);
        var told = added.Try(new(stores.NewId<PersonId>(), RecallChannel.Telephone, stores.Now(), false));
        await stores.CommitAsync(unit => store.Save(unit, told), ct).ConfigureAwait(false);
        await PharmacySamples.ConflictsAsync(() => stores.CommitAsync(unit => store.Save(unit, told), ct), "A version that was changed since").ConfigureAwait(false);
    }

    private static async Task ListsAsync(IClinicStores stores, CancellationToken ct)
    {
        var store = stores.Get<IRecallNoticeStore>();
        var campaign = stores.NewId<RecallCampaignId>();
        RecallNotice[] all = [.. Enumerable.Range(0, 4).Select(_ => ANotice(stores, campaign))];
        await stores.CommitAsync(unit =>
        {
            foreach (var n in all) store.Add(unit, n);
            store.Add(unit, ANotice(stores, stores.NewId<RecallCampaignId>()));
        }, ct).ConfigureAwait(false);
        var told = all[0].Try(new(stores.NewId<PersonId>(), RecallChannel.InPerson, stores.Now(), true));
        await stores.CommitAsync(unit => store.Save(unit, told), ct).ConfigureAwait(false);
        var first = await store.ListAsync(stores.Tenant, campaign, null, new PageRequest(3), ct).ConfigureAwait(false);
        var rest = await store.ListAsync(stores.Tenant, campaign, null, new PageRequest(3, first.Next), ct).ConfigureAwait(false);
        Check.Sequence(all.Select(n => n.Id).OrderBy(i => i.ToString(), StringComparer.Ordinal), first.Items.Concat(rest.Items).Select(n => n.Id), "By id");
        Check.Sequence([told.Id], (await store.ListAsync(stores.Tenant, campaign, RecallNoticeStatus.Notified, PageRequest.First, ct).ConfigureAwait(false)).Items.Select(n => n.Id), "Those told");
        Check.Equal(4, await store.OpenCountAsync(stores.Tenant, campaign, ct).ConfigureAwait(false), "Those open");
        Check.Equal(0, await store.OpenCountAsync(stores.OtherTenant, campaign, ct).ConfigureAwait(false), "Those of the other");
        Check.Equal(null, await store.FindAsync(stores.OtherTenant, all[0].Id, ct).ConfigureAwait(false), "One of mine, asked by the other");
    }

    private static async Task ExpectAsync(IClinicStores stores, RecallNotice expected, CancellationToken ct)
    {
        var found = Check.Found(await stores.Get<IRecallNoticeStore>().FindAsync(stores.Tenant, expected.Id, ct).ConfigureAwait(false), "The notice").ToSnapshot();
        var wanted = expected.ToSnapshot();
        Check.Sequence(wanted.Lines, found.Lines, "The lines");
        Check.Sequence(wanted.Attempts, found.Attempts, "The attempts");
        Check.Sequence(wanted.Reply?.Outcomes ?? [], found.Reply?.Outcomes ?? [], "The outcomes");
        Check.Equal(wanted.Reply is { } r ? r with { Outcomes = [] } : null, found.Reply is { } f ? f with { Outcomes = [] } : null, "The reply");
        Check.Equal(wanted with { Lines = [], Attempts = [], Reply = null }, found with { Lines = [], Attempts = [], Reply = null }, "The fields");
    }
}
