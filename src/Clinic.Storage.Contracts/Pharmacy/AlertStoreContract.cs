using System.Text.Json;
using Clinic.Abstractions;
using Clinic.Pharmacy.Alerts;
using NodaTime;

namespace Clinic.Storage.Contracts;

/// <summary>What <see cref="IAlertStore"/> promises.</summary>
public static class AlertStoreContract
{
    /// <summary>The cases.</summary>
    public static IReadOnlyList<ContractCase> Cases { get; } =
    [
        new("An alert comes back after every step", KeepsAsync),
        new("A cause that stands is there once, an episode once, and a stale version is a conflict", RefusesAsync),
        new("Alerts are listed last raised first, filtered and counted, per tenant", ListsAsync),
        new("What waits for its event or its time is found", WaitsAsync),
    ];

    internal static Alert AnAlert(IClinicStores stores, string cause, int episode = 1, DepartmentId? department = null, AlertKind kind = AlertKind.Expiry) => Alert.Raise(
        stores.NewId<AlertId>(),
        new(cause, kind, AlertSeverity.Warning, new(stores.NewId<SiteId>(), department, stores.NewId<LocationId>(), stores.NewId<PresentationId>(), stores.NewId<LotId>()),
            stores.NewId<AlertRuleId>(), true, [new("lot", "Ñ \"1\"")], [new(new LocalDate(2026, 3, 9), 1.25m)]),
        episode, stores.Now(), [new(Duration.FromHours(1), AlertRecipients.Nobody)]);

    private static async Task KeepsAsync(IClinicStores stores, CancellationToken ct)
    {
        var store = stores.Get<IAlertStore>();
        var alert = AnAlert(stores, "expiry/a");
        await stores.CommitAsync(unit => store.Add(unit, alert), ct).ConfigureAwait(false);
        await ExpectAsync(stores, alert, ct).ConfigureAwait(false);
        foreach (var step in new Func<Alert, Alert>[]
        {
            a => a.Announce(), a => a.Escalate([]), a => a.Snooze(stores.NewId<PersonId>(), stores.Now(), stores.Now() + Duration.FromDays(1), 30, "mañana"),
            a => a.Close(stores.NewId<PersonId>(), stores.Now(), null), a => a.CauseGone(stores.Now()),
        })
        {
            alert = step(alert);
            await stores.CommitAsync(unit => store.Save(unit, alert), ct).ConfigureAwait(false);
            await ExpectAsync(stores, alert, ct).ConfigureAwait(false);
        }
    }

    private static async Task RefusesAsync(IClinicStores stores, CancellationToken ct)
    {
        var store = stores.Get<IAlertStore>();
        var first = AnAlert(stores, "expiry/a");
        await stores.CommitAsync(unit => store.Add(unit, first), ct).ConfigureAwait(false);
        await PharmacySamples.ConflictsAsync(() => stores.CommitAsync(unit => store.Add(unit, AnAlert(stores, "expiry/a")), ct), "The same cause and episode").ConfigureAwait(false);
        await PharmacySamples.ConflictsAsync(() => stores.CommitAsync(unit => store.Add(unit, AnAlert(stores, "expiry/a", 2)), ct), "A cause that stands").ConfigureAwait(false);
        var gone = first.CauseGone(stores.Now());
        await stores.CommitAsync(unit => store.Save(unit, gone), ct).ConfigureAwait(false);
        await PharmacySamples.ConflictsAsync(() => stores.CommitAsync(unit => store.Save(unit, gone), ct), "A version that was changed since").ConfigureAwait(false);
        await PharmacySamples.ConflictsAsync(() => stores.CommitAsync(unit => store.Add(unit, AnAlert(stores, "expiry/a")), ct), "An episode that was").ConfigureAwait(false);
        Check.Equal(1, await store.EpisodeAsync(stores.Tenant, "expiry/a", ct).ConfigureAwait(false), "The episode");
        await stores.CommitAsync(unit => store.Add(unit, AnAlert(stores, "expiry/a", 2)), ct).ConfigureAwait(false);
        Check.Equal(2, await store.EpisodeAsync(stores.Tenant, "expiry/a", ct).ConfigureAwait(false), "The next episode");
        Check.Equal(0, await store.EpisodeAsync(stores.OtherTenant, "expiry/a", ct).ConfigureAwait(false), "The episode of the other");
    }

