using Clinic.Abstractions;
using Clinic.Abstractions.InMemory;
using Clinic.Transcription.Recorders;

namespace Clinic.Transcription.InMemory;

/// <summary>Recorder settings in memory.</summary>
internal sealed class InMemoryRecorderStore(InMemoryCoordinator coordinator) : IRecorderStore
{
    private readonly Dictionary<(TenantId, PersonId), RecorderSettings> all = [];

    public Task<RecorderSettings?> FindAsync(TenantId tenant, PersonId person, CancellationToken cancellationToken) =>
        Task.FromResult(coordinator.Read(() => all.GetValueOrDefault((tenant, person))));

    public void Save(IUnit unit, RecorderSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var tenant = unit.Context.Tenant;
        InMemoryUnit.Of(unit).Stage(c =>
        {
            c.AdvanceFact(settings.Fact, settings.Version);
            c.Put(all, (tenant, settings.Person), settings);
        });
    }
}
