namespace Clinic.Abstractions;

/// <summary>Finds patients; answered by the clinic's own system or by our store.</summary>
public interface IPatientDirectory
{
    /// <summary>A patient, or null.</summary>
    Task<Patient?> FindAsync(TenantId tenant, PatientId patient, CancellationToken cancellationToken);

    /// <summary>The patient of a document, or null.</summary>
    Task<Patient?> FindByDocumentAsync(TenantId tenant, string kind, string number, CancellationToken cancellationToken);

    /// <summary>Patients whose name has every word of the text somewhere in it, without regard to case and accents, or whose document number begins with it.</summary>
    /// <remarks>Ordered by name without case and accents, then by id. Nobody is left out unless <paramref name="most"/> cuts the list; blank text finds nobody.</remarks>
    /// <param name="tenant">The clinic.</param>
    /// <param name="text">What was typed, at most <see cref="PatientSearch.LongestText"/> characters.</param>
    /// <param name="most">The most patients wanted, 1 or more.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    Task<IReadOnlyList<Patient>> SearchAsync(TenantId tenant, string text, int most, CancellationToken cancellationToken);
}
