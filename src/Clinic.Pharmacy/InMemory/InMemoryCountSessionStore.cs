using System.Globalization;
using Clinic.Abstractions;
using Clinic.Abstractions.InMemory;
using Clinic.Pharmacy.CountSessions;

namespace Clinic.Pharmacy.InMemory;

/// <summary>Counting sessions in memory.</summary>
public sealed class InMemoryCountSessionStore(InMemoryCoordinator coordinator) : ICountSessionStore
{
    private readonly Dictionary<(TenantId Tenant, CountSessionId Id), CountSession> all = [];

    /// <inheritdoc/>
    public Task<CountSession?> FindAsync(TenantId tenant, CountSessionId session, CancellationToken cancellationToken) =>
        Task.FromResult(coordinator.Read(() => all.GetValueOrDefault((tenant, session))));

    /// <inheritdoc/>
    public Task<Page<CountSession>> ListAsync(
        TenantId tenant, LocationId? location, CountSessionStatus? status, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(page);
        var found = coordinator.Read(() => all
            .Where(s => s.Key.Tenant == tenant && (location is null || s.Value.Location == location) && (status is null || s.Value.Status == status))
            .Select(s => s.Value)
            .OrderByDescending(Mark, StringComparer.Ordinal)
            .Where(s => page.After is null || string.CompareOrdinal(Mark(s), page.After) < 0)
            .Take(page.Size + 1)
            .ToList());
        return Task.FromResult(Paging.Cut(found, page, Mark));
    }

    /// <inheritdoc/>
    public void Add(IUnit unit, CountSession session) => Stage(unit, session);

    /// <inheritdoc/>
    public void Save(IUnit unit, CountSession session) => Stage(unit, session);

    private void Stage(IUnit unit, CountSession session) => InMemoryUnit.Of(unit).Stage(c =>
    {
        c.AdvanceFact(session.Fact, session.Version);
        c.Put(all, (unit.Context.Tenant, session.Id), session);
    });

    private static string Mark(CountSession s) => string.Create(CultureInfo.InvariantCulture, $"{s.ToSnapshot().Planned.ToUnixTimeMicroseconds():D20}|{s.Id}");
}
