using Clinic.Abstractions;

namespace Clinic.Api.Patients;

/// <summary>A patient.</summary>
/// <param name="Id">The id.</param>
/// <param name="Name">The full name.</param>
/// <param name="DocumentKind">The kind of document, or null.</param>
/// <param name="DocumentNumber">The number on it, or null.</param>
/// <param name="Contact">Telephone or mail address, or null.</param>
/// <param name="Allergies">Substances, in the words of the record.</param>
/// <param name="Version">Name it at the next change.</param>
public sealed record PatientResponse(
    PatientId Id, string Name, string? DocumentKind, string? DocumentNumber, string? Contact, IReadOnlyList<string> Allergies, long Version)
{
    /// <summary>The id only.</summary>
    public override string ToString() => Id.ToString();

    internal static PatientResponse Of(Patient p) => new(p.Id, p.Name, p.DocumentKind, p.DocumentNumber, p.Contact, p.Allergies, p.Version);
}

/// <summary>As much of a patient as tells namesakes apart.</summary>
/// <param name="Id">The id.</param>
/// <param name="Name">The full name.</param>
/// <param name="DocumentKind">The kind of document, or null.</param>
/// <param name="DocumentNumber">The number on it, or null.</param>
public sealed record FoundPatientResponse(PatientId Id, string Name, string? DocumentKind, string? DocumentNumber)
{
    /// <summary>The id only.</summary>
    public override string ToString() => Id.ToString();

    internal static FoundPatientResponse Of(Patient p) => new(p.Id, p.Name, p.DocumentKind, p.DocumentNumber);
}
