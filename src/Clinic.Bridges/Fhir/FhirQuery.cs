using Clinic.Abstractions;

namespace Clinic.Bridges.Fhir;

/// <summary>What resources of a type are asked for.</summary>
/// <param name="Patient">Of one patient.</param>
/// <param name="Encounter">Of one encounter or stay.</param>
public sealed record FhirQuery(PatientId? Patient = null, EncounterId? Encounter = null);
