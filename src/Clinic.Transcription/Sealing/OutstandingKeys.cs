namespace Clinic.Transcription.Sealing;

/// <summary>What is still wrapped under another key than the active one of its ring.</summary>
/// <param name="Texts">Sessions and reports.</param>
/// <param name="Recordings">Recordings in the vault.</param>
public sealed record OutstandingKeys(long Texts, long Recordings);
