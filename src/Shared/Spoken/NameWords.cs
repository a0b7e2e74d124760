namespace Clinic.Spoken;

/// <summary>The words of a person's name that count when names are compared.</summary>
internal static class NameWords
{
    /// <summary>The words without small words and titles.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<Token> tokens, Phrases<bool> connectives) =>
        [.. tokens.Where(t => t.Kind != TokenKind.Symbol && t.Text.Length > 0 && !(t.Kind == TokenKind.Word && connectives.Has(t.Text))).Select(t => t.NameText)];

    /// <summary>The words of a name in the books, which is compared as if it were said.</summary>
    public static IReadOnlyList<string> Of(string name, Phrases<bool> connectives, Func<string, bool> isUnit) =>
        Of(Tokenizer.Split(CleanText.Name(name), isUnit), connectives);
}
