namespace Clinic.Transcription.Searching;

/// <summary>What is kept of a search: how many texts were shown.</summary>
/// <param name="Shown">Texts of the page.</param>
public sealed record SearchAnswer(int Shown);
