using Clinic.Abstractions;
using Clinic.Abstractions.InMemory;
using Clinic.Transcription.Retention;

namespace Clinic.Transcription.InMemory;

/// <summary>Proofs of erasures in memory.</summary>
internal sealed class InMemoryPatientErasureStore(InMemoryCoordinator coordinator) : IPatientErasureStore
{
    private readonly Dictionary<(TenantId Tenant, Guid Id), PatientErasure> all = [];

    public Task<IReadOnlyList<PatientErasure>> OfPatientAsync(TenantId tenant, PatientId patient, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<PatientErasure>>(coordinator.Read(() => all.Where(e => e.Key.Tenant == tenant && e.Value.Patient == patient).Select(e => e.Value)
            .OrderBy(e => e.At).ThenBy(e => e.Id.ToString(), StringComparer.Ordinal).ToList()));

    public void Add(IUnit unit, PatientErasure erasure)
    {
        ArgumentNullException.ThrowIfNull(erasure);
        var tenant = unit.Context.Tenant;
        InMemoryUnit.Of(unit).Stage(c => c.AddUnique(all, (tenant, erasure.Id), erasure, erasure.Fact));
    }
}
