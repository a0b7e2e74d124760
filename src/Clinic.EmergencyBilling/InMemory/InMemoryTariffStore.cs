using System.Globalization;
using Clinic.Abstractions;
using Clinic.Abstractions.InMemory;
using Clinic.EmergencyBilling.Tariffs;

namespace Clinic.EmergencyBilling.InMemory;

/// <summary>Tariffs and calendars in memory.</summary>
public sealed class InMemoryTariffStore(InMemoryCoordinator coordinator) : ITariffStore, IHolidayCalendarStore
{
    private readonly Dictionary<(TenantId Tenant, TariffId Id), (SiteId Site, TariffSnapshot State)> tariffs = [];
    private readonly Dictionary<(TenantId, SiteId, TariffKey), TariffId> keys = [];
    private readonly Dictionary<(TenantId, SiteId), long> books = [];
    private readonly List<(TenantId Tenant, TariffId Id, TariffChange Change)> changes = [];
    private readonly Dictionary<(TenantId Tenant, SiteId Site, int Version), StoredCalendar> calendars = [];

    /// <inheritdoc/>
    public Task<Tariff?> FindAsync(TenantId tenant, SiteId site, TariffId tariff, CancellationToken cancellationToken)
    {
        var found = coordinator.Read(() => tariffs.TryGetValue((tenant, tariff), out var t) && t.Site == site ? t.State : null);
        return Task.FromResult(found is null ? null : Tariff.Restore(found));
    }

    /// <inheritdoc/>
    public Task<Page<Tariff>> ListAsync(TenantId tenant, SiteId site, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(page);
        var found = Of(tenant, site).OrderBy(Mark, StringComparer.Ordinal)
            .Where(t => page.After is null || string.CompareOrdinal(Mark(t), page.After) > 0).Take(page.Size + 1).ToList();
        return Task.FromResult(Paging.Cut(found, page, Mark));
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Tariff>> AllAsync(TenantId tenant, SiteId site, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Tariff>>([.. Of(tenant, site).OrderBy(Mark, StringComparer.Ordinal)]);

    /// <inheritdoc/>
    public Task<long> BookVersionAsync(TenantId tenant, SiteId site, CancellationToken cancellationToken) =>
        Task.FromResult(coordinator.Read(() => books.GetValueOrDefault((tenant, site))));

    /// <inheritdoc/>
    public Task<Page<TariffChange>> HistoryAsync(TenantId tenant, TariffId tariff, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(page);
        var after = page.After is null ? long.MaxValue : long.Parse(page.After, CultureInfo.InvariantCulture);
        var found = coordinator.Read(() => changes.Where(c => c.Tenant == tenant && c.Id == tariff && c.Change.Sequence < after).Select(c => c.Change)
            .OrderByDescending(c => c.Sequence).Take(page.Size + 1).ToList());
        return Task.FromResult(Paging.Cut(found, page, c => c.Sequence.ToString(CultureInfo.InvariantCulture)));
    }

    /// <inheritdoc/>
    public void Save(IUnit unit, Tariff tariff, TariffChange change, long bookVersion)
    {
        ArgumentNullException.ThrowIfNull(tariff);
        var (tenant, site) = (unit.Context.Tenant, unit.Context.Site);
        InMemoryUnit.Of(unit).Stage(c =>
        {
            if (tariffs.TryGetValue((tenant, tariff.Id), out var stored) && stored.Site != site) throw new ConcurrencyConflictException([tariff.Fact]);
            c.AdvanceFact(tariff.Fact, tariff.Version);
            if (tariff.Version == 1) c.AddUnique(keys, (tenant, site, tariff.Key), tariff.Id, tariff.Fact);
            MoveBook(c, tenant, site, bookVersion);
            c.Put(tariffs, (tenant, tariff.Id), (site, tariff.ToSnapshot()));
            c.Append(changes, (tenant, tariff.Id, change));
        });
    }

    /// <inheritdoc/>
    Task<StoredCalendar?> IHolidayCalendarStore.FindAsync(TenantId tenant, SiteId site, int? version, CancellationToken cancellationToken) =>
        Task.FromResult(Versions(tenant, site).FirstOrDefault(v => version is null || v.Calendar.Version == version));

    /// <inheritdoc/>
    Task<Page<StoredCalendar>> IHolidayCalendarStore.HistoryAsync(TenantId tenant, SiteId site, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(page);
        var after = page.After is null ? int.MaxValue : int.Parse(page.After, CultureInfo.InvariantCulture);
        var found = Versions(tenant, site).Where(v => v.Calendar.Version < after).Take(page.Size + 1).ToList();
        return Task.FromResult(Paging.Cut(found, page, v => v.Calendar.Version.ToString(CultureInfo.InvariantCulture)));
    }

    /// <inheritdoc/>
    void IHolidayCalendarStore.Add(IUnit unit, StoredCalendar calendar, long bookVersion)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        var (tenant, site) = (unit.Context.Tenant, unit.Context.Site);
        InMemoryUnit.Of(unit).Stage(c =>
        {
            MoveBook(c, tenant, site, bookVersion);
            var next = calendar.Calendar.Version;
            if (next > 1 && !calendars.ContainsKey((tenant, site, next - 1))) throw new ConcurrencyConflictException([TariffBooks.FactOf(site)]);
            c.AddUnique(calendars, (tenant, site, next), calendar, TariffBooks.FactOf(site));
        });
    }

    internal List<(TariffSnapshot Tariff, TariffChange Change)> ChangesOf(TenantId tenant, SiteId site) => coordinator.Read(() => changes
        .Where(c => c.Tenant == tenant && tariffs.TryGetValue((tenant, c.Id), out var t) && t.Site == site).Select(c => (tariffs[(tenant, c.Id)].State, c.Change)).ToList());

    private void MoveBook(InMemoryChanges c, TenantId tenant, SiteId site, long read)
    {
        c.AdvanceFact(TariffBooks.FactOf(site), read + 1);
        c.Put(books, (tenant, site), read + 1);
    }

    private List<Tariff> Of(TenantId tenant, SiteId site) =>
        [.. coordinator.Read(() => tariffs.Where(t => t.Key.Tenant == tenant && t.Value.Site == site).Select(t => t.Value.State).ToList()).Select(Tariff.Restore)];

    private List<StoredCalendar> Versions(TenantId tenant, SiteId site) => coordinator.Read(() => calendars
        .Where(c => c.Key.Tenant == tenant && c.Key.Site == site).Select(c => c.Value).OrderByDescending(v => v.Calendar.Version).ToList());

    private static string Mark(Tariff tariff) => $"{tariff.Name}|{tariff.Id}";
}
