namespace Clinic.Abstractions;

/// <summary>Finds patients; answered by the clinic's own system or by our store.</summary>
public interface IPatientDirectory
{
    /// <summary>A patient, or null.</summary>
    Task<Patient?> FindAsync(TenantId tenant, PatientId patient, CancellationToken cancellationToken);

    /// <summary>The patient of a document, or null.</summary>
    Task<Patient?> FindByDocumentAsync(TenantId tenant, string kind, string number, CancellationToken cancellationToken);
}
