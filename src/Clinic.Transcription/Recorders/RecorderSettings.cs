using Clinic.Abstractions;

namespace Clinic.Transcription.Recorders;

/// <summary>How somebody likes to record; kept for the next visit, at whatever station.</summary>
/// <param name="Person">Whose settings they are.</param>
/// <param name="Quality">How fine the recording is.</param>
/// <param name="Language">Of the visits: <c>es</c> or <c>en</c>.</param>
/// <param name="Version">Counts the changes, from 1; 0 of settings that nobody has chosen.</param>
public sealed record RecorderSettings(PersonId Person, RecorderQuality Quality, string Language, long Version)
{
    /// <summary>The microphone as the browser or recorder names it; null for its default.</summary>
    public string? Device { get; init; }

    /// <summary>The fact that guards rely on.</summary>
    public FactKey Fact => FactOf(Person);

    /// <summary>The fact of somebody's settings.</summary>
    public static FactKey FactOf(PersonId person) => new("transcription.recorder", person.Value);
}
