using Clinic.Abstractions;

namespace Clinic.Transcription.Retention;

/// <summary>Keeps proofs of erasures; they only grow.</summary>
public interface IPatientErasureStore
{
    /// <summary>The proofs about a patient, by instant and id.</summary>
    Task<IReadOnlyList<PatientErasure>> OfPatientAsync(TenantId tenant, PatientId patient, CancellationToken cancellationToken);

    /// <summary>Stages a proof; a second one of its id conflicts.</summary>
    void Add(IUnit unit, PatientErasure erasure);
}
