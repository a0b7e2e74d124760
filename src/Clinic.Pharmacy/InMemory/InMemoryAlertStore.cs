using System.Globalization;
using Clinic.Abstractions;
using Clinic.Abstractions.InMemory;
using Clinic.Pharmacy.Alerts;
using NodaTime;

namespace Clinic.Pharmacy.InMemory;

/// <summary>Alerts in memory; a cause that stands is there once.</summary>
public sealed class InMemoryAlertStore(InMemoryCoordinator coordinator) : IAlertStore
{
    private readonly Dictionary<(TenantId Tenant, AlertId Id), Alert> all = [];
    private readonly Dictionary<(TenantId, string), AlertId> standing = [];
    private readonly Dictionary<(TenantId, string), int> episodes = [];

    /// <inheritdoc/>
    public Task<Alert?> FindAsync(TenantId tenant, AlertId alert, CancellationToken cancellationToken) =>
        Task.FromResult(coordinator.Read(() => all.GetValueOrDefault((tenant, alert))));

    /// <inheritdoc/>
    public Task<Page<Alert>> ListAsync(TenantId tenant, AlertQuery query, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(page);
        var found = coordinator.Read(() => Of(tenant)
            .Where(a => Matches(a, query))
            .OrderByDescending(Mark, StringComparer.Ordinal)
            .Where(a => page.After is null || string.CompareOrdinal(Mark(a), page.After) < 0)
            .Take(page.Size + 1)
            .ToList());
        return Task.FromResult(Paging.Cut(found, page, Mark));
    }

    /// <inheritdoc/>
    public Task<int> EpisodeAsync(TenantId tenant, string cause, CancellationToken cancellationToken) =>
        Task.FromResult(coordinator.Read(() => episodes.GetValueOrDefault((tenant, cause))));

    /// <inheritdoc/>
    public Task<IReadOnlyList<AlertBadge>> BadgesAsync(TenantId tenant, IReadOnlyList<DepartmentId>? departments, CancellationToken cancellationToken) =>
        Task.FromResult(coordinator.Read<IReadOnlyList<AlertBadge>>(() =>
        [
            .. Of(tenant)
                .Where(a => a.Status is AlertStatus.Open or AlertStatus.Escalated && IsOf(a, departments))
                .GroupBy(a => (a.Cause.Kind, a.Cause.Severity))
                .Select(g => new AlertBadge(g.Key.Kind, g.Key.Severity, g.Count()))
                .OrderBy(b => b.Kind)
                .ThenBy(b => b.Severity),
        ]));

    /// <inheritdoc/>
    public Task<IReadOnlyList<Alert>> UnannouncedAsync(TenantId tenant, int most, CancellationToken cancellationToken) =>
        Task.FromResult(coordinator.Read<IReadOnlyList<Alert>>(() =>
            [.. Of(tenant).Where(a => !a.ToSnapshot().IsAnnounced).OrderBy(Mark, StringComparer.Ordinal).Take(most)]));

    /// <inheritdoc/>
    public Task<IReadOnlyList<Alert>> DueAsync(TenantId tenant, Instant now, int most, CancellationToken cancellationToken) =>
        Task.FromResult(coordinator.Read<IReadOnlyList<Alert>>(() =>
            [.. Of(tenant).Where(a => a.Due <= now).OrderBy(a => a.Due).ThenBy(a => a.Id.ToString(), StringComparer.Ordinal).Take(most)]));

    /// <inheritdoc/>
    public void Add(IUnit unit, Alert alert)
    {
        ArgumentNullException.ThrowIfNull(alert);
        InMemoryUnit.Of(unit).Stage(c =>
        {
            var key = (unit.Context.Tenant, alert.Cause.Key);
            if (episodes.GetValueOrDefault(key) != alert.Episode - 1) throw new ConcurrencyConflictException([alert.Fact]);
            c.AddUnique(standing, key, alert.Id, alert.Fact);
            c.Put(episodes, key, alert.Episode);
            Put(c, unit, alert);
        });
    }

    /// <inheritdoc/>
    public void Save(IUnit unit, Alert alert)
    {
        ArgumentNullException.ThrowIfNull(alert);
        InMemoryUnit.Of(unit).Stage(c =>
        {
            Put(c, unit, alert);
            if (!alert.IsCauseStanding) c.Remove(standing, (unit.Context.Tenant, alert.Cause.Key));
        });
    }

    private void Put(InMemoryChanges c, IUnit unit, Alert alert)
    {
        c.AdvanceFact(alert.Fact, alert.Version);
        c.Put(all, (unit.Context.Tenant, alert.Id), alert);
    }

    private IEnumerable<Alert> Of(TenantId tenant) => all.Where(a => a.Key.Tenant == tenant).Select(a => a.Value);

    private static bool Matches(Alert a, AlertQuery q) =>
        (q.Kind is null || a.Cause.Kind == q.Kind)
        && (q.Severity is null || a.Cause.Severity == q.Severity)
        && (q.Status is null || a.Status == q.Status)
        && (q.IsOver is null || (a.Status == AlertStatus.Resolved) == q.IsOver)
        && (q.IsCauseStanding is null || a.IsCauseStanding == q.IsCauseStanding)
        && (q.Presentation is null || a.Cause.About.Presentation == q.Presentation)
        && (q.Location is null || a.Cause.About.Location == q.Location)
        && IsOf(a, q.Departments);

    private static bool IsOf(Alert a, IReadOnlyList<DepartmentId>? departments) =>
        departments is null || a.Cause.About.Department is not { } department || departments.Contains(department);

    private static string Mark(Alert a) => string.Create(CultureInfo.InvariantCulture, $"{a.Raised.ToUnixTimeMicroseconds():D20}|{a.Id}");
}
