namespace Clinic.Transcription.SpeechToText;

/// <summary>What an engine can do, and what it does with what it is given.</summary>
/// <param name="SendsOutside">Whether audio leaves the machine.</param>
/// <param name="Region">Where it is processed, such as <c>eu</c>; empty where nothing leaves.</param>
public sealed record EngineCapabilities(bool SendsOutside, string Region)
{
    /// <summary>Whether it listens while people speak.</summary>
    public bool Live { get; init; }

    /// <summary>Whether it tells voices apart.</summary>
    public bool Diarization { get; init; }

    /// <summary>Whether words have times and confidence.</summary>
    public bool Words { get; init; }

    /// <summary>Whether the provider keeps audio or text.</summary>
    public bool KeepsData { get; init; }
}
