using Clinic.Abstractions;
using Clinic.Spoken;

namespace Clinic.EmergencyBilling.Spoken.Reading;

/// <summary>Reads a sentence: pure, in any culture, and without ever throwing.</summary>
internal static class StayReader
{
    private static readonly HashSet<string> Glued = new(["h", "hs", "hr", "hrs", "min", "mins", "am", "pm"], StringComparer.Ordinal);

    public static StayReading Read(string? text, SpokenLanguage? language)
    {
        if (CleanText.TryClean(text, out var clean) is { } unreadable) return new(language ?? SpokenLanguage.Spanish, "") { Failure = Refused(unreadable) };
        var tokens = Split(clean);
        if (tokens.Count == 0) return new(language ?? SpokenLanguage.Spanish, "") { Failure = new(EmergencyBillingRules.SpokenEmpty) };
        return new StaySentenceReader(StayVocabulary.Of(language ?? Told(tokens)), clean).Read(tokens);
    }

    /// <summary>Text cut into words and figures; "14h" and "2pm" are a figure with its word.</summary>
    public static List<Token> Split(string clean) => Tokenizer.Split(clean, Glued.Contains);

    /// <summary>The words of a name in the books.</summary>
    public static IReadOnlyList<string> NameOf(string name, StayVocabulary vocabulary) => NameWords.Of(name, vocabulary.Connectives, Glued.Contains);

    private static RuleFailure Refused(TextFault fault) => fault.Kind switch
    {
        TextFaultKind.TooLong => new(EmergencyBillingRules.SpokenTooLong, ("found", fault.Figure), ("allowed", CleanText.Longest)),
        TextFaultKind.Character => new(EmergencyBillingRules.SpokenCharacters, ("position", fault.Figure), ("found", fault.Found)),
        _ => new(EmergencyBillingRules.SpokenEmpty),
    };

    // The language that knows more of the words; Spanish when both know as many.
    private static SpokenLanguage Told(List<Token> tokens) =>
        Score(tokens, EnglishStayVocabulary.Words) > Score(tokens, SpanishStayVocabulary.Words) ? SpokenLanguage.English : SpokenLanguage.Spanish;

    private static int Score(List<Token> tokens, StayVocabulary vocabulary) => tokens.Count(t => t.Kind == TokenKind.Word && vocabulary.AllWords.Contains(t.Text));
}
