using Clinic.Abstractions;

namespace Clinic.EmergencyBilling.Spoken;

/// <summary>Finds whom and which stay a sentence may mean.</summary>
/// <remarks>
/// The words come without case and accents. A search answers every patient who has all of the words in the name, or whose document number they
/// are, never leaving one out (a missing namesake would look certain), and, where it can, patients whose words differ by one letter. More than
/// that does no harm: certainty is judged by the caller. No order is needed. Safe for use by many threads.
/// </remarks>
public interface IStayLookup
{
    /// <summary>Patients whose names or document numbers have these words.</summary>
    Task<IReadOnlyList<StayPatient>> SearchPatientsAsync(TenantId tenant, IReadOnlyList<string> words, CancellationToken cancellationToken);

    /// <summary>One patient, or null.</summary>
    Task<StayPatient?> FindPatientAsync(TenantId tenant, PatientId patient, CancellationToken cancellationToken);

    /// <summary>The stays of a patient that are registered, running or paused.</summary>
    Task<IReadOnlyList<StayOfPatient>> OpenStaysAsync(TenantId tenant, PatientId patient, CancellationToken cancellationToken);
}
