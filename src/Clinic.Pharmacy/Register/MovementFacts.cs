using Clinic.Abstractions;

namespace Clinic.Pharmacy.Register;

/// <summary>What another record knows of a movement.</summary>
/// <param name="Witnesses">Who saw it besides the actor; never the actor.</param>
/// <param name="Prescription">The number of the prescription behind it, or null.</param>
public sealed record MovementFacts(IReadOnlyList<PersonId> Witnesses, string? Prescription);
