namespace Clinic.Transcription.SpeechToText;

/// <summary>What an engine shall do otherwise from now on, without a new connection.</summary>
public sealed record LiveChange
{
    /// <summary>Words that are likely from now on, in place of all before; empty for none, null to leave them.</summary>
    public IReadOnlyList<string>? KeyTerms { get; init; }

    /// <summary>Whether numbers are written as digits; null to leave it.</summary>
    public bool? Numerals { get; init; }

    /// <summary>The type only; terms may tell of a patient.</summary>
    public override string ToString() => nameof(LiveChange);
}
