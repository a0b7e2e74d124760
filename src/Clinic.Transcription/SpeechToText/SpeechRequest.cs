namespace Clinic.Transcription.SpeechToText;

/// <summary>What an engine is told about a recording before it listens.</summary>
/// <param name="Language">BCP 47; <c>multi</c> where people change languages.</param>
public sealed record SpeechRequest(string Language)
{
    /// <summary>Words that are likely, such as drugs of the clinic; never names of patients.</summary>
    public IReadOnlyList<string> KeyTerms { get; init; } = [];

    /// <summary>Whether voices are told apart.</summary>
    public bool Diarize { get; init; } = true;

    /// <summary>The engine's model; null for the configured one.</summary>
    public string? Model { get; init; }

    /// <summary>The type only; terms may tell of a patient.</summary>
    public override string ToString() => nameof(SpeechRequest);
}
