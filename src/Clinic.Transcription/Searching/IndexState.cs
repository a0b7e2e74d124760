namespace Clinic.Transcription.Searching;

/// <summary>How the index of a clinic stands.</summary>
/// <param name="Form">The form in which it was built as a whole; 0 where it never was.</param>
/// <param name="Removals">Entries that were removed or replaced since their words were last swept out.</param>
/// <param name="Entries">How many there are.</param>
public sealed record IndexState(int Form, long Removals, long Entries)
{
    /// <summary>Nothing was ever indexed.</summary>
    public static IndexState Empty { get; } = new(0, 0, 0);
}
