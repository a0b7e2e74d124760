namespace Clinic.Transcription.Searching;

/// <summary>One word, or several that stand next to each other.</summary>
/// <param name="Words">Folded: letters and digits only.</param>
/// <param name="IsPrefix">Whether the last word may go on.</param>
public sealed record SearchTerm(IReadOnlyList<string> Words, bool IsPrefix)
{
    /// <summary>The type only; what is searched for is health data.</summary>
    public override string ToString() => nameof(SearchTerm);
}
