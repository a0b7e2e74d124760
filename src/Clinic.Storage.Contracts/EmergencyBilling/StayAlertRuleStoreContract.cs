using Clinic.Abstractions;
using Clinic.EmergencyBilling.Alerts;
using NodaTime;

namespace Clinic.Storage.Contracts;

/// <summary>What <see cref="IStayAlertRuleStore"/> promises.</summary>
public static class StayAlertRuleStoreContract
{
    /// <summary>The cases.</summary>
    public static IReadOnlyList<ContractCase> Cases { get; } =
    [
        new("Rules come back in every version, and are a fact that commits rely on", KeepsAsync),
        new("A version that exists, or that leaves one out, is a conflict", RefusesAsync),
    ];

    private static StayAlertRules Rules(IClinicStores stores, SiteId site, int version) => new(
        site, version,
        [
            AlertRule.LongStay,
            new("LONG-STAY", AlertClock.Presence, Duration.FromHours(6) + Duration.FromSeconds(1), 2, ["supervisor", stores.NewId<PersonId>().ToString()]),
            new("Ñ-PAUSA", AlertClock.Paused, Duration.FromMinutes(20), version, ["nurse"]),
        ],
        Duration.FromMinutes(10 + version), stores.NewId<PersonId>(), stores.Now(), DispensingSamples.HardText);

    private static Task<ContractAnswer> AddAsync(IClinicStores stores, StayAlertRules rules, CancellationToken ct) =>
        stores.CommitAsync(unit => stores.Get<IStayAlertRuleStore>().Add(unit, rules), ct);

    private static async Task KeepsAsync(IClinicStores stores, CancellationToken ct)
    {
        var (site, store) = (stores.NewId<SiteId>(), stores.Get<IStayAlertRuleStore>());
        Check.Equal(null, await store.FindAsync(stores.Tenant, site, null, ct).ConfigureAwait(false), "Rules before anything");
        var (first, second) = (Rules(stores, site, 1), Rules(stores, site, 2));
        await stores.CommitAsync(unit => unit.Require(first.Fact, 0), ct).ConfigureAwait(false);
        await AddAsync(stores, first, ct).ConfigureAwait(false);
        await AddAsync(stores, second, ct).ConfigureAwait(false);

        Expect(second, await store.FindAsync(stores.Tenant, site, null, ct).ConfigureAwait(false));
        Expect(first, await store.FindAsync(stores.Tenant, site, 1, ct).ConfigureAwait(false));
        Check.Equal(null, await store.FindAsync(stores.Tenant, site, 3, ct).ConfigureAwait(false), "A version that is not there");
        var page = await store.HistoryAsync(stores.Tenant, site, new PageRequest(1), ct).ConfigureAwait(false);
        var rest = await store.HistoryAsync(stores.Tenant, site, new PageRequest(1, page.Next), ct).ConfigureAwait(false);
        Check.Sequence([2, 1], page.Items.Concat(rest.Items).Select(r => r.Version), "The versions, last first");
        await stores.CommitAsync(unit => unit.Require(first.Fact, 2), ct).ConfigureAwait(false);
        await Check.ThrowsAsync<ConcurrencyConflictException>(() => stores.CommitAsync(unit => unit.Require(first.Fact, 1), ct), "Rules that moved on").ConfigureAwait(false);
        Check.Equal(null, await store.FindAsync(stores.OtherTenant, site, null, ct).ConfigureAwait(false), "The rules, asked by the other");
        Check.Equal(0, (await store.HistoryAsync(stores.OtherTenant, site, PageRequest.First, ct).ConfigureAwait(false)).Items.Count, "The versions, asked by the other");
    }

    private static async Task RefusesAsync(IClinicStores stores, CancellationToken ct)
    {
        var site = stores.NewId<SiteId>();
        await AddAsync(stores, Rules(stores, site, 1), ct).ConfigureAwait(false);
        foreach (var version in (int[])[1, 3])
            await Check.ThrowsAsync<ConcurrencyConflictException>(() => AddAsync(stores, Rules(stores, site, version), ct), "A version that does not follow").ConfigureAwait(false);
    }

    private static void Expect(StayAlertRules expected, StayAlertRules? actual)
    {
        var found = Check.Found(actual, "The rules");
        Check.Equal((expected.Site, expected.Version, expected.EscalateAfter, expected.By, expected.At, expected.Reason), (found.Site, found.Version, found.EscalateAfter, found.By, found.At, found.Reason), "The rules");
        Check.Equal(expected.Rules.Count, found.Rules.Count, "How many levels");
        foreach (var (one, other) in expected.Rules.Zip(found.Rules))
        {
            Check.Sequence(one.Escalation, other.Escalation, "Whom a level tells");
            Check.Equal(one, other with { Escalation = one.Escalation }, "A level");
        }
    }
}
