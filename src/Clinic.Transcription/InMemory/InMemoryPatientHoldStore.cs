using Clinic.Abstractions;
using Clinic.Abstractions.InMemory;
using Clinic.Transcription.Retention;

namespace Clinic.Transcription.InMemory;

/// <summary>Legal holds of patients in memory.</summary>
internal sealed class InMemoryPatientHoldStore(InMemoryCoordinator coordinator) : IPatientHoldStore
{
    private readonly Dictionary<(TenantId, PatientId), PatientHold> all = [];

    public Task<PatientHold?> FindAsync(TenantId tenant, PatientId patient, CancellationToken cancellationToken) =>
        Task.FromResult(coordinator.Read(() => all.GetValueOrDefault((tenant, patient))));

    public void Save(IUnit unit, PatientHold hold)
    {
        ArgumentNullException.ThrowIfNull(hold);
        var tenant = unit.Context.Tenant;
        InMemoryUnit.Of(unit).Stage(c =>
        {
            c.AdvanceFact(hold.Fact, hold.Version);
            c.Put(all, (tenant, hold.Patient), hold);
        });
    }
}
