using Clinic.Abstractions.Administration;

namespace Clinic.Api.Patients;

/// <summary>A new patient.</summary>
/// <param name="Name">The full name.</param>
/// <param name="DocumentKind">The kind of document, such as <c>cedula</c>; together with its number, or neither.</param>
/// <param name="DocumentNumber">The number on it, once per clinic and kind.</param>
/// <param name="Contact">Telephone or mail address.</param>
/// <param name="Allergies">Substances, at most 50.</param>
public sealed record RegisterPatientRequest(
    string Name, string? DocumentKind = null, string? DocumentNumber = null, string? Contact = null, IReadOnlyList<string>? Allergies = null)
{
    /// <summary>Nothing of what was typed; it is private health data.</summary>
    public override string ToString() => nameof(RegisterPatientRequest);

    internal PatientData Data => new(Name, DocumentKind, DocumentNumber, Contact, Allergies);
}

/// <summary>What is known of a patient from now on; fields that are missing are no longer known.</summary>
/// <param name="Name">The full name.</param>
/// <param name="DocumentKind">The kind of document; together with its number, or neither.</param>
/// <param name="DocumentNumber">The number on it, once per clinic and kind.</param>
/// <param name="Contact">Telephone or mail address.</param>
/// <param name="Allergies">Substances, at most 50.</param>
/// <param name="Version">The version that was read; or send it as If-Match.</param>
public sealed record RevisePatientRequest(
    string Name, string? DocumentKind = null, string? DocumentNumber = null, string? Contact = null, IReadOnlyList<string>? Allergies = null, long? Version = null)
{
    /// <summary>Nothing of what was typed; it is private health data.</summary>
    public override string ToString() => nameof(RevisePatientRequest);

    internal PatientData Data => new(Name, DocumentKind, DocumentNumber, Contact, Allergies);
}
