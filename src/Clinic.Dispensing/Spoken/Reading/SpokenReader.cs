namespace Clinic.Dispensing.Spoken.Reading;

/// <summary>Reads a sentence: pure, in any culture, and without ever throwing.</summary>
internal static class SpokenReader
{
    public static SpokenReading Read(string? text, SpokenLanguage? language)
    {
        if (CleanText.TryClean(text, out var clean) is { } unreadable) return new(language ?? SpokenLanguage.Spanish, "") { Failure = unreadable };
        var tokens = Tokenizer.Split(clean);
        if (tokens.Count == 0) return new(language ?? SpokenLanguage.Spanish, "") { Failure = new(DispensingRules.SpokenEmpty) };
        return new SentenceReader(Vocabulary.Of(language ?? Told(tokens)), clean).Read(tokens);
    }

    // The language that knows more of the words; Spanish when both know as many.
    private static SpokenLanguage Told(List<Token> tokens)
    {
        var spanish = Score(tokens, SpanishVocabulary.Words);
        var english = Score(tokens, EnglishVocabulary.Words);
        return english > spanish ? SpokenLanguage.English : SpokenLanguage.Spanish;
    }

    private static int Score(List<Token> tokens, Vocabulary vocabulary) => tokens.Count(t => t.Kind == TokenKind.Word && vocabulary.AllWords.Contains(t.Text));
}
