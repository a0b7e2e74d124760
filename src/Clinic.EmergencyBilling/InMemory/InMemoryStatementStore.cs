using Clinic.Abstractions;
using Clinic.Abstractions.InMemory;
using Clinic.EmergencyBilling.Statements;
using Clinic.EmergencyBilling.Stays;

namespace Clinic.EmergencyBilling.InMemory;

/// <summary>Revisions of bills in memory.</summary>
public sealed class InMemoryStatementStore(InMemoryCoordinator coordinator) : IStatementStore
{
    private readonly Dictionary<(TenantId, StayId), List<RecordedStatement>> all = [];

    /// <inheritdoc/>
    public Task<RecordedStatement?> FindAsync(TenantId tenant, StayId stay, int? revision, CancellationToken cancellationToken) =>
        Task.FromResult(coordinator.Read(() => all.GetValueOrDefault((tenant, stay))?.LastOrDefault(s => revision is null || s.Revision == revision)));

    /// <inheritdoc/>
    public Task<IReadOnlyList<RecordedStatement>> AllAsync(TenantId tenant, StayId stay, CancellationToken cancellationToken) =>
        Task.FromResult(Of(tenant, stay));

    /// <inheritdoc/>
    public void Add(IUnit unit, RecordedStatement statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        var key = (unit.Context.Tenant, statement.Stay);
        InMemoryUnit.Of(unit).Stage(c =>
        {
            if (!all.TryGetValue(key, out var revisions)) all[key] = revisions = [];
            if (statement.Revision != revisions.Count + 1) throw new ConcurrencyConflictException([EmergencyStay.FactOf(statement.Stay)]);
            c.Append(revisions, statement);
        });
    }

    internal IReadOnlyList<RecordedStatement> Of(TenantId tenant, StayId stay) => coordinator.Read(() => all.GetValueOrDefault((tenant, stay))?.ToList() ?? []);
}
