namespace Clinic.Transcription.Retention;

/// <summary>What came of a hold or release of all sessions of a patient.</summary>
/// <param name="Sessions">How many it changed.</param>
public sealed record PatientHoldAnswer(int Sessions);
