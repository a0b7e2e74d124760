using System.Globalization;
using Clinic.Abstractions;
using Clinic.Abstractions.InMemory;
using Clinic.EmergencyBilling.Alerts;
using Clinic.EmergencyBilling.Stays;
using NodaTime;

namespace Clinic.EmergencyBilling.InMemory;

/// <summary>Watches over stays in memory.</summary>
internal sealed class InMemoryStayAlertStore(InMemoryCoordinator coordinator) : IStayAlertStore
{
    private readonly Dictionary<(TenantId Tenant, StayId Stay), StayWatch> all = [];

    public Task<StayWatch?> FindAsync(TenantId tenant, StayId stay, CancellationToken cancellationToken) =>
        Task.FromResult(coordinator.Read(() => all.GetValueOrDefault((tenant, stay))));

    public Task<StayWatch?> HoldingAsync(TenantId tenant, StayAlertId alert, CancellationToken cancellationToken) =>
        Task.FromResult(Of(tenant).Find(w => w.Alerts.Any(a => a.Id == alert)));

    public Task<IReadOnlyList<StayDue>> DueAsync(TenantId tenant, Instant now, int most, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<StayDue>>(
        [
            .. Of(tenant).Where(w => w.Due <= now).Select(w => new StayDue(w.Stay, w.Site, w.Due!.Value))
                .OrderBy(d => d.Due).ThenBy(d => d.Stay.ToString(), StringComparer.Ordinal).Take(most),
        ]);

    public Task<Page<StayAlert>> ListAsync(TenantId tenant, StayAlertQuery query, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(page);
        var found = Of(tenant).SelectMany(w => w.Alerts)
            .Where(a => (query.Statuses.Count == 0 || query.Statuses.Contains(a.Status)) && (query.Stay is null || query.Stay == a.Stay) && (query.Site is null || query.Site == a.Site))
            .OrderByDescending(Mark, StringComparer.Ordinal)
            .Where(a => page.After is null || string.CompareOrdinal(Mark(a), page.After) < 0)
            .Take(page.Size + 1)
            .ToList();
        return Task.FromResult(Paging.Cut(found, page, Mark));
    }

    public Task<IReadOnlyList<StayNextAlert>> NextAsync(TenantId tenant, SiteId site, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<StayNextAlert>>(
            [.. Of(tenant).Where(w => w.Site == site && w.ToSnapshot().IsOpen && w.Next is not null).Select(w => w.Next!).OrderBy(n => n.Stay.ToString(), StringComparer.Ordinal)]);

    public void Save(IUnit unit, StayWatch? before, StayWatch after)
    {
        ArgumentNullException.ThrowIfNull(after);
        StayWatchSuccession.Check(before, after);
        InMemoryUnit.Of(unit).Stage(c =>
        {
            c.AdvanceFact(after.Fact, after.Version);
            c.Put(all, (unit.Context.Tenant, after.Stay), StayWatch.Restore(after.ToSnapshot()));
        });
    }

    public void Hurry(IUnit unit, SiteId site, Instant at)
    {
        ArgumentNullException.ThrowIfNull(unit);
        var tenant = unit.Context.Tenant;
        InMemoryUnit.Of(unit).Stage(c =>
        {
            foreach (var watch in all.Where(w => w.Key.Tenant == tenant && w.Value.Site == site).Select(w => w.Value.ToSnapshot()).Where(w => w.IsOpen && !(w.Due <= at)).ToList())
            {
                c.AdvanceFact(StayWatch.FactOf(watch.Stay), watch.Version + 1);
                c.Put(all, (tenant, watch.Stay), StayWatch.Restore(watch with { Due = at, Version = watch.Version + 1 }));
            }
        });
    }

    private List<StayWatch> Of(TenantId tenant) => coordinator.Read(() => all.Where(w => w.Key.Tenant == tenant).Select(w => w.Value).ToList());

    private static string Mark(StayAlert a) => string.Create(CultureInfo.InvariantCulture, $"{a.RaisedAt.ToUnixTimeMicroseconds():D20}|{a.Id}");
}
