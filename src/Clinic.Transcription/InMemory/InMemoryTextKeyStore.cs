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

    public Task<IReadOnlyList<WrappedTextKey>> ListOtherAsync(TenantId tenant, string keyId, int most, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<WrappedTextKey>>(coordinator.Read(() => Other(tenant, keyId)
            .OrderBy(k => k.Owner.Kind, StringComparer.Ordinal).ThenBy(k => k.Owner.Id.ToString(), StringComparer.Ordinal).Take(most).ToList()));

    public Task<long> CountOtherAsync(TenantId tenant, string keyId, CancellationToken cancellationToken) => Task.FromResult(coordinator.Read(() => Other(tenant, keyId).LongCount()));

    public void Replace(IUnit unit, WrappedTextKey before, WrappedTextKey after)
    {
        ArgumentNullException.ThrowIfNull(before);
        var tenant = unit.Context.Tenant;
        InMemoryUnit.Of(unit).Stage(c =>
        {
            if (all.GetValueOrDefault((tenant, before.Owner))?.KeyId != before.KeyId) throw new ConcurrencyConflictException([before.Owner]);
            c.Put(all, (tenant, before.Owner), after);
        });
    }

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

    private IEnumerable<WrappedTextKey> Other(TenantId tenant, string keyId) => all.Where(k => k.Key.Tenant == tenant && k.Value.KeyId != keyId).Select(k => k.Value);
}
