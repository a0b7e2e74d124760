using Clinic.Abstractions;
using Clinic.Abstractions.InMemory;
using Clinic.Pharmacy.Alerts;

namespace Clinic.Pharmacy.InMemory;

/// <summary>Where scans go on, in memory.</summary>
public sealed class InMemoryAlertScanStore(InMemoryCoordinator coordinator) : IAlertScanStore
{
    private readonly Dictionary<TenantId, AlertScanState> all = [];

    /// <inheritdoc/>
    public Task<AlertScanState?> FindAsync(TenantId tenant, CancellationToken cancellationToken) =>
        Task.FromResult(coordinator.Read(() => all.GetValueOrDefault(tenant)));

    /// <inheritdoc/>
    public void Save(IUnit unit, AlertScanState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        InMemoryUnit.Of(unit).Stage(c =>
        {
            c.AdvanceFact(AlertScanState.FactOf(unit.Context.Tenant), state.Version);
            c.Put(all, unit.Context.Tenant, state);
        });
    }
}
