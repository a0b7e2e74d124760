using Clinic.Abstractions;
using Clinic.Spoken;

namespace Clinic.Dispensing.Spoken.Reading;

/// <summary>Reads a sentence: pure, in any culture, and without ever throwing.</summary>
internal static class SpokenReader
{
    public static SpokenReading Read(string? text, SpokenLanguage? language)
    {
        if (CleanText.TryClean(text, out var clean) is { } unreadable) return new(language ?? SpokenLanguage.Spanish, "") { Failure = Refused(unreadable) };
        var tokens = Tokenizer.Split(clean, UnitWords.IsUnit);
        if (tokens.Count == 0) return new(language ?? SpokenLanguage.Spanish, "") { Failure = new(DispensingRules.SpokenEmpty) };
        return new SentenceReader(Vocabulary.Of(language ?? Told(tokens)), clean).Read(tokens);
    }

    private static RuleFailure Refused(TextFault fault) => fault.Kind switch
    {
        TextFaultKind.TooLong => new(DispensingRules.SpokenTooLong, ("found", fault.Figure), ("allowed", CleanText.Longest)),
        TextFaultKind.Character => new(DispensingRules.SpokenCharacters, ("position", fault.Figure), ("found", fault.Found)),
        _ => new(DispensingRules.SpokenEmpty),
    };

    // The language that knows more of the words; Spanish when both know as many.
    private static SpokenLanguage Told(List<Token> tokens)
    {
        var spanish = Score(tokens, SpanishVocabulary.Words);
        var english = Score(tokens, EnglishVocabulary.Words);
        return english > spanish ? SpokenLanguage.English : SpokenLanguage.Spanish;
    }

    private static int Score(List<Token> tokens, Vocabulary vocabulary) => tokens.Count(t => t.Kind == TokenKind.Word && vocabulary.AllWords.Contains(t.Text));
}
