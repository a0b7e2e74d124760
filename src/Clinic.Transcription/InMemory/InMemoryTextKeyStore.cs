using Clinic.Abstractions;
using Clinic.Abstractions.InMemory;
using Clinic.Transcription.Sealing;

namespace Clinic.Transcription.InMemory;

/// <summary>Wrapped data keys in memory.</summary>
internal sealed class InMemoryTextKeyStore(InMemoryCoordinator coordinator) : ITextKeyStore
{
    private readonly Dictionary<(TenantId Tenant, FactKey Owner), WrappedTextKey> all = [];

    public Task<WrappedTextKey?> FindAsync(TenantId tenant, FactKey owner, CancellationToken cancellationToken) =>
        Task.FromResult(coordinator.Read(() => all.GetValueOrDefault((tenant, owner))));

    public void Add(IUnit unit, WrappedTextKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var tenant = unit.Context.Tenant;
        InMemoryUnit.Of(unit).Stage(c => c.AddUnique(all, (tenant, key.Owner), key, key.Owner));
    }

    public void Destroy(IUnit unit, FactKey owner)
    {
        var tenant = unit.Context.Tenant;
        InMemoryUnit.Of(unit).Stage(c => c.Remove(all, (tenant, owner)));
    }
}
