namespace Clinic.Dispensing.Spoken.Reading;

/// <summary>The words of a person's name that count when names are compared.</summary>
internal static class NameWords
{
    public static IReadOnlyList<string> Of(IEnumerable<Token> tokens, Vocabulary vocabulary) =>
        [.. tokens.Where(t => t.Kind != TokenKind.Symbol && t.Text.Length > 0 && !vocabulary.IsConnective(t)).Select(t => t.NameText)];

    // A name in the books is compared without the small words of both languages.
    public static IReadOnlyList<string> Of(string name, Vocabulary vocabulary) => Of(Tokenizer.Split(CleanText.Name(name)), vocabulary);
}
