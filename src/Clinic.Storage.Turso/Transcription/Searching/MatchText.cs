using Clinic.Transcription.Searching;

namespace Clinic.Storage.Turso.Transcription.Searching;

/// <summary>An expression as the full-text table reads it: every word is quoted, so that none of them is an operator.</summary>
internal static class MatchText
{
    public static string Of(SearchExpression expression) =>
        string.Concat(["(", string.Join(" AND ", expression.All.Select(Of)), ")", .. expression.None.Select(t => $" NOT {Of(t)}")]);

    private static string Of(SearchTerm term) => $"\"{string.Join(' ', term.Words).Replace("\"", "\"\"", StringComparison.Ordinal)}\"{(term.IsPrefix ? " *" : "")}";
}
