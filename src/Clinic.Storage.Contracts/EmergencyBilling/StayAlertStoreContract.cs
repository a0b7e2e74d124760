using Clinic.Abstractions;
using Clinic.EmergencyBilling.Alerts;
using Clinic.EmergencyBilling.Stays;
using NodaTime;

namespace Clinic.Storage.Contracts;

/// <summary>What <see cref="IStayAlertStore"/> promises.</summary>
public static class StayAlertStoreContract
{
    /// <summary>The cases.</summary>
    public static IReadOnlyList<ContractCase> Cases { get; } =
    [
        new("A watch comes back with its alerts, by stay and by alert", KeepsAsync),
        new("What is due comes soonest first, and rules that changed make every open stay of the site due", DueAsync),
        new("Alerts are listed last raised first, by status, stay and site, in pages", ListsAsync),
        new("A stale watch, a second first one, and a level that fires twice are conflicts", RefusesAsync),
        new("A watch that loses an alert or leaves out a version is a caller's mistake", MistakesAsync),
    ];

    private static StayWatchSnapshot AWatch(IClinicStores stores, SiteId site, Instant? due = null, bool open = true)
    {
        var stay = stores.NewId<StayId>();
        return new(stay, site, open, due, due is { } at ? new(stay, "LONG-STAY", 1, at) : null, [], 1);
    }

    private static StayAlert AnAlert(IClinicStores stores, StayWatchSnapshot watch, string code, int level, Instant at) => new()
    {
        Id = stores.NewId<StayAlertId>(),
        Stay = watch.Stay,
        Site = watch.Site,
        Code = code,
        Level = level,
        Clock = AlertClock.SinceTriage,
        Threshold = Duration.FromHours(4),
        DueAt = at - Duration.FromSeconds(3),
        RaisedAt = at,
        Escalation = ["reception", "supervisor"],
        EscalateAfter = Duration.FromMinutes(15),
        Told = 1,
        EscalatesAt = at + Duration.FromMinutes(15),
        Status = StayAlertStatus.Open,
    };

    private static Task<ContractAnswer> SaveAsync(IClinicStores stores, StayWatchSnapshot? before, StayWatchSnapshot after, CancellationToken ct) => stores.CommitAsync(
        unit => stores.Get<IStayAlertStore>().Save(unit, before is null ? null : StayWatch.Restore(before), StayWatch.Restore(after)), ct);

    private static async Task KeepsAsync(IClinicStores stores, CancellationToken ct)
    {
        var (store, now) = (stores.Get<IStayAlertStore>(), stores.Now());
        var first = AWatch(stores, stores.NewId<SiteId>(), now + PharmacySamples.Microsecond);
        await SaveAsync(stores, null, first, ct).ConfigureAwait(false);
        await ExpectAsync(stores, first, ct).ConfigureAwait(false);
        var raised = first with { Alerts = [AnAlert(stores, first, "LONG-STAY", 1, now), AnAlert(stores, first, "Ñ", 1, now)], Next = null, Version = 2 };
        await SaveAsync(stores, first, raised, ct).ConfigureAwait(false);
        await ExpectAsync(stores, raised, ct).ConfigureAwait(false);
        var answered = raised with
        {
            IsOpen = false,
            Due = null,
            Alerts =
            [
                raised.Alerts[0] with { Told = 2, EscalatesAt = null, Status = StayAlertStatus.Acknowledged, AnsweredBy = stores.NewId<PersonId>(), AnsweredAt = now, Note = DispensingSamples.HardText },
                raised.Alerts[1] with { Status = StayAlertStatus.Cleared, EscalatesAt = null, ClearedAt = now },
            ],
            Version = 3,
        };
        await SaveAsync(stores, raised, answered, ct).ConfigureAwait(false);
        await ExpectAsync(stores, answered, ct).ConfigureAwait(false);
        var holding = Check.Found(await store.HoldingAsync(stores.Tenant, raised.Alerts[1].Id, ct).ConfigureAwait(false), "The watch of an alert");
        Check.Equal(first.Stay, holding.Stay, "The watch of an alert");
        Check.Equal(null, await store.HoldingAsync(stores.Tenant, stores.NewId<StayAlertId>(), ct).ConfigureAwait(false), "The watch of no alert");
        Check.Equal(null, await store.HoldingAsync(stores.OtherTenant, raised.Alerts[1].Id, ct).ConfigureAwait(false), "The watch of an alert, asked by the other");
        Check.Equal(null, await store.FindAsync(stores.OtherTenant, first.Stay, ct).ConfigureAwait(false), "The watch, asked by the other");
    }

