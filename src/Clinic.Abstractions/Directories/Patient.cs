namespace Clinic.Abstractions;

/// <summary>What other domains may know of a patient.</summary>
/// <param name="Id">The id.</param>
/// <param name="Name">The full name, 1 to 200 characters.</param>
/// <param name="DocumentKind">The kind of document, such as <c>cedula</c> or <c>passport</c>; null when none is known.</param>
/// <param name="DocumentNumber">The number on it.</param>
/// <param name="Contact">Telephone or mail address; null when none is known.</param>
/// <param name="Allergies">Substances, in the words of the record.</param>
/// <param name="Version">Counts the changes, from 1.</param>
public sealed record Patient(
    PatientId Id, string Name, string? DocumentKind, string? DocumentNumber, string? Contact, IReadOnlyList<string> Allergies, long Version)
{
    /// <summary>The id only; everything else is private health data.</summary>
    public override string ToString() => Id.ToString();
}
