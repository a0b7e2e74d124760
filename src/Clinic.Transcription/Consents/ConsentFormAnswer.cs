namespace Clinic.Transcription.Consents;

/// <summary>The version that a published form has.</summary>
/// <param name="Version">1 upwards.</param>
public sealed record ConsentFormAnswer(int Version);