    private static async Task DueAsync(IClinicStores stores, CancellationToken ct)
    {
        var (store, now, site) = (stores.Get<IStayAlertStore>(), stores.Now(), stores.NewId<SiteId>());
        StayWatchSnapshot[] all =
        [
            AWatch(stores, site, now), AWatch(stores, site, now - Duration.FromSeconds(1)), AWatch(stores, site, now + PharmacySamples.Microsecond), AWatch(stores, site),
            AWatch(stores, stores.NewId<SiteId>(), now + Duration.FromHours(1)), AWatch(stores, site, open: false),
        ];
        foreach (var one in all) await SaveAsync(stores, null, one, ct).ConfigureAwait(false);

        Check.Sequence([new(all[1].Stay, site, now - Duration.FromSeconds(1)), new(all[0].Stay, site, now)], await store.DueAsync(stores.Tenant, now, 9, ct).ConfigureAwait(false), "What is due");
        Check.Sequence([all[1].Stay], (await store.DueAsync(stores.Tenant, now, 1, ct).ConfigureAwait(false)).Select(d => d.Stay), "The first that is due");
        Check.Equal(0, (await store.DueAsync(stores.OtherTenant, now, 9, ct).ConfigureAwait(false)).Count, "What is due, asked by the other");
        Check.Sequence(
            all[..3].Select(w => w.Next!).OrderBy(n => n.Stay.ToString(), StringComparer.Ordinal), await store.NextAsync(stores.Tenant, site, ct).ConfigureAwait(false), "What comes next");
        Check.Equal(0, (await store.NextAsync(stores.OtherTenant, site, ct).ConfigureAwait(false)).Count, "What comes next, asked by the other");

        await stores.CommitAsync(unit => store.Hurry(unit, site, now), ct).ConfigureAwait(false);
        Check.Sequence(
            all[..4].Select(w => w.Stay).OrderBy(s => s.ToString(), StringComparer.Ordinal),
            (await store.DueAsync(stores.Tenant, now, 9, ct).ConfigureAwait(false)).Select(d => d.Stay).OrderBy(s => s.ToString(), StringComparer.Ordinal), "What is due after the rules changed");
        await ExpectAsync(stores, all[1], ct).ConfigureAwait(false);
        await ExpectAsync(stores, all[2] with { Due = now, Version = 2 }, ct).ConfigureAwait(false);
        await Check.ThrowsAsync<ConcurrencyConflictException>(() => SaveAsync(stores, all[3], all[3] with { Version = 2 }, ct), "A watch read before the rules changed").ConfigureAwait(false);
        await SaveAsync(stores, all[2] with { Due = now, Version = 2 }, all[2] with { Version = 3 }, ct).ConfigureAwait(false);
    }

