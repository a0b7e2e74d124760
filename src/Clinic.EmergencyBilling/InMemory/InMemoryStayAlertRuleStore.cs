using System.Globalization;
using Clinic.Abstractions;
using Clinic.Abstractions.InMemory;
using Clinic.EmergencyBilling.Alerts;

namespace Clinic.EmergencyBilling.InMemory;

/// <summary>Alert rules of sites in memory.</summary>
internal sealed class InMemoryStayAlertRuleStore(InMemoryCoordinator coordinator) : IStayAlertRuleStore
{
    private readonly Dictionary<(TenantId Tenant, SiteId Site, int Version), StayAlertRules> all = [];

    public Task<StayAlertRules?> FindAsync(TenantId tenant, SiteId site, int? version, CancellationToken cancellationToken) =>
        Task.FromResult(Versions(tenant, site).FirstOrDefault(r => version is null || r.Version == version));

    public Task<Page<StayAlertRules>> HistoryAsync(TenantId tenant, SiteId site, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(page);
        var after = page.After is null ? int.MaxValue : int.Parse(page.After, CultureInfo.InvariantCulture);
        var found = Versions(tenant, site).Where(r => r.Version < after).Take(page.Size + 1).ToList();
        return Task.FromResult(Paging.Cut(found, page, r => r.Version.ToString(CultureInfo.InvariantCulture)));
    }

    public void Add(IUnit unit, StayAlertRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        InMemoryUnit.Of(unit).Stage(c =>
        {
            c.AdvanceFact(rules.Fact, rules.Version);
            c.Put(all, (unit.Context.Tenant, rules.Site, rules.Version), rules);
        });
    }

    private List<StayAlertRules> Versions(TenantId tenant, SiteId site) => coordinator.Read(() => all
        .Where(r => r.Key.Tenant == tenant && r.Key.Site == site).Select(r => r.Value).OrderByDescending(r => r.Version).ToList());
}
