using System.Text.Json;
using Clinic.Abstractions;
using Clinic.Pharmacy.Alerts;
using NodaTime;

namespace Clinic.Storage.Contracts;

/// <summary>What <see cref="IAlertRuleStore"/> promises.</summary>
public static class AlertRuleStoreContract
{
    /// <summary>The cases.</summary>
    public static IReadOnlyList<ContractCase> Cases { get; } =
    [
        new("A rule comes back with every setting", KeepsAsync),
        new("A slot is taken once, a retired rule frees it, and a stale version is a conflict", RefusesAsync),
        new("Rules are listed by id, of one kind or all, per tenant", ListsAsync),
    ];

    private static AlertRule ARule(IClinicStores stores, AlertKind kind, AlertScope scope, AlertSettings? settings = null) => AlertRule.Restore(new(
        stores.NewId<AlertRuleId>(), kind, scope, settings ?? new(), new(["farmacia@clinica.ec"], [Role.Pharmacist]),
        [new(Duration.FromHours(4), new(["jefa@clinica.ec"], []))], true, false, 1));

    private static async Task KeepsAsync(IClinicStores stores, CancellationToken ct)
    {
        var store = stores.Get<IAlertRuleStore>();
        foreach (var rule in new[]
        {
            ARule(stores, AlertKind.Expiry, new(AtcPrefix: "J01", Department: stores.NewId<DepartmentId>()), new() { Levels = [90, 0] }),
            ARule(stores, AlertKind.LowStock, new(stores.NewId<PresentationId>(), Location: stores.NewId<LocationId>()), new() { MinimumOnHand = 0.5m, MinimumDays = 3 }),
            ARule(stores, AlertKind.UnusualConsumption, AlertScope.Any, new() { Threshold = 4.5m, Floor = 2, MinimumSample = 5, Direction = UnusualDirection.More, WindowDays = 84 }),
        })
        {
            await stores.CommitAsync(unit => store.Add(unit, rule), ct).ConfigureAwait(false);
            var found = Check.Found(await store.FindAsync(stores.Tenant, rule.Id, ct).ConfigureAwait(false), "The rule");
            Check.Equal(JsonSerializer.Serialize(rule.ToSnapshot(), ClinicJson.Options), JsonSerializer.Serialize(found.ToSnapshot(), ClinicJson.Options), "The fields");
            Check.Equal(rule.Id, (await store.FindBySlotAsync(stores.Tenant, rule.Slot, ct).ConfigureAwait(false))!.Id, "By its slot");
            Check.Equal(null, await store.FindBySlotAsync(stores.OtherTenant, rule.Slot, ct).ConfigureAwait(false), "By its slot, asked by the other");
        }
    }

    private static async Task RefusesAsync(IClinicStores stores, CancellationToken ct)
    {
        var store = stores.Get<IAlertRuleStore>();
        var first = ARule(stores, AlertKind.Expiry, AlertScope.Any);
        await stores.CommitAsync(unit => store.Add(unit, first), ct).ConfigureAwait(false);
        await PharmacySamples.ConflictsAsync(() => stores.CommitAsync(unit => store.Add(unit, ARule(stores, AlertKind.Expiry, AlertScope.Any)), ct), "A slot that is taken").ConfigureAwait(false);
        var moved = first.Revise(new(new(AtcPrefix: "N02")));
        await stores.CommitAsync(unit => store.Save(unit, moved), ct).ConfigureAwait(false);
        await PharmacySamples.ConflictsAsync(() => stores.CommitAsync(unit => store.Save(unit, moved), ct), "A version that was changed since").ConfigureAwait(false);
        var second = ARule(stores, AlertKind.Expiry, AlertScope.Any);
        await stores.CommitAsync(unit => store.Add(unit, second), ct).ConfigureAwait(false);
        await PharmacySamples.ConflictsAsync(() => stores.CommitAsync(unit => store.Save(unit, moved.Revise(new())), ct), "A slot that another took").ConfigureAwait(false);
        await stores.CommitAsync(unit => store.Save(unit, second.Retire()), ct).ConfigureAwait(false);
        await stores.CommitAsync(unit => store.Save(unit, moved.Revise(new())), ct).ConfigureAwait(false);
    }

    private static async Task ListsAsync(IClinicStores stores, CancellationToken ct)
    {
        var store = stores.Get<IAlertRuleStore>();
        var all = new List<AlertRule>();
        foreach (var kind in Enum.GetValues<AlertKind>())
        {
            all.Add(ARule(stores, kind, AlertScope.Any));
            await stores.CommitAsync(unit => store.Add(unit, all[^1]), ct).ConfigureAwait(false);
        }

        await stores.CommitAsync(unit => store.Save(unit, all[0].Retire()), ct).ConfigureAwait(false);
        var ids = all.Select(r => r.Id).OrderBy(i => i.ToString(), StringComparer.Ordinal).ToList();
        var first = await store.ListAsync(stores.Tenant, null, true, new PageRequest(3), ct).ConfigureAwait(false);
        var rest = await store.ListAsync(stores.Tenant, null, true, new PageRequest(3, first.Next), ct).ConfigureAwait(false);
        Check.Sequence(ids, first.Items.Concat(rest.Items).Select(r => r.Id), "By id");
        Check.Equal(all.Count - 1, (await store.ListAsync(stores.Tenant, null, false, PageRequest.First, ct).ConfigureAwait(false)).Items.Count, "Those that count");
        Check.Sequence([all[1].Id], (await store.ListAsync(stores.Tenant, all[1].Kind, false, PageRequest.First, ct).ConfigureAwait(false)).Items.Select(r => r.Id), "Of a kind");
        Check.Equal(0, (await store.ListAsync(stores.OtherTenant, null, true, PageRequest.First, ct).ConfigureAwait(false)).Items.Count, "Those of the other");
    }
}
