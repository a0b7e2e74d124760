namespace Clinic.Transcription.Retention;

/// <summary>What came of an erasure.</summary>
/// <param name="Erasure">The id of its proof.</param>
/// <param name="Sessions">How many sessions the patient had.</param>
/// <param name="Destroyed">How many things were destroyed.</param>
/// <param name="Kept">How many signed reports stay.</param>
public sealed record PatientErasureAnswer(Guid Erasure, int Sessions, int Destroyed, int Kept);
