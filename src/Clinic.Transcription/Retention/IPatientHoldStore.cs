using Clinic.Abstractions;

namespace Clinic.Transcription.Retention;

/// <summary>Keeps which patients are under a legal hold, and where.</summary>
public interface IPatientHoldStore
{
    /// <summary>The hold of a patient, or null where there never was one.</summary>
    Task<PatientHold?> FindAsync(TenantId tenant, PatientId patient, CancellationToken cancellationToken);

    /// <summary>Stages a hold that is new or one version on; another change in between conflicts.</summary>
    void Save(IUnit unit, PatientHold hold);
}
