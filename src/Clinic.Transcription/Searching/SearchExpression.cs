namespace Clinic.Transcription.Searching;

/// <summary>What a text must and must not say.</summary>
/// <param name="All">All of these; at least one.</param>
/// <param name="None">None of these.</param>
public sealed record SearchExpression(IReadOnlyList<SearchTerm> All, IReadOnlyList<SearchTerm> None)
{
    /// <summary>The longest text of a search.</summary>
    public const int LongestText = 200;

    /// <summary>The fewest letters before an asterisk.</summary>
    public const int ShortestPrefix = 2;

    /// <summary>Reads what a person typed: words, <c>"words next to each other"</c>, <c>-without</c>, <c>begin*</c>.</summary>
    /// <remarks>Everything else separates words. Whatever is typed, nothing of it is an operator of a database.</remarks>
    /// <exception cref="TranscriptionException">There is no word to look for, it is too long, or a beginning is too short.</exception>
    public static SearchExpression Parse(string text)
    {
        var failures = new Failures();
        var found = Parse(failures, text);
        failures.ThrowIfAny();
        return found;
    }

    /// <summary>The type only; what is searched for is health data.</summary>
    public override string ToString() => nameof(SearchExpression);

    internal static SearchExpression Parse(Failures failures, string? text)
    {
        var found = new SearchReader(text is { Length: <= LongestText } ? text : "").Read();
        failures.Field("text", text is { Length: <= LongestText }, text is null ? null : FormattableString.Invariant($"{text.Length} characters"),
            FormattableString.Invariant($"1 to {LongestText} characters"));
        if (failures.Count > 0) return found;
        failures.Require(found.All.Count > 0 || found.None.Count > 0, TranscriptionRules.SearchEmpty);
        failures.Require(found.All.Count > 0 || found.None.Count == 0, TranscriptionRules.SearchOnlyWithout);
        failures.Require(found.All.Concat(found.None).All(t => !t.IsPrefix || t.Words[^1].Length >= ShortestPrefix), TranscriptionRules.SearchPrefixShort, ("allowed", ShortestPrefix));
        return found;
    }
}