    private static async Task ListsAsync(IClinicStores stores, CancellationToken ct)
    {
        var store = stores.Get<IAlertStore>();
        var (mine, others) = (stores.NewId<DepartmentId>(), stores.NewId<DepartmentId>());
        var all = new List<Alert>();
        foreach (var (cause, department, kind) in new[] { ("a", (DepartmentId?)mine, AlertKind.Expiry), ("b", others, AlertKind.Expiry), ("c", null, AlertKind.LowStock), ("d", mine, AlertKind.LowStock) })
        {
            stores.Clock.Advance(Duration.FromMinutes(1));
            all.Add(AnAlert(stores, cause, department: department, kind: kind));
            await stores.CommitAsync(unit => store.Add(unit, all[^1]), ct).ConfigureAwait(false);
        }

        await stores.CommitAsync(unit => store.Save(unit, all[3].Acknowledge(stores.NewId<PersonId>(), stores.Now(), null)), ct).ConfigureAwait(false);
        await stores.CommitAsync(unit => store.Save(unit, all[1].CauseGone(stores.Now())), ct).ConfigureAwait(false);
        var first = await store.ListAsync(stores.Tenant, new(), new PageRequest(3), ct).ConfigureAwait(false);
        var rest = await store.ListAsync(stores.Tenant, new(), new PageRequest(3, first.Next), ct).ConfigureAwait(false);
        Check.Sequence(all.AsEnumerable().Reverse().Select(a => a.Id), first.Items.Concat(rest.Items).Select(a => a.Id), "Last first");
        async Task ExpectsAsync(AlertQuery query, string what, params int[] places)
        {
            var found = await store.ListAsync(stores.Tenant, query, PageRequest.First, ct).ConfigureAwait(false);
            Check.Sequence(places.Select(i => all[i].Id), found.Items.Select(a => a.Id), what);
        }

        await ExpectsAsync(new() { Kind = AlertKind.LowStock }, "Of a kind", 3, 2).ConfigureAwait(false);
        await ExpectsAsync(new() { Status = AlertStatus.Acknowledged }, "Of a status", 3).ConfigureAwait(false);
        await ExpectsAsync(new() { Severity = AlertSeverity.Critical }, "Of a severity").ConfigureAwait(false);
        await ExpectsAsync(new() { IsOver = false }, "Not over", 3, 2, 0).ConfigureAwait(false);
        await ExpectsAsync(new() { IsCauseStanding = false }, "Gone", 1).ConfigureAwait(false);
        await ExpectsAsync(new() { Departments = [mine] }, "Of a department and of none", 3, 2, 0).ConfigureAwait(false);
        await ExpectsAsync(new() { Departments = [] }, "Of none", 2).ConfigureAwait(false);
        await ExpectsAsync(new() { Presentation = all[0].Cause.About.Presentation }, "Of a presentation", 0).ConfigureAwait(false);
        await ExpectsAsync(new() { Location = all[2].Cause.About.Location }, "At a location", 2).ConfigureAwait(false);
        Check.Sequence(
            [new AlertBadge(AlertKind.Expiry, AlertSeverity.Warning, 1), new AlertBadge(AlertKind.LowStock, AlertSeverity.Warning, 1)],
            await store.BadgesAsync(stores.Tenant, null, ct).ConfigureAwait(false), "All badges");
        Check.Equal(1, (await store.BadgesAsync(stores.Tenant, [others], ct).ConfigureAwait(false)).Sum(b => b.Count), "Badges of the other department");
        Check.Equal(0, (await store.BadgesAsync(stores.OtherTenant, null, ct).ConfigureAwait(false)).Count, "Badges of the other tenant");
        Check.Equal(0, (await store.ListAsync(stores.OtherTenant, new(), PageRequest.First, ct).ConfigureAwait(false)).Items.Count, "Those of the other tenant");
        Check.Equal(null, await store.FindAsync(stores.OtherTenant, all[0].Id, ct).ConfigureAwait(false), "One of mine, asked by the other");
    }

    private static async Task WaitsAsync(IClinicStores stores, CancellationToken ct)
    {
        var store = stores.Get<IAlertStore>();
        var (early, late) = (AnAlert(stores, "a"), AnAlert(stores, "b"));
        await stores.CommitAsync(unit => store.Add(unit, early), ct).ConfigureAwait(false);
        stores.Clock.Advance(Duration.FromMinutes(1));
        late = AnAlert(stores, "b");
        await stores.CommitAsync(unit => store.Add(unit, late), ct).ConfigureAwait(false);
        Check.Sequence([early.Id, late.Id], (await store.UnannouncedAsync(stores.Tenant, 9, ct).ConfigureAwait(false)).Select(a => a.Id), "Both wait for their event");
        await stores.CommitAsync(unit => store.Save(unit, early.Announce()), ct).ConfigureAwait(false);
        Check.Sequence([late.Id], (await store.UnannouncedAsync(stores.Tenant, 9, ct).ConfigureAwait(false)).Select(a => a.Id), "One waits");
        Check.Equal(0, (await store.DueAsync(stores.Tenant, stores.Now(), 9, ct).ConfigureAwait(false)).Count, "Nothing is due");
        Check.Sequence([early.Id], (await store.DueAsync(stores.Tenant, early.Due!.Value, 9, ct).ConfigureAwait(false)).Select(a => a.Id), "The first is due");
        Check.Sequence([early.Id], (await store.DueAsync(stores.Tenant, late.Due!.Value, 1, ct).ConfigureAwait(false)).Select(a => a.Id), "Soonest first");
        Check.Equal(0, (await store.DueAsync(stores.OtherTenant, late.Due!.Value, 9, ct).ConfigureAwait(false)).Count, "Due for the other");
        Check.Equal(0, (await store.UnannouncedAsync(stores.OtherTenant, 9, ct).ConfigureAwait(false)).Count, "Unannounced for the other");
    }

    private static async Task ExpectAsync(IClinicStores stores, Alert expected, CancellationToken ct)
    {
        var found = Check.Found(await stores.Get<IAlertStore>().FindAsync(stores.Tenant, expected.Id, ct).ConfigureAwait(false), "The alert");
        Check.Equal(JsonSerializer.Serialize(expected.ToSnapshot(), ClinicJson.Options), JsonSerializer.Serialize(found.ToSnapshot(), ClinicJson.Options), "The fields");
    }
}
