namespace Clinic.Transcription.Searching;

/// <summary>Whether the words of transcripts and reports are indexed.</summary>
public sealed class SearchOptions
{
    /// <summary>Whether there is an index; switched off, nothing is written and what is there is removed by the next upkeep.</summary>
    /// <value>Default null: on where the index lies on this machine, off where it would lie on a server.</value>
    public bool? IsEnabled { get; set; }

    /// <summary>How many characters of the text stand before and after what was found.</summary>
    /// <value>Default 60; 0 to 300.</value>
    public int ExcerptReach { get; set; } = 60;

    internal IEnumerable<string> Failures()
    {
        if (ExcerptReach is < 0 or > 300) yield return FormattableString.Invariant($"Transcription:Search:{nameof(ExcerptReach)} is {ExcerptReach}; allowed is 0 to 300.");
    }
}
