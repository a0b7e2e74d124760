namespace Clinic.Abstractions.Administration;

/// <summary>The patient and version that are now stored.</summary>
/// <param name="Patient">The id.</param>
/// <param name="Version">Name it at the next change.</param>
public sealed record PatientAnswer(PatientId Patient, long Version);
