using Clinic.Abstractions;

namespace Clinic.EmergencyBilling.Spoken;

/// <summary>A patient who may be meant.</summary>
/// <param name="Id">The id.</param>
/// <param name="Name">The full name.</param>
/// <param name="DocumentNumber">The number of the document, of which a speaker is shown the end only; null where none is known.</param>
public sealed record StayPatient(PatientId Id, string Name, string? DocumentNumber = null)
{
    /// <summary>The id only.</summary>
    public override string ToString() => Id.ToString();
}
