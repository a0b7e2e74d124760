using Clinic.Abstractions;
using Clinic.Bridges.Dispensing;
using Clinic.EmergencyBilling.Spoken;
using Clinic.EmergencyBilling.Stays;

namespace Clinic.Bridges.EmergencyBilling;

/// <summary>Finds whose clock a sentence may mean among the patients of the clinic and the stays of emergency.</summary>
public sealed class EmergencyStayLookup(IPatientDirectory patients, IStayStore stays) : IStayLookup
{
    private static readonly StayStatus[] Open = [StayStatus.Registered, StayStatus.Running, StayStatus.Paused];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<StayPatient>> SearchPatientsAsync(TenantId tenant, IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(words);
        var search = new PatientNameSearch(patients, tenant);
        var found = await search.AllAsync(words, cancellationToken).ConfigureAwait(false);
        if (found.Count == 0) found = await search.NearAsync(words, cancellationToken).ConfigureAwait(false);
        return [.. found.Select(Spoken)];
    }

    /// <inheritdoc/>
    public async Task<StayPatient?> FindPatientAsync(TenantId tenant, PatientId patient, CancellationToken cancellationToken) =>
        await patients.FindAsync(tenant, patient, cancellationToken).ConfigureAwait(false) is { } found ? Spoken(found) : null;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<StayOfPatient>> OpenStaysAsync(TenantId tenant, PatientId patient, CancellationToken cancellationToken)
    {
        var query = new StayQuery { Patient = patient, Statuses = Open };
        var found = await Pages.AllAsync(p => stays.ListAsync(tenant, query, p, cancellationToken)).ConfigureAwait(false);
        return [.. found.Select(s => new StayOfPatient(s.Id, s.Patient, s.Status, s.RegisteredAt, s.Zone, s.Version))];
    }

    private static StayPatient Spoken(Patient patient) => new(patient.Id, patient.Name, patient.DocumentNumber);
}