    private static async Task ListsAsync(IClinicStores stores, CancellationToken ct)
    {
        var (store, now, site) = (stores.Get<IStayAlertStore>(), stores.Now(), stores.NewId<SiteId>());
        var (one, two, elsewhere) = (AWatch(stores, site), AWatch(stores, site), AWatch(stores, stores.NewId<SiteId>()));
        one = one with { Alerts = [AnAlert(stores, one, "A", 1, now - Duration.FromHours(3)), AnAlert(stores, one, "A", 2, now)] };
        two = two with { Alerts = [AnAlert(stores, two, "A", 1, now - Duration.FromHours(1)), AnAlert(stores, two, "B", 1, now - Duration.FromHours(2)) with { Status = StayAlertStatus.Cleared, EscalatesAt = null, ClearedAt = now }] };
        elsewhere = elsewhere with { Alerts = [AnAlert(stores, elsewhere, "A", 1, now)] };
        foreach (var watch in (StayWatchSnapshot[])[one, two, elsewhere]) await SaveAsync(stores, null, watch, ct).ConfigureAwait(false);

        async Task<IEnumerable<StayAlertId>> OfAsync(StayAlertQuery query) => (await store.ListAsync(stores.Tenant, query, PageRequest.First, ct).ConfigureAwait(false)).Items.Select(a => a.Id);
        Check.Sequence([one.Alerts[1].Id, two.Alerts[0].Id, two.Alerts[1].Id, one.Alerts[0].Id], await OfAsync(new() { Site = site }).ConfigureAwait(false), "Of the site");
        Check.Sequence([one.Alerts[1].Id, two.Alerts[0].Id, one.Alerts[0].Id], await OfAsync(new() { Site = site, Statuses = [StayAlertStatus.Open, StayAlertStatus.Acknowledged] }).ConfigureAwait(false), "Those that stand");
        Check.Sequence([two.Alerts[1].Id], await OfAsync(new() { Statuses = [StayAlertStatus.Cleared] }).ConfigureAwait(false), "Those that are over");
        Check.Sequence([two.Alerts[0].Id, two.Alerts[1].Id], await OfAsync(new() { Stay = two.Stay }).ConfigureAwait(false), "Of a stay");
        var page = await store.ListAsync(stores.Tenant, new() { Site = site }, new PageRequest(3), ct).ConfigureAwait(false);
        var rest = await store.ListAsync(stores.Tenant, new() { Site = site }, new PageRequest(3, page.Next), ct).ConfigureAwait(false);
        Check.Sequence([3, 1], [page.Items.Count, rest.Items.Count], "Pages");
        Check.Equal(one.Alerts[0].Id, rest.Items[0].Id, "The first raised comes last");
        Check.Equal(0, (await store.ListAsync(stores.OtherTenant, new() { Site = site }, PageRequest.First, ct).ConfigureAwait(false)).Items.Count, "Of the site, asked by the other");
    }

    private static async Task RefusesAsync(IClinicStores stores, CancellationToken ct)
    {
        var first = AWatch(stores, stores.NewId<SiteId>(), stores.Now());
        await SaveAsync(stores, null, first, ct).ConfigureAwait(false);
        await Check.ThrowsAsync<ConcurrencyConflictException>(() => SaveAsync(stores, null, first, ct), "A second first watch").ConfigureAwait(false);
        var raised = first with { Alerts = [AnAlert(stores, first, "A", 1, stores.Now())], Version = 2 };
        await SaveAsync(stores, first, raised, ct).ConfigureAwait(false);
        await Check.ThrowsAsync<ConcurrencyConflictException>(
            () => SaveAsync(stores, first, first with { Alerts = [AnAlert(stores, first, "A", 1, stores.Now())], Version = 2 }, ct), "A level that another raised").ConfigureAwait(false);
        await ExpectAsync(stores, raised, ct).ConfigureAwait(false);
    }

    private static async Task MistakesAsync(IClinicStores stores, CancellationToken ct)
    {
        var first = AWatch(stores, stores.NewId<SiteId>(), stores.Now());
        first = first with { Alerts = [AnAlert(stores, first, "A", 1, stores.Now())] };
        await SaveAsync(stores, null, first, ct).ConfigureAwait(false);
        await Check.ThrowsAsync<ArgumentException>(() => SaveAsync(stores, first, first with { Alerts = [], Version = 2 }, ct), "A lost alert").ConfigureAwait(false);
        await Check.ThrowsAsync<ArgumentException>(() => SaveAsync(stores, first, first with { Version = 3 }, ct), "A version left out").ConfigureAwait(false);
    }

    private static async Task ExpectAsync(IClinicStores stores, StayWatchSnapshot expected, CancellationToken ct)
    {
        var found = Check.Found(await stores.Get<IStayAlertStore>().FindAsync(stores.Tenant, expected.Stay, ct).ConfigureAwait(false), "The watch").ToSnapshot();
        Check.Equal(expected with { Alerts = found.Alerts }, found, "The watch");
        Check.Equal(expected.Alerts.Count, found.Alerts.Count, "How many alerts");
        foreach (var (one, other) in expected.Alerts.Zip(found.Alerts))
        {
            Check.Sequence(one.Escalation, other.Escalation, "Whom an alert tells");
            Check.Equal(one, other with { Escalation = one.Escalation }, "An alert");
        }
    }
}
