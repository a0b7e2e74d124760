namespace Clinic.Transcription.Recorders;

/// <summary>What keeping recorder settings answers.</summary>
/// <param name="Version">Of the settings, from 1.</param>
public sealed record RecorderAnswer(long Version);
